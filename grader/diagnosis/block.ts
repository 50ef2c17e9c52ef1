import { isMat } from '../model/mat.ts'

/** One matrix, number or list of numbers of an output; what is no numbers is a word for it, such as `undefined`. */
export type Block = Numbers | Word

export interface Numbers {
  readonly rows: number
  readonly columns: number
  /** Row by row. */
  readonly values: readonly number[]
}

export interface Word {
  readonly word: string
}

/** Everything that the probes of one unit saw, by place: `hs[2]`, `grads.Wf`. */
export type Observation = Readonly<Record<string, Block>>

/** The place that holds the word for an output that never came. */
export const threw = '!'

export function isWord(block: Block): block is Word {
  return 'word' in block
}

/** Lays out a value that came back from a subject, whatever it is. Nothing is kept beyond a few thousand numbers. */
export function flatten(value: unknown, name: string): Observation {
  const blocks: Record<string, Block> = {}
  let left = mostNumbers
  const visit = (item: unknown, place: string): void => {
    const numbers = numbersOf(item)
    left -= numbers?.values.length ?? 1
    if (left < 0) return
    if (numbers) blocks[place] = numbers
    else if (Array.isArray(item)) {
      blocks[`${place}.length`] = scalar(item.length)
      item.forEach((each, k) => {
        visit(each, `${place}[${String(k)}]`)
      })
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, each] of Object.entries(item)) visit(each, place === '' ? key : `${place}.${key}`)
    } else blocks[place] = { word: typeof item === 'string' ? `'${item.slice(0, 40)}'` : String(item).slice(0, 40) }
  }
  visit(value, name)
  return blocks
}

const mostNumbers = 20_000

function scalar(value: number): Numbers {
  return { rows: 1, columns: 1, values: [value] }
}

function numbersOf(item: unknown): Numbers | undefined {
  if (typeof item === 'number') return scalar(item)
  if (typeof item === 'boolean') return scalar(Number(item))
  if (isMat(item)) return { rows: item.rows, columns: item.columns, values: Array.from(item.data) }
  if (isTensor(item)) {
    const columns = item.shape.at(-1) ?? 1
    return { rows: columns === 0 ? 0 : item.data.length / columns, columns, values: Array.from(item.data) }
  }
  if (Array.isArray(item) && item.length > 0 && item.every((each) => typeof each === 'number')) {
    return { rows: 1, columns: item.length, values: item }
  }
  return undefined
}

function isTensor(item: unknown): item is { shape: number[]; data: Float32Array | Int32Array } {
  return typeof item === 'object' && item !== null && 'shape' in item && 'data' in item && ArrayBuffer.isView(item.data)
}
