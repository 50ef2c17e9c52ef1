import { join } from 'node:path'
import { LabError } from '../../model/errors.ts'
import { generate, requireClean } from './generate.ts'
import { pathsOf, textOf } from './tree.ts'

/** Every file of the starter by its path, made from the solutions. A solution that is blank then is left out. */
export async function generateStarter(solutionsFolder: string): Promise<Map<string, string>> {
  const starter = new Map<string, string>()
  for (const path of await pathsOf(solutionsFolder)) {
    const text = await starterText(join(solutionsFolder, path), path)
    if (text !== undefined) starter.set(path, text)
  }
  if (starter.size === 0) throw new LabError('fault', 'starter.nothing', { folder: solutionsFolder })
  return starter
}

async function starterText(file: string, path: string): Promise<string | undefined> {
  const source = await textOf(file)
  if (source === undefined) return undefined
  const text = isDeliverable(path) ? generate(source, path) : source
  requireClean(text, path)
  return text.trim() === '' && source.trim() !== '' ? undefined : text
}

/** Shared helpers and tests are given as they are; the rest of the TypeScript is what the student writes. */
function isDeliverable(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('shared/')
}
