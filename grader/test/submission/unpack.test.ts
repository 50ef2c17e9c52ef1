import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LabError } from '../../model/errors.ts'
import { hashSubmission } from '../../submission/hash.ts'
import { Ledger, type UnpackingLimits } from '../../submission/ledger.ts'
import { limits } from '../../submission/limits.ts'
import { Unpacker } from '../../submission/unpacker.ts'
import { type TarEntry, tarGz, tarGzOf, zip, zipOf } from './archives.ts'
import { folder } from './folder.ts'
import { shapeOf } from './shape-of.ts'

const files = {
  'lstm-cell/lstm-cell.ts': '// señal\n',
  'lstm-cell/sub/gates.ts': 'export {}\n',
  'comprension.json': '{}',
  'artifacts/sentiment/weights.bin': new Uint8Array([0, 1, 2, 255]),
}

describe('An honest archive', () => {
  const packings = [
    ['ana.zip', () => zipOf(files)],
    ['ana.tar.gz', () => tarGzOf(files)],
    ['ana.TGZ', () => tarGzOf(files)],
    ['a-tar-called.zip', () => tarGzOf(files)],
  ] as const

  test.each(packings)('%s comes out as the folder that went in', async (name, pack) => {
    const unpacked = await unpack(name, await pack())
    const before = await folder(files)
    expect(await filesOf(unpacked)).toEqual(Object.keys(files).sort())
    expect(await hashSubmission(unpacked, ['lstm-cell'])).toBe(await hashSubmission(before, ['lstm-cell']))
    expect((await stat(join(unpacked, 'lstm-cell/lstm-cell.ts'))).mode & 0o077).toBe(0)
  })

  test('of an old Windows program has backslashes between its folders', async () => {
    const unpacked = await unpack('ana.zip', zip([{ name: 'lstm-cell\\lstm-cell.ts', content: 'x' }]))
    expect(await filesOf(unpacked)).toEqual(['lstm-cell/lstm-cell.ts'])
  })

  test('may have a `./` before every name, and folders of their own', async () => {
    const entries: TarEntry[] = [
      { name: './', type: 'directory' },
      { name: './lstm-cell/', type: 'directory' },
      { name: './lstm-cell/lstm-cell.ts', content: 'x' },
      { name: './gru-cell/', type: 'directory' },
    ]
    const unpacked = await unpack('ana.tgz', await tarGz(entries))
    expect(await readdir(unpacked)).toEqual(['gru-cell', 'lstm-cell'])
  })

  test.each(['zip', 'tar.gz'])('%s leaves out what tools keep, links and odd names included', async (kind) => {
    const all = { '.git/config': 'x', 'node_modules/a/b.ts': 'x', '__MACOSX/._x.ts': 'x', '¿qué?.pdf': 'x', ...files }
    const link = { name: 'node_modules/.bin/tsc', mode: 0o120777, content: '../a', linkname: '../a' }
    const entries = [...Object.entries(all).map(([name, content]) => ({ name, content })), link]
    const tarred: TarEntry[] = entries.map((entry) =>
      entry === link ? { name: link.name, type: 'symlink', linkname: 'a' } : entry,
    )
    const unpacked = await unpack(`ana.${kind}`, kind === 'zip' ? zip(entries) : await tarGz(tarred))
    expect(await filesOf(unpacked)).toEqual(Object.keys(files).sort())
  })

  test('of files that nobody grades keeps their names only', async () => {
    const unpacked = await unpack('ana.zip', zipOf({ 'lstm-cell/lstm-cell.ts.txt': 'x', 'photo.png': 'x' }))
    expect(await filesOf(unpacked)).toEqual(['lstm-cell/lstm-cell.ts.txt', 'photo.png'])
    expect((await stat(join(unpacked, 'photo.png'))).size).toBe(0)
  })
})

describe('What climbs out of an archive is refused', () => {
  const names = [
    '../x.ts',
    '/etc/x.ts',
    'a/../../x.ts',
    'C:/x.ts',
    'c:x.ts',
    '..\\x.ts',
    '\\\\host\\x.ts',
    'a\0/../x.ts',
    '..',
  ]

  test.each(names)('in a zip: %j', async (name) => {
    await refuses('ana.zip', zip([{ name: 'lstm-cell/lstm-cell.ts' }, { name, content: 'x' }]), 'escape', {
      entry: name.replaceAll('\\', '/').replace('\0', '\\u{0}'),
    })
  })

  test.each(names.filter((name) => !name.includes('\0')))('in a tar: %j', async (name) => {
    await refuses('ana.tgz', await tarGz([{ name, content: 'x' }]), 'escape', { entry: name })
  })

  test('though it be called a picture', async () => {
    await refuses('ana.zip', zip([{ name: '../../x.png' }]), 'escape', { entry: '../../x.png' })
  })
})

