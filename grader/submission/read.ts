import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { kilobytes, limits } from './limits.ts'
import { reading, refuse } from './problem.ts'
import { requireText } from './text.ts'

/** A source file as it was handed in. `path` is relative to the deliverable's folder and has `/`. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

// Windows has neither flag; an absent one adds nothing. Without O_NONBLOCK, opening a FIFO waits for a writer.
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Opens a file of a student's, and no link: what it is, is asked of the open file, which nobody can exchange. */
export function openToRead(file: string): Promise<FileHandle> {
  return open(file, readOnly)
}

/** Reads the files of `<root>/<folder>` once; whatever is done later is done with these bytes. */
export async function readAll(root: string, folder: string, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = []
  let total = 0
  for (const path of paths) {
    const bytes = await readSource(root, `${folder}/${path}`)
    total += bytes.length
    if (total > limits.totalBytes) tooLarge('submission.too-large-total', folder, total, limits.totalBytes)
    files.push({ path, bytes })
  }
  return files
}

/** Reads one regular file of at most `limit` bytes; refuses anything else. */
export async function readBytes(root: string, path: string, limit: number): Promise<Uint8Array> {
  const handle = await reading(path, openToRead(join(root, path)))
  try {
    await requireSize(handle, path, limit)
    return await reading(path, handle.readFile())
  } finally {
    await handle.close()
  }
}

async function readSource(root: string, path: string): Promise<Uint8Array> {
  const bytes = await readBytes(root, path, limits.fileBytes)
  requireText(path, bytes)
  return bytes
}

/** Asks the open file, which nobody can exchange any more. */
async function requireSize(handle: FileHandle, path: string, limit: number): Promise<void> {
  const stats = await reading(path, handle.stat())
  if (!stats.isFile()) refuse('not-a-file', 'submission.not-a-file', { path })
  if (stats.size > limit) tooLarge('submission.too-large', path, stats.size, limit)
}

function tooLarge(messageId: string, path: string, size: number, limit: number): never {
  return refuse('too-large', messageId, { path, size: kilobytes(size), limit: kilobytes(limit) })
}
