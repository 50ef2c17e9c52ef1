import type { Slug } from '../model/verdict.ts'
import { Refused } from './problem.ts'
import { readAll, type SourceFile } from './read.ts'
import { sourcePaths } from './source.ts'
import { walk } from './walk.ts'

/**
 * A student's own tests of a deliverable, `*.test.ts`, and the `*.json` beside them that they may read; none where one of
 * them cannot be taken. They are read as sources are: regular files only, no links, limited in size.
 */
export async function loadTests(root: string, slug: Slug): Promise<readonly SourceFile[]> {
  try {
    const entries = await walk(root, slug)
    // The same entries, seen as sources are: a link or a strange name among them is refused there.
    sourcePaths(slug, entries)
    const paths = entries.flatMap(({ kind, path }) => (kind === 'file' && isTest(path) ? [path] : []))
    return await readAll(root, slug, paths)
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

/** A test, or numbers for one; what configures tools is neither. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || (path.endsWith('.json') && !/(?:^|\/)(?:package|tsconfig)[^/]*$/.test(path))
}
