import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Slug } from '../model/verdict.ts'

/** The reference's own file of a deliverable. */
export function solutionText(root: string, slug: Slug): string {
  return readFileSync(path.join(root, 'solutions', slug, `${slug}.ts`), 'utf8')
}

/** Files that every deliverable has: the same slug at the same place in four trees. Returns those that are missing. */
export function missingFiles(root: string, slugs: readonly Slug[]): string[] {
  return slugs
    .flatMap((slug) => [
      `assignments/${slug}/README.md`,
      `assignments/${slug}/README.en.md`,
      `solutions/${slug}/${slug}.ts`,
      `solutions/${slug}/${slug}.test.ts`,
      `starter/${slug}/${slug}.ts`,
      `starter/${slug}/${slug}.test.ts`,
      `grader/deliverables/${slug}/contract.ts`,
    ])
    .filter((file) => !existsSync(path.join(root, file)))
}

/** A task of the starter whose section a handout lacks. */
export interface MissingSection {
  readonly path: string
  readonly anchor: string
}

/** Every `throw new NotImplemented('R2', …)` of the starter must lead to an anchor in both handouts. */
export function missingSections(root: string, slugs: readonly Slug[]): MissingSection[] {
  return slugs.flatMap((slug) => {
    const stub = readFileSync(path.join(root, 'starter', slug, `${slug}.ts`), 'utf8')
    const tasks = [...stub.matchAll(/new NotImplemented\('(\w+)'/g)].map((match) => (match[1] ?? '').toLowerCase())
    return ['README.md', 'README.en.md'].flatMap((name) => {
      const file = `assignments/${slug}/${name}`
      const handout = readFileSync(path.join(root, file), 'utf8')
      return tasks
        .filter((task) => !handout.includes(`<a id="${task}"></a>`))
        .map((anchor) => ({ path: file, anchor: `#${anchor}` }))
    })
  })
}
