import { basename, join, resolve } from 'node:path'
import type { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import { identify } from './identity.ts'
import { holdsNone } from './lost.ts'
import { isArchive, linked, noFolder, notOpened, requireFolder } from './opening.ts'
import { list, rootOf } from './root.ts'

/** Where a submission is, and who it is. */
export interface SubmissionRoot {
  /** Absolute path of the folder that holds the deliverables. */
  readonly root: string
  /** Absolute path of the folder that was handed in: `root` itself, or the one around its `starter/`. */
  readonly folder: string
  /** The name of `folder`. */
  readonly name: string
  /** ASCII, unique within the class. */
  readonly id: string
}

/** A member of a class that cannot be graded, and why. */
export interface Skipped {
  readonly name: string
  readonly error: LabError
}

export type Located =
  | { readonly kind: 'one'; readonly root: SubmissionRoot }
  | { readonly kind: 'class'; readonly roots: readonly SubmissionRoot[]; readonly skipped: readonly Skipped[] }

type Found = Omit<SubmissionRoot, 'id'>

/** Finds the submission, or the class of submissions, that a path on the command line means. */
export async function locate(path: string, slugs: readonly Slug[]): Promise<Located> {
  await requireFolder(path)
  try {
    return await locateIn(path, resolve(path), slugs)
  } catch (error) {
    throw notOpened(path, 'usage', error)
  }
}

async function locateIn(path: string, folder: string, slugs: readonly Slug[]): Promise<Located> {
  const root = await rootOf(folder, slugs)
  if (root !== undefined) return { kind: 'one', root: one({ root, folder, name: basename(folder) }) }
  const members = await membersOf(folder, slugs)
  const found = members.filter((member) => 'root' in member)
  if (found.length === 0) throw await holdsNone(path, folder, slugs)
  return { kind: 'class', roots: withIds(found), skipped: members.filter((member) => 'error' in member) }
}

function one(found: Found): SubmissionRoot {
  return { ...found, id: identify([found.name])[0] ?? 'submission' }
}

function withIds(found: readonly Found[]): readonly SubmissionRoot[] {
  const ids = identify(found.map(({ name }) => name))
  return found.map((member, i) => ({ ...member, id: ids[i] ?? 'submission' }))
}

/** A link is named and not followed: it could stand for somebody else's work. */
async function membersOf(folder: string, slugs: readonly Slug[]): Promise<readonly (Found | Skipped)[]> {
  const members: (Found | Skipped)[] = []
  for (const entry of await list(folder)) {
    if (entry.isDirectory()) members.push(await memberOf(join(folder, entry.name), entry.name, slugs))
    else if (entry.isSymbolicLink()) members.push({ name: entry.name, error: linked(entry.name) })
    else if (isArchive(entry.name)) members.push({ name: entry.name, error: noFolder(entry.name, 'submission') })
  }
  return members
}

async function memberOf(folder: string, name: string, slugs: readonly Slug[]): Promise<Found | Skipped> {
  try {
    const root = await rootOf(folder, slugs)
    return root === undefined ? { name, error: await holdsNone(name, folder, slugs) } : { root, folder, name }
  } catch (error) {
    return { name, error: notOpened(name, 'submission', error) }
  }
}
