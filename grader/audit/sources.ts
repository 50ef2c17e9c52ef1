import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Everything that a verdict on the reference depends on. */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  const folders = ['backend', 'checks', 'deliverables', 'model', 'numeric', 'oracles', 'running', 'scoring', 'subject']
  const files = [...folders.map((name) => path.join('grader', name)), 'solutions'].flatMap((folder) =>
    filesBelow(root, folder),
  )
  for (const file of [...files, 'rubric.json', 'package-lock.json'].sort()) {
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
