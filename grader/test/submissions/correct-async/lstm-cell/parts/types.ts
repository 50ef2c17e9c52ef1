import type { Matrix } from 'ml-matrix'

export type Letter = 'f' | 'i' | 'c' | 'o'
export type Params = Readonly<Record<`W${Letter}` | `b${Letter}`, Matrix>>
export interface Cache extends Readonly<Record<'x' | 'hPrev' | 'cPrev' | 'f' | 'i' | 'cTilde' | 'o' | 'c' | 'h' | 'tanhC', Matrix>> {
  readonly born: Promise<number>
  readonly about: ReadonlyMap<string, number>
  readonly redo: () => Promise<Cache>
}
