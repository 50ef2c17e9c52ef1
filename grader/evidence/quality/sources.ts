import type { Slug } from '../../model/verdict.ts'
import type { Material } from '../evidence.ts'
import { given, linePrint } from './stubs.ts'

/** A source and which of its lines are its author's. */
export interface OwnFile {
  readonly slug: Slug
  /** In the submission, such as `lstm-cell/lstm-cell.ts`. */
  readonly path: string
  readonly text: string
  /** Numbers from 1 of the lines that the starter did not come with, empty ones aside. */
  readonly own: ReadonlySet<number>
}

const known = new WeakMap<Material['loaded'], readonly OwnFile[]>()

/** The sources of the deliverables that somebody has written into. */
export function ownFiles({ loaded }: Pick<Material, 'loaded'>): readonly OwnFile[] {
  const files = known.get(loaded) ?? readOwn(loaded)
  known.set(loaded, files)
  return files
}

function readOwn(loaded: Material['loaded']): readonly OwnFile[] {
  const all = loaded.flatMap(({ slug, files }) =>
    files.map(({ path, bytes }) => {
      const text = Buffer.from(bytes).toString('utf8')
      return { slug, path: `${slug}/${path}`, text, own: ownLines(slug, text) }
    }),
  )
  const begun = new Set(all.filter(({ own }) => own.size > 0).map(({ slug }) => slug))
  return all.filter(({ slug }) => begun.has(slug))
}

/** How many lines their author wrote. */
export function ownLineCount(files: readonly OwnFile[]): number {
  return files.reduce((sum, { own }) => sum + own.size, 0)
}

function ownLines(slug: Slug, text: string): ReadonlySet<number> {
  const lines = given(slug, 'lines')
  const numbers = text.split('\n').flatMap((line, k) => {
    const print = linePrint(line)
    return print === '' || lines.has(print) ? [] : [k + 1]
  })
  return new Set(numbers)
}
