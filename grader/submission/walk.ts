import type { Dirent } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { limits } from './limits.ts'
import { reading, refuse } from './problem.ts'

/** Something found below a folder. Its path is relative to that folder and has `/` on every system. */
export interface Entry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'symlink' | 'other'
}

/**
 * Everything below `<root>/<folder>`, in the order of its names, without following a link. Names that
 * {@link isIgnored} are left out. `folder` itself must not be a link.
 */
export async function walk(root: string, folder: string): Promise<readonly Entry[]> {
  const found: Entry[] = []
  await visit(root, folder, '', found)
  return found
}

/** A name that is nobody's work: of tools, of packages, or of macOS in an archive. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '__MACOSX'
}

/** Code unit order, which no language setting changes. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}

async function visit(root: string, top: string, prefix: string, found: Entry[]): Promise<void> {
  const folder = `${top}/${prefix}`.slice(0, -1)
  for (const entry of await reading(folder, list(join(root, folder)))) {
    const path = prefix + entry.name
    found.push({ path, kind: kindOf(entry) })
    if (found.length > limits.entries)
      refuse('too-many', 'submission.too-many-entries', { path: top, limit: limits.entries })
    if (entry.isDirectory()) await visit(root, top, `${path}/`, found)
  }
}

/** One folder's entries, sorted; of an endless folder only as many as it takes to see that it is. */
async function list(folder: string): Promise<Dirent[]> {
  const found: Dirent[] = []
  for await (const entry of await opendir(folder)) {
    if (!isIgnored(entry.name)) found.push(entry)
    if (found.length > limits.entries) break
  }
  return found.sort(byName)
}

/** What an entry is by itself, not what it points at. */
function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'symlink'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}
