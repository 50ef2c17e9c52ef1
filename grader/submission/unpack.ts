import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LabError } from '../model/errors.ts'
import type { MessageParams } from '../model/finding.ts'
import { evidence } from './hash.ts'
import type { Ledger } from './ledger.ts'
import { limits } from './limits.ts'
import { fold } from './names.ts'
import { isArchive, lost } from './opening.ts'
import type { Count, PackedEntry } from './packed.ts'
import { placeOf } from './packed-name.ts'
import { isSource } from './source.ts'
import { isTest } from './tests.ts'

/** The archive under the name that a message shows, and all its bytes. */
export interface Archive {
  readonly shown: string
  readonly bytes: Buffer
}

/**
 * Unpacks an archive into `folder`, which is nobody else's. Only what may be graded gets its content; any other file
 * becomes an empty one of its name, so that a misnamed file is found as in a folder. What tries to be more than files
 * and folders is refused.
 */
export async function unpackInto(folder: string, { shown, bytes }: Archive, ledger: Ledger): Promise<void> {
  const count: Count = (size) => {
    ledger.spend(size, shown)
  }
  const unpacked = new Tree(shown)
  for await (const entry of await entriesOf(shown, bytes, count)) {
    ledger.see(shown)
    const path = pathOf(shown, entry)
    if (path === undefined || !unpacked.claim(path, entry.kind === 'folder' ? 'folder' : 'file')) continue
    ledger.keep(shown)
    await write(join(folder, ...path.split('/')), entry, isGraded(path))
  }
}

/** The readers are loaded when an archive comes: most submissions are folders. */
async function entriesOf(shown: string, bytes: Buffer, count: Count): Promise<AsyncIterable<PackedEntry>> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return (await import('./zip.ts')).zipEntries(bytes, count)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return (await import('./tar-gz.ts')).tarGzEntries(bytes, count)
  throw lost('submission', 'submission.archive-kind', { path: shown })
}

/** Where an entry goes; undefined when it is left out. */
function pathOf(shown: string, { name, kind, locked }: PackedEntry): string | undefined {
  const refuse = (messageId: string): never => {
    throw refused(shown, name, messageId)
  }
  const place = placeOf(name)
  if (place.kind === 'outside') return refuse('submission.archive-escape')
  if (place.kind === 'ignored') return undefined
  if (kind === 'link') return refuse('submission.archive-link')
  if (kind === 'special') return refuse('submission.archive-special')
  if (place.kind === 'unwritable') return isGraded(name) ? refuse('submission.archive-name') : undefined
  return locked !== undefined && kind === 'file' && isGraded(name) ? refuse(locked) : place.path
}

/** Sources, tests, evidence, and archives, which may be a class's; by name alone, because the root is not known yet. */
function isGraded(path: string): boolean {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  if (isSource(name) || isTest(name) || isArchive(name)) return true
  return evidence.files.includes(name) || folders.includes(evidence.folder)
}

async function write(place: string, { kind, content }: PackedEntry, graded: boolean): Promise<void> {
  await mkdir(kind === 'folder' ? place : dirname(place), { recursive: true })
  if (kind === 'file') await writeFile(place, graded ? content() : '', { flag: 'wx', mode: 0o600 })
}

/** The paths taken so far, as a disk sees them for which case does not count. */
class Tree {
  readonly #shown: string
  readonly #taken = new Map<string, { readonly path: string; readonly kind: 'file' | 'folder' }>()

  constructor(shown: string) {
    this.#shown = shown
  }

  /** Takes a path and the folders around it; false when an unimportant file finds its place taken. */
  claim(path: string, kind: 'file' | 'folder'): boolean {
    const parts = path.split('/')
    const claims = parts.map((_, k) => {
      const above = parts.slice(0, k + 1).join('/')
      return { path: above, kind: above === path ? kind : ('folder' as const) }
    })
    for (const claimed of claims) {
      const earlier = this.#taken.get(fold(claimed.path))
      if (!earlier || (earlier.path === claimed.path && earlier.kind === 'folder' && claimed.kind === 'folder'))
        continue
      if (kind === 'file' && !isGraded(path)) return false
      throw refused(this.#shown, path, 'submission.archive-twice', { other: short(earlier.path) })
    }
    for (const claimed of claims) this.#taken.set(fold(claimed.path), claimed)
    return true
  }
}

function refused(shown: string, name: string, messageId: string, more: MessageParams = {}): LabError {
  return lost('submission', messageId, { path: shown, entry: short(name), ...more })
}

/** A name in an archive may have 65,535 characters. */
function short(name: string): string {
  return name.length > limits.nameLength ? `${name.slice(0, limits.nameLength)}…` : name
}
