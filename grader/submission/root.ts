import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Slug } from '../model/verdict.ts'
import { byName, isIgnored } from './walk.ts'

/** Where a student's copy of the lab keeps the submission. */
const inner = 'starter'

/** The folder that holds the deliverables: `folder` itself, else its `starter/`, else none. */
export async function rootOf(folder: string, slugs: readonly Slug[]): Promise<string | undefined> {
  const entries = await list(folder)
  if (holds(entries, slugs)) return folder
  if (!entries.some((entry) => entry.name === inner && entry.isDirectory())) return undefined
  return holds(await list(join(folder, inner)), slugs) ? join(folder, inner) : undefined
}

/** What a folder holds, in code unit order, without what tools leave there. */
export async function list(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => !isIgnored(entry.name)).sort(byName)
}

/** A link counts, so that loading can say what is wrong with it. */
function holds(entries: readonly Dirent[], slugs: readonly Slug[]): boolean {
  return entries.some((entry) => slugs.includes(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
}
