import { readdirSync } from 'node:fs'
import path from 'node:path'
import { LabError } from '../model/errors.ts'
import type { Mark } from '../model/mark.ts'
import type { Rubric } from '../model/rubric.ts'
import { oneLine } from '../reports/neutral.ts'
import { readMarks } from '../scoring/mark-file.ts'
import { nearest } from '../scoring/rubric.ts'
import type { CommandContext } from './context.ts'

/** Marks by the id of a submission. */
export type Marks = ReadonlyMap<string, readonly Mark[]>

/**
 * Where the marks of an `--out` folder are: beside it, so that they outlive whoever deletes `out` to grade anew, and by its
 * name, so that the Ana of another class never gets them.
 */
export function marksFolder(out: string, asked: string | undefined): string {
  if (asked !== undefined) return asked
  const folder = path.resolve(out)
  const beside = path.join(path.dirname(folder), `${path.basename(folder)}-marks`)
  return path.isAbsolute(out) ? beside : path.relative(process.cwd(), beside)
}

/** Reads every mark before anything is done with one: a file that is wrong ends it with nothing changed. */
export function loadMarks(out: string, asked: string | undefined, rubric: Rubric): Marks {
  const folder = marksFolder(out, asked)
  const ids = markedIds(folder, asked !== undefined)
  return new Map(ids.map((id) => [id, readMarks(path.join(folder, `${id}.json`), rubric)]))
}

/** Names, on standard error, files of marks that belong to no submission: a slip in a name would lose them in silence. */
export function nameStrays(
  { say, note }: CommandContext,
  marks: Marks,
  { folder, ids }: { readonly folder: string; readonly ids: readonly string[] },
): void {
  for (const id of marks.keys()) {
    if (ids.includes(id)) continue
    const file = path.join(folder, `${id}.json`)
    note(`${oneLine(say('marks.stray', { file, id, near: nearest(id, ids) }))}\n`)
  }
}

/** What begins with `class.` is nobody's id: the drafts of the page lie there. */
function markedIds(folder: string, required: boolean): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('class.'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && !required) return []
    throw new LabError('usage', 'marks.no-folder', { path: folder, reason: String(code) }, error)
  }
}
