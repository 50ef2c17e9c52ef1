import { link, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { loadDeliverable } from '../../submission/load.ts'
import { folder } from './folder.ts'
import { problemOf } from './problem-of.ts'

const main = { 'lstm-cell/lstm-cell.ts': 'export {}\n' }

test('the source of a deliverable, sorted, helpers and all', async () => {
  const root = await folder({ ...main, 'lstm-cell/a/b/c/deep.ts': '1', 'lstm-cell/gates.ts': '2' })
  const { slug, files, problem } = await loadDeliverable(root, 'lstm-cell')
  expect(files.map((file) => file.path)).toEqual(['a/b/c/deep.ts', 'gates.ts', 'lstm-cell.ts'])
  expect(files.map((file) => Buffer.from(file.bytes).toString())).toEqual(['1', '2', 'export {}\n'])
  expect({ slug, problem }).toEqual({ slug: 'lstm-cell', problem: undefined })
})

test('what is not source is left where it is', async () => {
  const root = await folder({
    ...main,
    'lstm-cell/lstm-cell.test.ts': '',
    'lstm-cell/types.d.ts': '',
    'lstm-cell/package.json': '{}',
    'lstm-cell/vitest.config.js': '',
    'lstm-cell/.hidden.ts': '',
    'lstm-cell/.git/hook.ts': '',
    'lstm-cell/node_modules/evil/index.ts': '',
    'lstm-cell/notes.bin': new Uint8Array(300_000),
  })
  expect(await paths(root)).toEqual(['lstm-cell.ts'])
})

test('a byte order mark, CRLF, accents and an empty file are fine', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': '\uFEFF// señal\r\n', 'lstm-cell/años.ts': '' })
  expect(await paths(root)).toEqual(['años.ts', 'lstm-cell.ts'])
})

test('a hard link is a file like any other', async () => {
  const root = await folder(main)
  await link(join(root, 'lstm-cell/lstm-cell.ts'), join(root, 'lstm-cell/copy.ts'))
  expect(await paths(root)).toEqual(['copy.ts', 'lstm-cell.ts'])
})

test('a link in place of the file', async () => {
  const root = await folder({ 'solution.ts': '', 'lstm-cell/': '' })
  await symlink(join(root, 'solution.ts'), join(root, 'lstm-cell/lstm-cell.ts'))
  expect(await problemOf(root)).toEqual(['symlink', 'submission.symlink', { path: 'lstm-cell/lstm-cell.ts' }])
})

test('a link in place of a folder of helpers', async () => {
  const root = await folder({ ...main, 'solutions/secret.ts': '' })
  await symlink(join(root, 'solutions'), join(root, 'lstm-cell/help'), 'junction')
  expect(await problemOf(root)).toEqual(['symlink', 'submission.symlink', { path: 'lstm-cell/help' }])
})

test('a link in place of the deliverable', async () => {
  const root = await folder({ 'solutions/lstm-cell.ts': '' })
  await symlink(join(root, 'solutions'), join(root, 'lstm-cell'), 'junction')
  expect(await problemOf(root)).toEqual(['symlink', 'submission.symlink', { path: 'lstm-cell' }])
})

test('a FIFO is refused and never waited for', async () => {
  const root = await folder({ 'lstm-cell/': '' })
  await execa('mkfifo', [join(root, 'lstm-cell/lstm-cell.ts')])
  expect(await problemOf(root)).toEqual(['not-a-file', 'submission.not-a-file', { path: 'lstm-cell/lstm-cell.ts' }])
})

test('a folder under the name of a file', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts/index.ts': '' })
  expect(await problemOf(root)).toEqual([
    'not-a-file',
    'submission.folder-not-file',
    { path: 'lstm-cell/lstm-cell.ts' },
  ])
})

test('a problem of one deliverable stops no other', async () => {
  const root = await folder({ ...main, 'gru-cell/gru-cell.ts': new Uint8Array(1) })
  expect((await loadDeliverable(root, 'gru-cell')).problem?.kind).toBe('not-text')
  expect(await paths(root)).toEqual(['lstm-cell.ts'])
})

async function paths(root: string): Promise<readonly string[]> {
  return (await loadDeliverable(root, 'lstm-cell')).files.map((file) => file.path)
}
