import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LabError } from '../model/errors.ts'
import type { LoadedDeliverable } from './load.ts'
import { collision, nameTrouble, visible } from './names.ts'
import { Refused } from './problem.ts'
import { readAll, type SourceFile } from './read.ts'
import { sourcePaths } from './source.ts'
import { walk } from './walk.ts'

/**
 * Writes the loaded files to `<destination>/<slug>/` and the grader's own helpers to `<destination>/shared/`, both
 * emptied first. The destination belongs to this deliverable of this submission alone.
 */
export async function stage(loaded: LoadedDeliverable, sharedFolder: string, destination: string): Promise<void> {
  requireStageable(loaded)
  await replace(join(destination, loaded.slug), loaded.files)
  await replace(join(destination, 'shared'), await readShared(sharedFolder))
}

/** Loading has refused all this before; a path that leaves the staging folder must not depend on that alone. */
function requireStageable({ slug, files, problem }: LoadedDeliverable): void {
  const paths = files.map((file) => `${slug}/${file.path}`)
  const path = paths.find((staged) => nameTrouble(staged) !== undefined) ?? collision(paths)?.[1]
  const reason = problem?.messageId ?? (slug === 'shared' ? slug : path)
  if (reason !== undefined) throw new LabError('fault', 'submission.not-stageable', { slug, reason: visible(reason) })
}

async function readShared(sharedFolder: string): Promise<readonly SourceFile[]> {
  const [root, folder] = [dirname(sharedFolder), basename(sharedFolder)]
  try {
    return await readAll(root, folder, sourcePaths(folder, await walk(root, folder)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new LabError('fault', 'submission.shared-unusable', { reason: error.problem.messageId }, error)
  }
}

async function replace(folder: string, files: readonly SourceFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { path, bytes } of files) await create(join(folder, ...path.split('/')), bytes)
}

/** `wx` writes through no link and over no file. */
async function create(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes, { flag: 'wx' })
}
