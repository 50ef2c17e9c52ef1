import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Slug } from '../model/verdict.ts'

const engine = ['backend', 'checks', 'model', 'numeric', 'oracles', 'running', 'scoring', 'subject']

/** A hash of everything that a deliverable's verdicts on the reference depend on, the engine included. */
export function sourcesHash(root: string, slug: Slug): string {
  const hash = createHash('sha256')
  const folders = [
    ...engine.map((name) => path.join('grader', name)),
    path.join('grader', 'deliverables', slug),
    path.join('solutions', 'shared'),
    path.join('solutions', slug),
  ]
  for (const file of [...folders.flatMap((folder) => filesBelow(root, folder)), 'package-lock.json'].sort()) {
    hash
      .update(file.replaceAll(path.sep, '/'))
      .update('\0')
      .update(readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n'))
      .update('\0')
  }
  return `sha256:${hash.digest('hex')}`
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return []
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(root, place) : [place]
  })
}
