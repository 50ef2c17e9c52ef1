import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LoadedDeliverable, loadDeliverable } from '../../submission/load.ts'
import { stage } from '../../submission/stage.ts'
import { fill, folder } from './folder.ts'

const shared = { 'shared/random.ts': 'ours', 'shared/random.test.ts': '', 'shared/notes.md': '' }

test('only the loaded files and our shared helpers arrive', async () => {
  const grader = await folder(shared)
  const root = await folder({
    'lstm-cell/lstm-cell.ts': '\uFEFF// señal\r\n',
    'lstm-cell/sub/gates.ts': '',
    'lstm-cell/tsconfig.json': '{}',
    'package.json': '{}',
    'shared/random.ts': 'theirs',
  })
  const destination = await folder()
  await stage(await loadDeliverable(root, 'lstm-cell'), join(grader, 'shared'), destination)
  expect(await filesOf(destination)).toEqual(['lstm-cell.ts', 'random.ts', 'gates.ts'].sort())
  expect(await readFile(join(destination, 'lstm-cell/lstm-cell.ts'), 'utf8')).toBe('\uFEFF// señal\r\n')
  expect(await readFile(join(destination, 'shared/random.ts'), 'utf8')).toBe('ours')
})

test('what was loaded is written, whatever became of the folder since', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': 'loaded', ...shared })
  const loaded = await loadDeliverable(root, 'lstm-cell')
  await fill(root, { 'lstm-cell/lstm-cell.ts': 'changed', 'lstm-cell/new.ts': '' })
  await stage(loaded, join(root, 'shared'), join(root, 'staged'))
  expect(await readFile(join(root, 'staged/lstm-cell/lstm-cell.ts'), 'utf8')).toBe('loaded')
})

test('staging again leaves nothing of the first time', async () => {
  const root = await folder(shared)
  const first = loaded({ 'lstm-cell.ts': '1', 'old.ts': '' })
  await stage(first, join(root, 'shared'), join(root, 'staged'))
  await stage(loaded({ 'lstm-cell.ts': '2' }), join(root, 'shared'), join(root, 'staged'))
  expect(await filesOf(join(root, 'staged'))).toEqual(['lstm-cell.ts', 'random.ts'])
})

test('a link left in the destination is replaced, not written through', async () => {
  const root = await folder({ ...shared, 'victim/lstm-cell.ts': 'safe', 'staged/': '' })
  await symlink(join(root, 'victim'), join(root, 'staged/lstm-cell'), 'junction')
  await stage(loaded({ 'lstm-cell.ts': 'evil' }), join(root, 'shared'), join(root, 'staged'))
  expect(await readFile(join(root, 'victim/lstm-cell.ts'), 'utf8')).toBe('safe')
})

test.each([
  '../evil.ts',
  '/evil.ts',
  'a/../../evil.ts',
  '..\\evil.ts',
  'C:\\evil.ts',
  'a\0.ts',
  `${'x'.repeat(98)}.ts`,
])('a path %j never reaches the disk', async (path) => {
  const root = await folder(shared)
  const params = { slug: 'lstm-cell', reason: `lstm-cell/${path.replace('\0', '\\u{0}')}` }
  const error = { blame: 'fault', messageId: 'submission.not-stageable', params }
  await expect(stage(loaded({ [path]: '' }), join(root, 'shared'), join(root, 'staged'))).rejects.toMatchObject(error)
  expect(await readdir(root)).toEqual(['shared'])
})

test('two paths that are one file on some disk', async () => {
  const root = await folder(shared)
  const error = { messageId: 'submission.not-stageable', params: { reason: 'lstm-cell/A.ts' } }
  const twins = loaded({ 'a.ts': '', 'A.ts': '' })
  await expect(stage(twins, join(root, 'shared'), join(root, 'staged'))).rejects.toMatchObject(error)
})

test('a deliverable with a problem', async () => {
  const root = await folder(shared)
  const params = { slug: 'lstm-cell', reason: 'submission.missing-folder' }
  const loading = await loadDeliverable(root, 'lstm-cell')
  const error = { blame: 'fault', messageId: 'submission.not-stageable', params }
  await expect(stage(loading, join(root, 'shared'), join(root, 'staged'))).rejects.toMatchObject(error)
})

test('a deliverable under the name of the helpers', async () => {
  const root = await folder(shared)
  const error = { messageId: 'submission.not-stageable', params: { slug: 'shared', reason: 'shared' } }
  const staging = stage({ slug: 'shared', files: [] }, join(root, 'shared'), join(root, 'staged'))
  await expect(staging).rejects.toMatchObject(error)
})

test('helpers that are missing are a fault of ours', async () => {
  const root = await folder()
  const params = { reason: 'submission.unreadable' }
  const error = { blame: 'fault', messageId: 'submission.shared-unusable', params }
  await expect(stage(loaded({}), join(root, 'shared'), join(root, 'staged'))).rejects.toMatchObject(error)
})

function loaded(files: Readonly<Record<string, string>>): LoadedDeliverable {
  const entries = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  return { slug: 'lstm-cell', files: entries }
}

/** Names of the files anywhere below a folder. */
async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}
