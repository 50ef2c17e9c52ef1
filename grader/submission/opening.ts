import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LabError } from '../model/errors.ts'
import type { MessageParams } from '../model/finding.ts'
import { nearestFolder } from './nearest.ts'
import { shown, systemCode } from './problem.ts'

/** What a path is; refuses one that is neither a folder nor an archive: a typing slip, or any other file. */
export async function kindOf(path: string): Promise<'folder' | 'archive'> {
  const stats = await stat(path).catch(async (error: unknown) => {
    throw await notFound(path, error)
  })
  if (stats.isDirectory()) return 'folder'
  if (!isArchive(path)) throw noFolder(path, 'usage')
  return 'archive'
}

/** Why something that should be a folder is not one. */
export function noFolder(path: string, blame: LabError['blame']): LabError {
  return lost(blame, isArchive(path) ? 'submission.is-archive' : 'submission.is-file', { path })
}

/** Why a member of a class that is a link is not graded. */
export function linked(path: string): LabError {
  return lost('submission', 'submission.linked', { path })
}

/** The error of a folder that the operating system does not open; any other error is thrown on. */
export function notOpened(path: string, blame: LabError['blame'], error: unknown): LabError {
  const code = systemCode(error)
  if (code === undefined) throw error
  return lost(blame, 'submission.unreadable-folder', { path, code }, error)
}

/** A file that holds a packed folder, by its name; which kinds are read is another matter. */
export function isArchive(path: string): boolean {
  return extension.test(path)
}

/** The name without what says how it is packed. */
export function unpackedName(name: string): string {
  return name.replace(extension, '') || name
}

const extension = /\.(zip|rar|7z|tar|tgz|tar\.[gx]z|tar\.bz2)$/i

/** An error about a path, with the names in it made visible. */
export function lost(blame: LabError['blame'], messageId: string, params: MessageParams, cause?: unknown): LabError {
  return new LabError(blame, messageId, shown(params), cause)
}

async function notFound(path: string, error: unknown): Promise<LabError> {
  const code = systemCode(error)
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return notOpened(path, 'usage', error)
  const siblings = await readdir(dirname(path)).catch(() => [])
  const near = nearestFolder(basename(path), siblings)
  if (near === undefined) return lost('usage', 'submission.not-found', { path })
  return lost('usage', 'submission.not-found-near', { path, near: join(dirname(path), near) })
}
