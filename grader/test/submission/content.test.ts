import { expect, test } from 'vitest'
import { fill, folder } from './folder.ts'
import { problemOf } from './problem-of.ts'

const main = { 'lstm-cell/lstm-cell.ts': 'export {}\n' }

test('a binary file', async () => {
  const root = await folder({ ...main, 'lstm-cell/weights.ts': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]) })
  expect(await problemOf(root)).toEqual(['not-text', 'submission.binary', { path: 'lstm-cell/weights.ts' }])
})

test('a file in Latin-1, with the line of its first accent', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': Buffer.from('// uno\n// dos\n// señal\n', 'latin1') })
  const params = { path: 'lstm-cell/lstm-cell.ts', line: 3 }
  expect(await problemOf(root)).toEqual(['not-text', 'submission.not-utf-8', params])
})

test.each([
  ['little', Buffer.from('\uFEFFexport {}', 'utf16le')],
  ['big', Buffer.from('\uFEFFexport {}', 'utf16le').swap16()],
])('a file in UTF-16, %s endian', async (_, bytes) => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': bytes })
  expect(await problemOf(root)).toEqual(['not-text', 'submission.utf-16', { path: 'lstm-cell/lstm-cell.ts' }])
})

test('a source of 10 MB', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': '/'.repeat(10 * 1024 * 1024) })
  const params = { path: 'lstm-cell/lstm-cell.ts', size: 10_240, limit: 256 }
  expect(await problemOf(root)).toEqual(['too-large', 'submission.too-large', params])
})

test('a source at the limit, and one byte above it', async () => {
  expect(await problemOf(await folder({ 'lstm-cell/lstm-cell.ts': '/'.repeat(256 * 1024) }))).toBeUndefined()
  const root = await folder({ 'lstm-cell/lstm-cell.ts': '/'.repeat(256 * 1024 + 1) })
  expect(await problemOf(root)).toMatchObject(['too-large', 'submission.too-large', { size: 257 }])
})

test('files that are too large together', async () => {
  const root = await folder(main)
  for (const name of ['a', 'b', 'c', 'd', 'e']) await fill(root, { [`lstm-cell/${name}.ts`]: '/'.repeat(250 * 1024) })
  const params = { path: 'lstm-cell', size: 1250, limit: 1024 }
  expect(await problemOf(root)).toEqual(['too-large', 'submission.too-large-total', params])
})

test('too many files', async () => {
  const root = await folder({ ...main, ...many(200, 'ts') })
  const params = { path: 'lstm-cell', count: 201, limit: 200 }
  expect(await problemOf(root)).toEqual(['too-many', 'submission.too-many', params])
})

test('too many entries of any kind', async () => {
  const root = await folder({ ...main, ...many(2_000, 'png') })
  const params = { path: 'lstm-cell', limit: 2_000 }
  expect(await problemOf(root)).toEqual(['too-many', 'submission.too-many-entries', params])
})

test('helpers too deep', async () => {
  const root = await folder({ ...main, 'lstm-cell/a/b/c/d/deep.ts': '' })
  const params = { path: 'lstm-cell/a/b/c/d/deep.ts', limit: 3 }
  expect(await problemOf(root)).toEqual(['too-many', 'submission.too-deep', params])
})

function many(count: number, extension: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`lstm-cell/n${String(i)}.${extension}`, '']))
}
