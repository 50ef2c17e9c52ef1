import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { access, constants, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { LabError } from '../model/errors.ts'
import type { SubmissionRoot } from '../submission/locate.ts'

/**
 * Sees, before anything is graded, that reports can be written: a folder (or none yet), not inside a submission or class,
 * writable, and where a submission's place is taken, taken by an earlier report.
 */
export async function prepareOut(
  out: string,
  roots: readonly SubmissionRoot[],
  classes: readonly string[],
): Promise<void> {
  // Among a class's folders, the reports would be taken for a submission the next time.
  const homes = [...roots.map(({ root }) => root), ...classes.map((folder) => path.resolve(folder))]
  const inside = homes.find((home) => isInside(path.resolve(out), home))
  if (inside !== undefined) throw new LabError('usage', 'usage.out-inside', { path: inside })
  const existing = await nearestExisting(path.resolve(out))
  if (!existing.isFolder) throw new LabError('usage', 'usage.out-is-file', { path: existing.path })
  await access(existing.path, constants.W_OK).catch((error: unknown) => {
    throw unwritable(existing.path, error)
  })
  for (const { id } of roots) await requireOurs(path.join(out, id))
}

/** Writes a file whole or not at all: beside its place first, then moved there. */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const temporary = `${file}.${String(process.pid)}.tmp`
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, file)
  } catch (error) {
    discard(temporary)
    throw unwritable(path.dirname(file), error)
  }
}

/** Whatever kept a file from being written may keep it from being removed. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    return
  }
}

async function requireOurs(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') throw new LabError('usage', 'usage.out-is-file', { path: folder })
    throw unwritable(folder, error)
  })
  const foreign = entries.find((entry) => !ours.has(entry))
  if (foreign !== undefined) throw new LabError('usage', 'usage.out-foreign', { path: folder, found: foreign })
}

const ours: ReadonlySet<string> = new Set([
  'partial.json',
  'report.html',
  'report.json',
  'report.md',
  'report.pdf',
  'student',
])

async function nearestExisting(place: string): Promise<{ path: string; isFolder: boolean }> {
  try {
    return { path: place, isFolder: (await stat(place)).isDirectory() }
  } catch (error) {
    const parent = path.dirname(place)
    if (parent === place) throw unwritable(place, error)
    return nearestExisting(parent)
  }
}

function unwritable(place: string, error: unknown): LabError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new LabError('usage', 'usage.out-unwritable', { path: place, reason }, error)
}

function isInside(place: string, folder: string): boolean {
  const relative = path.relative(folder, place)
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}
