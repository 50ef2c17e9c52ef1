import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { submittedAt } from '../../submission/submitted-at.ts'
import { fill, folder } from './folder.ts'

test('the newest commit of the submission, in UTC', async () => {
  const root = await folder({ 'lstm-cell/lstm-cell.ts': '' })
  await commit(root, '2026-11-19T09:00:00-05:00')
  await commit(root, '2026-11-20T18:10:00-05:00')
  expect(await submittedAt({ root, folder: root })).toBe('2026-11-20T23:10:00Z')
})

test('the newest commit of the folder around the starter', async () => {
  const top = await folder({ 'starter/lstm-cell/lstm-cell.ts': '' })
  await commit(top, '2026-11-20T23:10:00Z')
  expect(await submittedAt({ root: join(top, 'starter'), folder: top })).toBe('2026-11-20T23:10:00Z')
})

test('a folder within a repository is not submitted when the repository is', async () => {
  const top = await folder({ 'solutions/lstm-cell/lstm-cell.ts': '' })
  await commit(top, '2026-11-20T23:10:00Z')
  const root = join(top, 'solutions')
  expect(await submittedAt({ root, folder: root })).toBeNull()
})

test.each([
  ['no repository', {}],
  ['a repository that is broken', { '.git/HEAD': 'nonsense' }],
  ['a pointer to no repository', { '.git': 'gitdir: /nowhere' }],
])('%s', async (_, files) => {
  const root = await folder(files)
  expect(await submittedAt({ root, folder: root })).toBeNull()
})

test('a repository without commits', async () => {
  const root = await folder()
  await git(root, ['init', '-q'])
  expect(await submittedAt({ root, folder: root })).toBeNull()
})

test('nothing that the repository configures is run', async () => {
  const root = await folder({ 'evil.sh': '#!/bin/sh\ntouch "${0%/*}/ran"\nexit 1\n' })
  await chmod(join(root, 'evil.sh'), 0o755)
  await git(root, ['init', '-q'])
  const id = await signedCommit(root)
  await fill(root, { '.git/HEAD': `${id}\n` })
  for (const key of ['gpg.program', 'core.fsmonitor', 'core.pager', 'core.sshCommand', 'diff.external']) {
    await git(root, ['config', key, join(root, 'evil.sh')])
  }
  await git(root, ['config', 'log.showSignature', 'true'])
  expect(await submittedAt({ root, folder: root })).toBe('2026-11-20T23:10:00Z')
  expect(await readdir(root)).not.toContain('ran')
})

async function commit(root: string, time: string): Promise<void> {
  await git(root, ['init', '-q'])
  await git(root, ['commit', '-q', '--allow-empty', '--no-gpg-sign', '-m', time], { GIT_COMMITTER_DATE: time })
}

/** A commit whose signature a program would have to be run for. */
async function signedCommit(root: string): Promise<string> {
  const tree = await git(root, ['write-tree'])
  const who = 'Ana <ana@example.org> 1795216200 +0000'
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n AA==\n -----END PGP SIGNATURE-----'
  const input = `tree ${tree}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nmessage\n`
  return git(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], {}, input)
}

async function git(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<string> {
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
  const { stdout } = await execa('git', [...who, '-C', root, ...args], { env, input })
  return stdout
}
