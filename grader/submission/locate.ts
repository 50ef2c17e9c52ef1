import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Slug } from '../model/verdict.ts'
import { identify } from './identity.ts'
import { Ledger } from './ledger.ts'
import { holdsNone } from './lost.ts'
import { type Found, membersOf, type Search, type Skipped } from './members.ts'
import { isArchive, kindOf, noFolder, notOpened, unpackedName } from './opening.ts'
import { rootOf } from './root.ts'
import type { Unpacker } from './unpacker.ts'
import { unwrapped } from './wrapper.ts'

/** Where a submission is, and who it is. */
export interface SubmissionRoot extends Found {
  /** ASCII, unique within the class. */
  readonly id: string
}

export type Located =
  | { readonly kind: 'one'; readonly root: SubmissionRoot }
  | { readonly kind: 'class'; readonly roots: readonly SubmissionRoot[]; readonly skipped: readonly Skipped[] }

/** Finds the submission, or the class of submissions, that a path on the command line means. */
export async function locate(path: string, slugs: readonly Slug[], unpacker?: Unpacker): Promise<Located> {
  const kind = await kindOf(path)
  try {
    if (kind === 'archive') return await locateInArchive(path, { slugs, unpacker })
    const folder = resolve(path)
    return await locateIn(path, { disk: folder, folder, name: basename(folder) }, { slugs, unpacker })
  } catch (error) {
    throw notOpened(path, 'usage', error)
  }
}

/** An archive may hold a submission or a class, in folders that packing added. */
async function locateInArchive(path: string, search: Search): Promise<Located> {
  if (!search.unpacker) throw noFolder(path, 'usage')
  const within = { ledger: new Ledger(), handedIn: resolve(path) }
  const unpacked = await search.unpacker.unpack(await realpath(path), path, within.ledger)
  const disk = await unwrapped(unpacked, search.slugs)
  const name = unpackedName(basename(path))
  return locateIn(path, { disk, folder: within.handedIn, name }, { ...search, within })
}

/** Looks into the folder `disk`, which stands for what was handed in as `folder`. */
async function locateIn(
  path: string,
  { disk, folder, name }: { readonly disk: string; readonly folder: string; readonly name: string },
  search: Search,
): Promise<Located> {
  const root = await rootOf(disk, search.slugs)
  if (root !== undefined) return { kind: 'one', root: one({ root, folder, name }) }
  const members = await membersOf(disk, search)
  const found = members.filter((member) => 'root' in member)
  const skipped = members.filter((member) => 'error' in member)
  if (found.length > 0) return { kind: 'class', roots: withIds(found), skipped }
  const [refused, ...others] = skipped.filter((member) => isArchive(member.name))
  if (refused && others.length > 0) return { kind: 'class', roots: [], skipped }
  throw refused?.error ?? (await holdsNone(path, disk, search.slugs, search.within !== undefined))
}

function one(found: Found): SubmissionRoot {
  return { ...found, id: identify([found.name])[0] ?? 'submission' }
}

function withIds(found: readonly Found[]): readonly SubmissionRoot[] {
  const ids = identify(found.map(({ name }) => name))
  return found.map((member, i) => ({ ...member, id: ids[i] ?? 'submission' }))
}
