import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import type { Ledger } from './ledger.ts'
import { holdsNone } from './lost.ts'
import { isArchive, linked, noFolder, notOpened, unpackedName } from './opening.ts'
import { list, rootOf } from './root.ts'
import type { Unpacker } from './unpacker.ts'
import { onlyArchive, onlySubmission, unwrapped } from './wrapper.ts'

/** Where a submission is. */
export interface Found {
  /** Absolute path of the folder that holds the deliverables. */
  readonly root: string
  /** Absolute path of what was handed in: `root` itself, the folder around its `starter/`, or the archive. */
  readonly folder: string
  /** The name of what was handed in, without what makes it an archive. */
  readonly name: string
}

/** A member of a class that cannot be graded, and why. */
export interface Skipped {
  readonly name: string
  readonly error: LabError
}

/** What a search knows: which deliverables there are, and who unpacks for it. */
export interface Search {
  readonly slugs: readonly Slug[]
  /** None where the submission will be written to or watched: then an archive is refused. */
  readonly unpacker: Unpacker | undefined
  /** The archive that the class itself came in, and what it has cost so far. */
  readonly within?: { readonly handedIn: string; readonly ledger: Ledger }
}

/** The submissions of a class. A link is named and not followed: it could stand for somebody else's work. */
export async function membersOf(folder: string, search: Search): Promise<readonly (Found | Skipped)[]> {
  const members: (Found | Skipped)[] = []
  for (const entry of await list(folder)) {
    const member = await memberAt(folder, entry, search)
    if (member) members.push(member)
  }
  return members
}

/** A file that is no archive belongs to nobody: a list of names, a note of the instructor's. */
async function memberAt(folder: string, entry: Dirent, search: Search): Promise<Found | Skipped | undefined> {
  const { name } = entry
  try {
    if (entry.isDirectory()) return await folderMember(join(folder, name), name, search)
    if (entry.isSymbolicLink()) return { name, error: linked(name) }
    return isArchive(name) ? await packedMember(join(folder, name), { name, shown: name }, search) : undefined
  } catch (error) {
    return { name, error: error instanceof LabError ? error : notOpened(name, 'submission', error) }
  }
}

async function folderMember(folder: string, name: string, search: Search): Promise<Found | Skipped> {
  const root = await rootOf(folder, search.slugs)
  if (root !== undefined) return found(root, folder, name, search)
  const archive = search.unpacker ? await onlyArchive(folder) : undefined
  if (archive === undefined) return { name, error: await holdsNone(name, folder, search.slugs) }
  return packedMember(join(folder, archive), { name, shown: join(name, archive) }, search)
}

async function packedMember(
  file: string,
  { name, shown }: { readonly name: string; readonly shown: string },
  search: Search,
): Promise<Found | Skipped> {
  const { slugs, unpacker, within } = search
  if (!unpacker) return { name, error: noFolder(shown, 'submission') }
  const disk = await unwrapped(await unpacker.unpack(file, shown, within?.ledger), slugs)
  const root = (await rootOf(disk, slugs)) ?? (await onlySubmission(disk, slugs))
  if (root === undefined) return { name, error: await holdsNone(shown, disk, slugs, true) }
  return found(root, file, unpackedName(name), search)
}

/** What was handed in is never a place among the unpacked, which are gone when the command ends. */
function found(root: string, folder: string, name: string, { within }: Search): Found {
  return { root, folder: within?.handedIn ?? folder, name }
}
