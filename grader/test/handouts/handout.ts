import { readFileSync } from 'node:fs'
import path from 'node:path'
import type * as tf from '@tensorflow/tfjs'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** The languages of a handout, by file. */
export const handoutFiles = ['README.md', 'README.en.md'] as const

export type HandoutFile = (typeof handoutFiles)[number]

/** One task of a handout: where links lead, and the function that the section is about. */
export interface Section {
  readonly anchor: string
  readonly id: string
  readonly fn: string
  /** True when its heading says that it is worth a bonus. */
  readonly bonus: boolean
}

/** The worked example: a call, its arguments and what comes out. */
export interface Example {
  readonly call: string
  readonly arguments: readonly unknown[]
  /** For a function that builds a model: the weights that it is given, and what it is asked. */
  readonly weights?: readonly tf.TensorLike[]
  readonly input?: tf.TensorLike
  readonly result: unknown
}

export function handout(slug: string, file: HandoutFile): string {
  return readFileSync(path.join(root, 'assignments', slug, file), 'utf8')
}

export function starter(slug: string): string {
  return readFileSync(path.join(root, 'starter', slug, `${slug}.ts`), 'utf8')
}

/** An imported solution: its exported functions by name. */
export async function solution(slug: string): Promise<Readonly<Record<string, (...args: unknown[]) => unknown>>> {
  const exported = (await import(path.join(root, 'solutions', slug, `${slug}.ts`))) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(exported).filter(
      (entry): entry is [string, (...args: unknown[]) => unknown] => typeof entry[1] === 'function',
    ),
  )
}

/** The functions that the contract asks for. */
export async function required(slug: string): Promise<readonly string[]> {
  const file = path.join(root, 'grader', 'deliverables', slug, 'contract.ts')
  return ((await import(file)) as { required: readonly string[] }).required
}

/** `<a id="r1"></a>`, a blank line, and a heading such as `### R1 · initRnn`. */
export function sections(text: string): readonly Section[] {
  const found = text.matchAll(/^<a id="(\w+)"><\/a>\n\n#+ (\w+) · (\w+)( \((?:bono|bonus)\))?$/gm)
  return [...found].map(([, anchor = '', id = '', fn = '', bonus]) => ({ anchor, id, fn, bonus: bonus !== undefined }))
}

/** The JSON of every block marked as the example. */
export function exampleBlocks(text: string): readonly string[] {
  return [...text.matchAll(/^```json example\n(.*?)^```$/gms)].map(([, json = '']) => json)
}

export function headings(text: string): readonly string[] {
  // A comment of a shell script also begins with `#`.
  const prose = text.replaceAll(/^```.*?^```$/gms, '')
  return [...prose.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks)
}
