import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { SubmissionRoot } from './locate.ts'

/**
 * When the newest commit was made, such as `2026-11-20T23:10:00Z`; null when neither the submission's root nor the
 * folder that was handed in is the top of a git checkout. The time is what the student's git claims.
 */
export async function submittedAt(submission: Pick<SubmissionRoot, 'root' | 'folder'>): Promise<string | null> {
  const gitFolder = (await gitFolderOf(submission.root)) ?? (await gitFolderOf(submission.folder))
  return gitFolder === undefined ? null : inUtc(await newestCommit(gitFolder))
}

/** Named to git outright, so that it never looks in the folders above: they are not the student's. */
async function gitFolderOf(folder: string): Promise<string | undefined> {
  const path = join(folder, '.git')
  const stats = await lstat(path).catch(() => undefined)
  return stats?.isDirectory() || stats?.isFile() ? path : undefined
}

/** The repository is the student's, and so is its configuration: nothing that git could run from it may run. */
async function newestCommit(gitFolder: string): Promise<string> {
  const harmless = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null', '--no-pager', '--no-replace-objects']
  const log = ['log', '-1', '--no-show-signature', '--format=%cI']
  const options = { env: environment(), extendEnv: false, reject: false, timeout: 10_000, stdin: 'ignore' } as const
  const { stdout } = await execa('git', [...harmless, `--git-dir=${gitFolder}`, ...log], options)
  return stdout
}

function environment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    SystemRoot: process.env.SystemRoot ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  }
}

function inUtc(time: string | undefined): string | null {
  const moment = new Date(time ?? '')
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace('.000Z', 'Z')
}
