import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { repository } from './run.ts'

const slugs = ['rnn-bptt', 'lstm-cell', 'gru-cell']

/** What to do to a file of a submission: new content, a change to the old, or null to take it away. */
export type Edit = string | Uint8Array | null | ((text: string) => string)

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A temporary folder that is gone after the tests of the file that asked for it. */
export async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'lab11-test-'))
  made.push(folder)
  return folder
}

/** Fills `folder` with the solutions, changed by `edits`, and returns it. */
export async function submission(folder: string, edits: Readonly<Record<string, Edit>> = {}): Promise<string> {
  return handIn('solutions', folder, edits)
}

/** Fills `folder` with the untouched starter, changed by `edits`, and returns it. */
export async function untouched(folder: string, edits: Readonly<Record<string, Edit>> = {}): Promise<string> {
  return handIn('starter', folder, edits)
}

async function handIn(tree: string, folder: string, edits: Readonly<Record<string, Edit>>): Promise<string> {
  for (const slug of slugs) {
    const file = path.join(slug, `${slug}.ts`)
    await mkdir(path.join(folder, slug), { recursive: true })
    await cp(path.join(repository, tree, file), path.join(folder, file))
  }
  for (const [file, change] of Object.entries(edits)) await edit(path.join(folder, file), change)
  return folder
}

/** Makes one {@link Edit}; a change that changes nothing is a mistake of the test. */
export async function edit(file: string, change: Edit): Promise<void> {
  if (change === null) return rm(file)
  if (typeof change !== 'function') return writeFile(file, change)
  const before = await readFile(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`Expected the edit of ${file} to change it`)
  return writeFile(file, after)
}

/** Puts statements at the start of an exported function. */
export function inside(fn: string, statements: string): (text: string) => string {
  return (text) => {
    const from = text.indexOf(`export function ${fn}(`)
    const brace = text.indexOf(' {\n', from)
    if (from < 0 || brace < 0) throw new Error(`There is no exported function ${fn}`)
    return `${text.slice(0, brace)} {\n  ${statements}\n${text.slice(brace + 3)}`
  }
}

/** The 1-based line of the first line that holds `part`. */
export async function lineOf(file: string, part: string): Promise<number> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  const index = lines.findIndex((line) => line.includes(part))
  if (index < 0) throw new Error(`Expected ${file} to hold ${part}`)
  return index + 1
}

/** Every file below a folder, with `/`, sorted; undefined when there is nothing at that place. */
export async function filesOf(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .sort()
  } catch {
    return undefined
  }
}
