import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LabError } from '../../model/errors.ts'
import { Unpacker } from '../../submission/unpacker.ts'
import { tarGzOf, zipOf } from './archives.ts'
import { fill, folder } from './folder.ts'

/** A few in the suite; `LAB_RANDOM=10000` asks for as many. */
const numRuns = Number(process.env['LAB_RANDOM'] ?? 150)

const files = { 'lstm-cell/lstm-cell.ts': 'export {}\n', 'comprension.json': '{}', 'photo.png': 'x' }
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 })

function changed(bytes: Uint8Array, places: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [place, byte] of places) copy[place % copy.length] = byte
  return copy
}

it('random bytes that begin like an archive are unpacked or refused, and nothing is written elsewhere', async () => {
  const beginnings = fc.constantFrom('PK\x03\x04', 'PK\x05\x06', '\x1f\x8b\x08\x00')
  const bytes = fc.tuple(beginnings, fc.uint8Array({ maxLength: 400 }))
  await expectTame(bytes.map(([beginning, rest]) => Buffer.concat([Buffer.from(beginning, 'latin1'), rest])))
})

it('so is an honest zip with some bytes changed', async () => {
  const honest = zipOf(files)
  await expectTame(changes.map((places) => changed(honest, places)))
})

it('so is an honest tar with some bytes changed, whole or under its gzip', async () => {
  const honest = await tarGzOf(files)
  const tar = gunzipSync(honest)
  await expectTame(changes.map((places) => changed(honest, places)))
  await expectTame(changes.map((places) => gzipSync(changed(tar, places))))
})

async function expectTame(archives: fc.Arbitrary<Buffer>): Promise<void> {
  const home = await folder({ 'in/': '', 'out/': '' })
  const unpacker = new Unpacker(join(home, 'out'))
  await fc.assert(
    fc.asyncProperty(archives, async (bytes) => {
      await fill(home, { 'in/archive.zip': bytes })
      const error: unknown = await unpacker.unpack(join(home, 'in/archive.zip'), 'archive.zip').then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (error !== undefined) expect(error).toBeInstanceOf(LabError)
      if (error instanceof LabError) expect(error.blame).toBe('submission')
    }),
    { numRuns },
  )
  expect([await readdir(home), await readdir(join(home, 'in'))]).toEqual([['in', 'out'], ['archive.zip']])
}