describe('What is no file or folder is refused', () => {
  const entry = 'lstm-cell/lstm-cell.ts'
  const modes = { link: 0o120777, special: 0o010644 }

  test.each(Object.entries(modes))('in a zip: a %s', async (kind, mode) => {
    await refuses('ana.zip', zip([{ name: entry, mode, content: '/etc/passwd' }]), kind, { entry })
    await refuses('ana.zip', zip([{ name: 'docs', mode, content: '/etc' }]), kind, { entry: 'docs' })
  })

  test.each([
    ['symlink', 'link'],
    ['link', 'link'],
    ['fifo', 'special'],
    ['character-device', 'special'],
    ['block-device', 'special'],
  ] as const)('in a tar: a %s', async (type, kind) => {
    await refuses('ana.tgz', await tarGz([{ name: entry, type, linkname: '/etc/passwd' }]), kind, { entry })
  })
})

describe('Names that are not the same everywhere are refused where a source has them', () => {
  const long = `lstm-cell/${'x'.repeat(98)}.ts`
  test.each(['lstm-cell/aux.ts', 'lstm-cell/a?.ts', 'lstm-cell/\u202estm.ts', 'lstm-cell/a\u001b[2J.ts', long])(
    '%j',
    async (name) => {
      const shown = name.replace('\u202e', '\\u{202e}').replace('\u001b', '\\u{1b}')
      const entry = name === long ? `${name.slice(0, 100)}…` : shown
      await refuses('ana.zip', zipOf({ [name]: 'x' }), 'name', { entry })
    },
  )

  test('nor may folders lie as deep as nobody sorts them', async () => {
    const name = `${'a/'.repeat(20)}x.ts`
    await refuses('ana.zip', zipOf({ [name]: 'x' }), 'name', { entry: name })
  })

  test.each([
    [['lstm-cell/a.ts', 'lstm-cell/A.ts']],
    [['lstm-cell/a.ts', 'LSTM-cell/b.ts']],
    [['lstm-cell/ñ.ts', 'lstm-cell/n\u0303.ts']],
    [['lstm-cell/a.ts', 'lstm-cell/a.ts']],
    [['lstm-cell', 'lstm-cell/a.ts']],
    [['lstm-cell/a.ts', 'lstm-cell/a.ts/b.ts']],
  ])('%j', async (names) => {
    for (const [kind, bytes] of [
      ['zip', zip(names.map((name) => ({ name })))],
      ['tgz', await tarGz(names.map((name) => ({ name })))],
    ] as const) {
      const error = await failure(`ana.${kind}`, bytes)
      expect(shapeOf(error).slice(0, 2)).toEqual(['submission', 'submission.archive-twice'])
    }
  })

  test('while two notes that differ in case stop nobody', async () => {
    const unpacked = await unpack('ana.zip', zipOf({ ...files, 'README.md': '', 'Readme.md': '' }))
    expect(await filesOf(unpacked)).toEqual(['README.md', ...Object.keys(files)].sort())
  })
})

