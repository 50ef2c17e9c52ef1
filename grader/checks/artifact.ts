import { lstat, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

/** Larger files are treated as absent: a model of this course is far below. */
export const maxArtifactBytes = 32 * 1024 * 1024

/**
 * Reads a regular file under a submission's `artifacts/`. A link, a device, a file that is too large and a path that
 * leads out of the folder all count as no file.
 */
export async function readArtifact(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    const file = path.join(folder, ...name.split('/'))
    const [home, found] = await Promise.all([realpath(folder), realpath(file)])
    if (found !== path.join(home, ...name.split('/'))) return undefined
    const stats = await lstat(found)
    return stats.isFile() && stats.size <= maxArtifactBytes ? await readFile(found) : undefined
  } catch {
    return undefined
  }
}
