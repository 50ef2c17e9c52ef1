import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** The grader's own folder. */
export const grader = path.resolve(import.meta.dirname, '..', '..')

/** One source file of the grader. Paths are relative to `grader/` and have `/`. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Every module it names: imports of values and types, re-exports and dynamic imports, as written. */
  readonly specifiers: readonly string[]
  /** Those that lie in the repository. */
  readonly imports: readonly string[]
}

// Tests and benchmarks look at every layer; documentation and rebuilt data are not code.
const outside = ['test', 'bench', 'docs']

/** Every TypeScript and JavaScript file of the grader, but for its tests and benchmarks. */
export const sources: readonly Source[] = readdirSync(grader, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.[jt]s$/.test(file) && !outside.includes(folderOf(file)))
  .sort()
  .map(read)

/** The top folder of a file, or `.` for one that lies directly in `grader/`. */
export function folderOf(file: string): string {
  const [top = '', ...rest] = file.split('/')
  return rest.length === 0 ? '.' : top
}

/** A file's code without its comments. */
export function withoutComments({ path: file, text }: Source): string {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  return ts.createPrinter({ removeComments: true }).printFile(parsed)
}

function read(file: string): Source {
  const text = readFileSync(path.join(grader, file), 'utf8')
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  const relative = specifiers.filter((specifier) => specifier.startsWith('.'))
  return { path: file, text, specifiers, imports: relative.map((name) => path.posix.join(path.dirname(file), name)) }
}
