import type { Dirent } from 'node:fs'
import { basename, join } from 'node:path'
import type { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import { limits } from './limits.ts'
import { nearestFile, nearestFolder } from './nearest.ts'
import { lost } from './opening.ts'
import { list, rootOf } from './root.ts'

/** Why `folder`, shown as `path`, is no submission although it can be read; `packed` when it came out of an archive. */
export async function holdsNone(
  path: string,
  folder: string,
  slugs: readonly Slug[],
  packed = false,
): Promise<LabError> {
  const slug = basename(folder)
  if (slugs.includes(slug)) return lost('usage', 'submission.is-deliverable', { path, slug, parent: join(path, '..') })
  const entries = await list(folder)
  if (entries.length === 0)
    return lost('submission', packed ? 'submission.archive-empty' : 'submission.empty', { path })
  const inside = await innerSubmission(folder, entries, slugs)
  if (inside !== undefined) return lost('submission', 'submission.nested', { path, inside: join(path, inside) })
  return noDeliverable(path, entries, slugs)
}

async function innerSubmission(
  folder: string,
  entries: readonly Dirent[],
  slugs: readonly Slug[],
): Promise<string | undefined> {
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    if ((await rootOf(join(folder, name), slugs).catch(() => undefined)) !== undefined) return name
  }
  return undefined
}

function noDeliverable(path: string, entries: readonly Dirent[], slugs: readonly Slug[]): LabError {
  const found = listed(entries)
  const near = closest(slugs, names(entries, 'folders'), nearestFolder)
  if (near) return lost('submission', 'submission.no-deliverable-near', { path, found, ...near })
  const loose = closest(slugs, names(entries, 'files'), nearestFile)
  if (loose) return lost('submission', 'submission.no-deliverable-loose', { path, found, ...loose })
  return lost('submission', 'submission.no-deliverable', { path, found, expected: slugs.join(', ') })
}

/** The first deliverable that something among `found` seems to be. */
function closest(
  slugs: readonly Slug[],
  found: readonly string[],
  nearest: typeof nearestFolder,
): { readonly slug: Slug; readonly near: string } | undefined {
  for (const slug of slugs) {
    const near = nearest(slug, found)
    if (near !== undefined) return { slug, near }
  }
  return undefined
}

function names(entries: readonly Dirent[], kind: 'folders' | 'files'): readonly string[] {
  return entries.filter((entry) => entry.isDirectory() === (kind === 'folders')).map((entry) => entry.name)
}

function listed(entries: readonly Dirent[]): string {
  const all = entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
  return all.slice(0, limits.listed).join(', ') + (all.length > limits.listed ? ', …' : '')
}