describe('What would fill the disk or the memory is refused', () => {
  const zeros = Buffer.alloc(1024 * 1024)
  const bombs = (type: string): readonly { name: string; content: Buffer }[] =>
    Array.from({ length: 5 }, (_, k) => ({ name: `artifacts/${String(k)}.${type}`, content: zeros }))
  const few = { unpackedBytes: 4 * zeros.length, unpackedEntries: 10, archiveEntries: 20 }

  test('a zip of too many bytes', async () => {
    await refuses('bomb.zip', zip(bombs('bin')), 'bomb', { limit: 4 }, few)
  })

  test('a tar of too many bytes, though nobody would grade them', async () => {
    const photos = bombs('png').map((bomb) => ({ ...bomb, name: bomb.name.replace('artifacts', 'photos') }))
    await refuses('bomb.tar.gz', await tarGz(photos), 'bomb', { limit: 4 }, few)
    await refuses('bomb.tar.gz', await tarGz(bombs('bin')), 'bomb', { limit: 4 }, few)
  })

  test('a zip whose content nobody grades costs nothing', async () => {
    const photos = bombs('png').map((bomb) => ({ ...bomb, name: bomb.name.replace('artifacts', 'photos') }))
    expect(await filesOf(await unpack('photos.zip', zip(photos), few))).toHaveLength(5)
  })

  test('entries of a zip that share their bytes are counted each', async () => {
    const bytes = zip(bombs('bin'))
    const first = bytes.indexOf('PK\x01\x02')
    for (let at = first; at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) bytes.writeUInt32LE(0, at + 42)
    await refuses('bomb.zip', bytes, 'bomb', { limit: 4 }, few)
  })

  test('a file that claims to be smaller than it is', async () => {
    await refuses('ana.zip', zip([{ name: 'a.ts', content: zeros, size: 10 }]), 'damaged')
  })

  test.each([
    ['a', 11, 10],
    ['node_modules/', 21, 20],
  ])('too many entries: %s', async (prefix, count, limit) => {
    const entries = Array.from({ length: count }, (_, k) => ({ name: `${prefix}${String(k)}` }))
    await refuses('ana.zip', zip(entries), 'too-many', { limit }, few)
    await refuses('ana.tgz', await tarGz(entries), 'too-many', { limit }, few)
  })

  test('by the limits that hold when nobody asks for others', () => {
    const ledger = new Ledger()
    ledger.spend(limits.unpackedBytes, 'ana.zip')
    expect(() => {
      ledger.spend(1, 'ana.zip')
    }).toThrow('submission.archive-bomb')
  })

  test('an archive that is too large itself', async () => {
    const bytes = Buffer.alloc(limits.archiveBytes + 1)
    await refuses('ana.zip', bytes, 'too-large', { size: 65, limit: 64 })
  })
})

describe('What cannot be read is refused', () => {
  const honest = zipOf(files)

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a RAR', Buffer.from('Rar!\x1a\x07')],
    ['text', Buffer.from('hello')],
  ])('%s', async (_, bytes) => {
    await refuses('ana.rar', bytes, 'kind')
  })

  test.each([
    ['a zip cut short', honest.subarray(0, honest.length - 30)],
    ['a zip of nothing but its magic number', Buffer.from('PK\x03\x04')],
    ['a wrong checksum', zip([{ name: 'a.ts', content: 'x', sum: 1 }])],
    ['a gzip of no tar', Buffer.from('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==', 'base64')],
    ['a gzip cut short', Buffer.from([0x1f, 0x8b, 8, 0])],
  ])('%s', async (_, bytes) => {
    await refuses('ana.zip', bytes, 'damaged')
  })

  test('a tar cut short', async () => {
    const whole = await tarGzOf(files)
    await refuses('ana.tgz', whole.subarray(0, whole.length - 20), 'damaged')
  })

  test('what is encrypted, or packed in a way that few read', async () => {
    await refuses('ana.zip', zip([{ name: 'a.ts', content: 'x', flags: 0x801 }]), 'encrypted', { entry: 'a.ts' })
    await refuses('ana.zip', zip([{ name: 'a.ts', content: 'x', method: 9 }]), 'method', { entry: 'a.ts' })
  })

  test('what is not there', async () => {
    const home = await folder()
    const unpacking = new Unpacker(join(home, 'in')).unpack(join(home, 'ana.zip'), 'ana.zip')
    const params = { path: 'ana.zip', code: 'ENOENT' }
    await expect(unpacking).rejects.toMatchObject({
      blame: 'usage',
      messageId: 'submission.archive-not-unpacked',
      params,
    })
  })
})

/** Unpacks these bytes as a file of that name, and returns the folder. */
async function unpack(name: string, bytes: Buffer, allowed: UnpackingLimits = limits): Promise<string> {
  const home = await folder({ [name]: bytes })
  return new Unpacker(join(home, 'unpacked')).unpack(join(home, name), name, new Ledger(allowed))
}

/** Why these bytes are refused, after a look at whether anything was left behind. */
async function failure(name: string, bytes: Buffer, allowed: UnpackingLimits = limits): Promise<LabError> {
  const home = await folder({ [name]: bytes })
  const unpacking = new Unpacker(join(home, 'unpacked')).unpack(join(home, name), name, new Ledger(allowed))
  const error: unknown = await unpacking.catch((reason: unknown) => reason)
  if (!(error instanceof LabError)) throw new Error('expected a LabError', { cause: error })
  expect((await filesOf(home)).filter((file) => file !== name)).toEqual([])
  return error
}

async function refuses(
  name: string,
  bytes: Buffer,
  why: string,
  params: object = {},
  allowed: UnpackingLimits = limits,
): Promise<void> {
  const expected = ['submission', `submission.archive-${why}`, { path: name, ...params }]
  expect(shapeOf(await failure(name, bytes, allowed))).toEqual(expected)
}

async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
