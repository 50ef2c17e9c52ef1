import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import type { Slug } from '../model/verdict.ts'
import { nearestFile, nearestFolder } from './nearest.ts'
import { type Problem, reading, refuse, Refused } from './problem.ts'
import { readAll, type SourceFile } from './read.ts'
import { sourcePaths } from './source.ts'
import { byName, type Entry, walk } from './walk.ts'

/** One deliverable of a submission, held in memory. With a problem it holds no files. */
export interface LoadedDeliverable {
  readonly slug: Slug
  readonly files: readonly SourceFile[]
  readonly problem?: Problem
}

/** Reads what may be graded of `<root>/<slug>/`. Throws only when the fault is the grader's. */
export async function loadDeliverable(root: string, slug: Slug): Promise<LoadedDeliverable> {
  try {
    return { slug, files: await load(root, slug) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { slug, files: [], problem: error.problem }
  }
}

async function load(root: string, slug: Slug): Promise<readonly SourceFile[]> {
  requireFolder(await reading('.', readdir(root, { withFileTypes: true })), slug)
  const entries = await walk(root, slug)
  const paths = sourcePaths(slug, entries)
  if (!paths.includes(`${slug}.ts`)) missingFile(slug, entries)
  return readAll(root, slug, paths)
}

/** Looks the name up in the listing, because a disk that ignores case would also answer to another spelling. */
function requireFolder(siblings: readonly Dirent[], slug: Slug): void {
  const folder = siblings.find((sibling) => sibling.name === slug)
  if (!folder) missingFolder(siblings.toSorted(byName), slug)
  if (folder.isSymbolicLink()) refuse('symlink', 'submission.symlink', { path: slug })
  if (!folder.isDirectory()) refuse('missing-folder', 'submission.not-a-folder', { path: slug })
}

function missingFolder(siblings: readonly Dirent[], slug: Slug): never {
  const near = nearestFolder(slug, names(siblings.filter((sibling) => sibling.isDirectory())))
  if (near !== undefined) refuse('missing-folder', 'submission.missing-folder-near', { slug, near })
  const loose = nearestFile(slug, names(siblings.filter((sibling) => sibling.isFile())))
  if (loose !== undefined) refuse('missing-folder', 'submission.missing-folder-loose', { slug, near: loose })
  return refuse('missing-folder', 'submission.missing-folder', { slug })
}

function missingFile(slug: Slug, entries: readonly Entry[]): never {
  const code = entries.filter((entry) => entry.kind === 'file' && isCode(entry.path)).map((entry) => entry.path)
  const near = nearestFile(`${slug}.ts`, code)
  if (near === undefined) refuse('missing-file', 'submission.missing-file', { slug, path: `${slug}/${slug}.ts` })
  const params = { slug, path: `${slug}/${slug}.ts`, near: `${slug}/${near}` }
  return refuse('missing-file', 'submission.missing-file-near', params)
}

/** What may be the missing file under another name; `.ts.txt` is what an editor makes where extensions are hidden. */
function isCode(path: string): boolean {
  return /\.([cm]?[jt]sx?|txt)$/i.test(path) && !/\.(test|d)\.ts$/i.test(path)
}

function names(entries: readonly Dirent[]): readonly string[] {
  return entries.map((entry) => entry.name)
}
