import { limits } from './limits.ts'
import { collision, nameTrouble } from './names.ts'
import { refuse } from './problem.ts'
import type { Entry } from './walk.ts'

/**
 * The entries of a deliverable's folder that are its source. Hard links are taken: clones and copy tools make them,
 * and what one can read through them is only what lies in the folder anyway.
 */
export function sourcePaths(folder: string, entries: readonly Entry[]): readonly string[] {
  for (const entry of entries) requirePlain(folder, entry)
  const paths = entries.filter((entry) => entry.kind === 'file' && isSource(entry.path)).map((entry) => entry.path)
  if (paths.length > limits.files) {
    refuse('too-many', 'submission.too-many', { path: folder, count: paths.length, limit: limits.files })
  }
  for (const path of paths) requireName(folder, path)
  requireDistinct(folder, paths)
  return paths
}

/** TypeScript that can be part of a solution: neither a test nor a declaration. */
export function isSource(path: string): boolean {
  return path.endsWith('.ts') && !/\.(test|d)\.ts$/.test(path)
}

function requirePlain(folder: string, { path: below, kind }: Entry): void {
  const path = `${folder}/${below}`
  if (kind === 'symlink') refuse('symlink', 'submission.symlink', { path })
  if (kind === 'other') refuse('not-a-file', 'submission.not-a-file', { path })
  if (kind === 'folder' && isSource(below)) refuse('not-a-file', 'submission.folder-not-file', { path })
}

function requireName(folder: string, below: string): void {
  const path = `${folder}/${below}`
  const trouble = nameTrouble(below)
  if (trouble === 'long') refuse('name', 'submission.name-long', { path, limit: limits.nameLength })
  if (trouble !== undefined) refuse('name', `submission.name-${trouble}`, { path })
  if (below.split('/').length - 1 > limits.depth) {
    refuse('too-many', 'submission.too-deep', { path, limit: limits.depth })
  }
}

function requireDistinct(folder: string, paths: readonly string[]): void {
  const pair = collision(paths)
  if (pair) refuse('name', 'submission.name-collision', { path: `${folder}/${pair[1]}`, other: `${folder}/${pair[0]}` })
}
