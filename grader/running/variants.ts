import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { applyChanges, type Variant } from '../diagnosis/variant.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import type { Workshop } from './catalogue.ts'

/** The named mistakes of a deliverable; none where its file is not shipped, as in a student's copy. */
export async function loadVariants({ root, cache }: Workshop, slug: Slug): Promise<readonly Variant[]> {
  const source = path.join(root, 'grader', 'deliverables', slug, 'variants.ts')
  if (!existsSync(source)) return []
  await mkdir(cache, { recursive: true })
  const outfile = path.join(cache, `variants-${slug}-${String(process.pid)}.mjs`)
  await build({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'esm', tsconfigRaw: {} })
  try {
    const { variants } = (await import(pathToFileURL(outfile).href)) as { variants: readonly Variant[] }
    return variants
  } finally {
    await rm(outfile, { force: true })
  }
}

/** The solution with a named mistake in it. Throws when the solution has changed and the mistake does not fit any more. */
export function withMistake(solution: string, { id, changes }: Variant): string {
  const text = applyChanges(solution, changes)
  if (text === undefined) throw new LabError('fault', 'fingerprints.unfound', { id })
  return text
}
