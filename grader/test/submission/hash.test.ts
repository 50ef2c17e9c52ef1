import { symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashSubmission } from '../../submission/hash.ts'
import { fill, folder } from './folder.ts'

const slugs = ['lstm-cell', 'gru-cell']

const submission = {
  'lstm-cell/lstm-cell.ts': 'export {}\n',
  'lstm-cell/sub/gates.ts': '',
  'gru-cell/gru-cell.ts': '',
  'comprension.json': '{}',
  'reporte.md': '# Reporte',
  'artifacts/sentiment/weights.bin': new Uint8Array([1, 2, 3]),
}

test('the same files hash alike whenever and in whatever order they were written', async () => {
  const first = await folder(submission)
  const second = await folder(Object.fromEntries(Object.entries(submission).reverse()))
  await utimes(join(second, 'reporte.md'), 0, 0)
  expect(await hashSubmission(first, slugs)).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(await hashSubmission(second, [...slugs].reverse())).toBe(await hashSubmission(first, slugs))
})

test('an accent hashes alike however the disk writes it', async () => {
  const composed = await folder({ 'lstm-cell/lstm-cell.ts': '', 'lstm-cell/a\u00F1o.ts': '' })
  const decomposed = await folder({ 'lstm-cell/lstm-cell.ts': '', 'lstm-cell/an\u0303o.ts': '' })
  expect(await hashSubmission(decomposed, slugs)).toBe(await hashSubmission(composed, slugs))
})

test.each([
  ['a file', { 'lstm-cell/lstm-cell.ts': 'export {}' }],
  ['a helper', { 'lstm-cell/sub/gates.ts': ' ' }],
  ['a test', { 'lstm-cell/lstm-cell.test.ts': '1' }],
  ['numbers for a test', { 'lstm-cell/vectors.json': '{}' }],
  ['a new helper', { 'gru-cell/new.ts': '' }],
  ['the answers', { 'comprension.json': '{"q1": 1}' }],
  ['the report', { 'reporte.md': '' }],
  ['an artifact of the same size', { 'artifacts/sentiment/weights.bin': new Uint8Array([1, 2, 4]) }],
  ['a new artifact', { 'artifacts/benchmark.json': '' }],
  ['a problem', { 'gru-cell/gru-cell.ts': new Uint8Array(1) }],
])('%s moves the hash', async (_, change) => {
  const root = await folder(submission)
  const before = await hashSubmission(root, slugs)
  await fill(root, change)
  expect(await hashSubmission(root, slugs)).not.toBe(before)
})

test('content moved from one file to another moves the hash', async () => {
  const first = await folder({ 'lstm-cell/lstm-cell.ts': 'a', 'lstm-cell/m.ts': '' })
  const second = await folder({ 'lstm-cell/lstm-cell.ts': '', 'lstm-cell/m.ts': 'a' })
  expect(await hashSubmission(first, slugs)).not.toBe(await hashSubmission(second, slugs))
})

test('what is never graded does not move the hash', async () => {
  const root = await folder(submission)
  const before = await hashSubmission(root, slugs)
  await fill(root, { 'lstm-cell/package.json': '{}', 'package.json': '{}', 'artifacts/.DS_Store': '' })
  await symlink(join(root, 'reporte.md'), join(root, 'artifacts/link.md'))
  expect(await hashSubmission(root, slugs)).toBe(before)
})

test('artifacts without end stop nothing', async () => {
  const files = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`artifacts/${String(i)}.png`, '']))
  expect(await hashSubmission(await folder(files), slugs)).toMatch(/^sha256:/)
})
