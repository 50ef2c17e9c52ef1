import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Confinement } from '../../subject/confinement.ts'
import { SubjectDied, SubjectProcess } from '../../subject/process.ts'
import { encode } from '../../subject/protocol.ts'
import { codec } from './wire.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab11-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const anyId = '0'.repeat(24)

/** A guest that answers whatever it is asked with these frames, each so often; `anyId` in them becomes the request's. */
function guest(...answers: readonly (readonly [message: Record<string, unknown>, times: number])[]): SubjectProcess {
  const frames = answers.map(([message, times]) => [Buffer.from(encode(message, codec)).toString('latin1'), times])
  const script = `
    const { readSync, writeSync } = require('node:fs')
    const request = Buffer.alloc(65536)
    const length = readSync(3, request)
    const [id] = /[0-9a-f]{24}/.exec(request.toString('latin1', 0, length))
    for (const [frame, times] of ${JSON.stringify(frames)}) {
      const bytes = Buffer.from(frame.replace('${anyId}', id).repeat(times), 'latin1')
      for (let at = 0; at < bytes.length; ) {
        try { at += writeSync(3, bytes, at) } catch (error) { if (error.code !== 'EAGAIN') throw error }
      }
    }
    setTimeout(() => undefined, 60_000)`
  const confinement: Confinement = {
    level: 'L0',
    signalsByCode: false,
    command: () => ({ file: process.execPath, args: ['-e', script] }),
  }
  const options = { command: { script: '', reads: [], wasm: false }, cwd: folder, pids: folder }
  const subject = new SubjectProcess({ confinement, ...options })
  onTestFinished(() => {
    subject.kill()
  })
  return subject
}

const progress = { id: anyId, status: 'progress', steps: 3, loss: 0.5 }

it('hears of progress now and then, however often it is told', async () => {
  const subject = guest([progress, 20_000], [{ id: anyId, status: 'ok', value: 7 }, 1])
  const heard: number[] = []
  const began = performance.now()
  const reply = await subject.request({ op: 'call' }, 30_000, () => heard.push(performance.now()))
  const slots = Math.ceil((performance.now() - began) / 50)
  expect(reply).toMatchObject({ status: 'ok', value: 7 })
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.length).toBeLessThanOrEqual(slots + 1)
})

it.for<[string, Record<string, unknown>[]]>([
  ['of a request that nobody made', [{ ...progress, id: 'f'.repeat(24) }]],
  ['after the answer', [{ id: anyId, status: 'ok', value: 7 }, progress]],
])('takes word of progress %s for a broken protocol', async ([, messages]) => {
  const subject = guest(...messages.map((message) => [message, 1] as const))
  const answer = await subject.request({ op: 'call' }, 30_000).catch((error: unknown) => error)
  if (messages.length === 1) expect(answer).toBeInstanceOf(SubjectDied)
  await subject.gone
  const next: unknown = await subject.request({ op: 'call' }, 30_000).catch((error: unknown) => error)
  expect(next).toMatchObject({ death: { kind: 'protocol' } })
})
