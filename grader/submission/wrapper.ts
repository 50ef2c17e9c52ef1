import { join } from 'node:path'
import type { Slug } from '../model/verdict.ts'
import { limits } from './limits.ts'
import { nearestFolder } from './nearest.ts'
import { isArchive } from './opening.ts'
import { list, rootOf } from './root.ts'

/**
 * The folder inside an unpacked archive that its packer meant: as long as all there is is one folder, that one. GitHub
 * adds `<repository>-<branch>/`, Moodle and most programs the name of what was packed.
 */
export async function unwrapped(
  folder: string,
  slugs: readonly Slug[],
  left: number = limits.wrappers,
): Promise<string> {
  if (left === 0 || (await rootOf(folder, slugs)) !== undefined) return folder
  const entries = await list(folder)
  const [inner, ...others] = entries.filter((entry) => entry.isDirectory())
  if (!inner || others.length > 0 || entries.some(({ name }) => isArchive(name))) return folder
  const place = join(folder, inner.name)
  const isMisnamed = slugs.some((slug) => nearestFolder(slug, [inner.name]) !== undefined)
  if (isMisnamed && (await rootOf(place, slugs)) === undefined) return folder
  return unwrapped(place, slugs, left - 1)
}

/** The only folder inside `folder` that holds a submission, when notes or pictures lie beside it. */
export async function onlySubmission(folder: string, slugs: readonly Slug[]): Promise<string | undefined> {
  const roots: string[] = []
  for (const entry of await list(folder)) {
    const root = entry.isDirectory() ? await rootOf(join(folder, entry.name), slugs) : undefined
    if (root !== undefined) roots.push(root)
  }
  return roots.length === 1 ? roots[0] : undefined
}

/** The name of the only archive in a folder: Moodle keeps what a student uploaded in a folder of the student's name. */
export async function onlyArchive(folder: string): Promise<string | undefined> {
  const archives = (await list(folder)).filter((entry) => entry.isFile() && isArchive(entry.name))
  return archives.length === 1 ? archives[0]?.name : undefined
}
