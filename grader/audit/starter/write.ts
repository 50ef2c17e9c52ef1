import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { LabError } from '../../model/errors.ts'
import { type Difference, differences } from './compare.ts'
import { generateStarter } from './starter.ts'

/** What was done to bring a starter in step. */
export interface Written {
  readonly written: readonly string[]
  readonly removed: readonly string[]
}

/** Brings the starter in step with the solutions: writes what differs, removes what no solution makes. */
export async function writeStarter(solutionsFolder: string, starterFolder: string): Promise<Written> {
  requireApart(solutionsFolder, starterFolder)
  const generated = await generateStarter(solutionsFolder)
  const changes = await differences(generated, starterFolder)
  const removed = pathsOf(changes.filter((change) => change.kind === 'extra'))
  const written = pathsOf(changes.filter((change) => change.kind !== 'extra'))
  for (const path of removed) await remove(starterFolder, path)
  for (const path of written) await write(join(starterFolder, path), generated.get(path) ?? '')
  return { written, removed }
}

/** What is extra is deleted, so a starter inside the solutions, or around them, would be a loss. */
function requireApart(solutionsFolder: string, starterFolder: string): void {
  if (!contains(solutionsFolder, starterFolder) && !contains(starterFolder, solutionsFolder)) return
  throw new LabError('usage', 'starter.overlap', { solutions: solutionsFolder, starter: starterFolder })
}

function contains(outer: string, inner: string): boolean {
  return (resolve(inner) + sep).startsWith(resolve(outer) + sep)
}

function pathsOf(changes: readonly Difference[]): readonly string[] {
  return changes.map((change) => change.path)
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Removes a file and the folders that it leaves empty. */
async function remove(root: string, path: string): Promise<void> {
  await rm(join(root, path))
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (!(await removeEmpty(join(root, folder)))) return
  }
}

async function removeEmpty(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  )
}
