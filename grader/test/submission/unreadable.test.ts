import type * as promises from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { loadDeliverable } from '../../submission/load.ts'
import { locate } from '../../submission/locate.ts'
import { folder } from './folder.ts'

// An administrator reads whatever the permissions say, so the refusal is played: any path with `locked` in it.
vi.mock('node:fs/promises', async (importOriginal) => {
  const fs = await importOriginal<typeof promises>()
  const refused = (path: string): Error =>
    Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES', syscall: 'open', path })
  const locked =
    <Args extends readonly unknown[], Result>(action: (...args: Args) => Result) =>
    (...args: Args) =>
      String(args[0]).includes('locked') ? Promise.reject(refused(String(args[0]))) : action(...args)
  return { ...fs, open: locked(fs.open), opendir: locked(fs.opendir), readdir: locked(fs.readdir) }
})

test('a file that cannot be read', async () => {
  const root = await folder({ 'gru-cell/gru-cell.ts': '', 'gru-cell/locked.ts': '' })
  expect((await loadDeliverable(root, 'gru-cell')).problem).toEqual({
    kind: 'unreadable',
    messageId: 'submission.unreadable',
    params: { path: 'gru-cell/locked.ts', code: 'EACCES' },
  })
})

test('a folder of helpers that cannot be read', async () => {
  const root = await folder({ 'gru-cell/gru-cell.ts': '', 'gru-cell/locked/': '' })
  const params = { path: 'gru-cell/locked', code: 'EACCES' }
  expect((await loadDeliverable(root, 'gru-cell')).problem).toMatchObject({ kind: 'unreadable', params })
})

test('a submission that vanished', async () => {
  const root = join(await folder(), 'gone')
  const params = { path: '.', code: 'ENOENT' }
  expect((await loadDeliverable(root, 'gru-cell')).problem).toMatchObject({ kind: 'unreadable', params })
})

test('a path that cannot be opened is a mistake of who gave it', async () => {
  const path = join(await folder({ 'locked/': '' }), 'locked')
  const params = { path, code: 'EACCES' }
  const error = { blame: 'usage', messageId: 'submission.unreadable-folder', params }
  await expect(locate(path, ['gru-cell'])).rejects.toMatchObject(error)
})

test('a member of a class that cannot be opened is skipped', async () => {
  const path = await folder({ 'ana/gru-cell/gru-cell.ts': '', 'locked/': '' })
  const params = { path: 'locked', code: 'EACCES' }
  const error = { blame: 'submission', messageId: 'submission.unreadable-folder', params }
  expect(await locate(path, ['gru-cell'])).toMatchObject({ kind: 'class', skipped: [{ name: 'locked', error }] })
})
