import { symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { locate } from '../../submission/locate.ts'
import { folder } from './folder.ts'
import { shapeOf } from './shape-of.ts'

const slugs = ['lstm-cell', 'gru-cell']

test('a folder that holds a deliverable is the root', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': '', 'starter/gru-cell/gru-cell.ts': '' })
  const name = basename(root)
  expect(await locate(root, slugs)).toEqual({ kind: 'one', root: { root, folder: root, name, id: name.toLowerCase() } })
})

test('else its starter is, under the name of the folder', async () => {
  const top = await folder({ 'Ana Rojas/starter/lstm-cell/lstm-cell.ts': '', 'Ana Rojas/README.md': '' })
  const given = join(top, 'Ana Rojas')
  const root = { root: join(given, 'starter'), folder: given, name: 'Ana Rojas', id: 'ana-rojas' }
  expect(await locate(given, slugs)).toEqual({ kind: 'one', root })
})

test('a starter given outright keeps its own name', async () => {
  const top = await folder({ 'starter/lstm-cell/lstm-cell.ts': '' })
  expect(await locate(join(top, 'starter'), slugs)).toMatchObject({ kind: 'one', root: { id: 'starter' } })
})

test('a folder of submissions is a class, sorted, with distinct ids', async () => {
  const top = await folder({
    'ña/starter/gru-cell/gru-cell.ts': '',
    'Na/lstm-cell/lstm-cell.ts': '',
    'Ana Rojas/lstm-cell/': '',
    'notes.txt': '',
    '.git/lstm-cell/x': '',
    'node_modules/lstm-cell/x': '',
  })
  const located = await locate(top, slugs)
  expect(located.kind === 'class' && located.roots.map(({ name, id }) => [name, id])).toEqual([
    ['Ana Rojas', 'ana-rojas'],
    ['Na', 'na'],
    ['ña', 'na-2'],
  ])
  expect(located).toMatchObject({ skipped: [] })
})

test('members of a class that cannot be graded are named, each with its reason', async () => {
  const top = await folder({
    'ana/lstm-cell/lstm-cell.ts': '',
    'empty/': '',
    'packed.zip': '',
    'deep/lab11-main/lstm-cell/lstm-cell.ts': '',
  })
  const located = await locate(top, slugs)
  expect(located.kind === 'class' && located.skipped.map(({ name, error }) => [name, shapeOf(error)])).toEqual([
    ['deep', ['submission', 'submission.nested', { path: 'deep', inside: join('deep', 'lab11-main') }]],
    ['empty', ['submission', 'submission.empty', { path: 'empty' }]],
    ['packed.zip', ['submission', 'submission.is-archive', { path: 'packed.zip' }]],
  ])
})

test('a member of a class that is a link is not followed', async () => {
  const top = await folder({ 'solutions/lstm-cell/lstm-cell.ts': '', 'class/ana/lstm-cell/lstm-cell.ts': '' })
  await symlink(join(top, 'solutions'), join(top, 'class', 'eve'), 'junction')
  const located = await locate(join(top, 'class'), slugs)
  expect(located.kind === 'class' && located.roots.map(({ name }) => name)).toEqual(['ana'])
  expect(located.kind === 'class' && located.skipped.map(({ name, error }) => [name, shapeOf(error)])).toEqual([
    ['eve', ['submission', 'submission.linked', { path: 'eve' }]],
  ])
})

test('a starter that is a link is not followed', async () => {
  const top = await folder({ 'solutions/lstm-cell/lstm-cell.ts': '', 'eve/notes.md': '' })
  await symlink(join(top, 'solutions'), join(top, 'eve', 'starter'), 'junction')
  await expect(locate(join(top, 'eve'), slugs)).rejects.toMatchObject({ messageId: 'submission.no-deliverable' })
})
