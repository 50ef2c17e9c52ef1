import { formatNumber } from '../numeric/compare.ts'
import type { Clue } from '../model/diagnosis.ts'
import { isWord, type Block, type Numbers, type Observation } from './block.ts'
import type { Unit } from './explain.ts'
import type { Fingerprints } from './fingerprints.ts'
import { departing } from './sketch.ts'

/**
 * What can be said of outputs that no variant explains: where they depart first, which are right, and whether a simple
 * transformation (transposed, another sign, a constant factor, one step off in time, float32) makes them the reference's.
 */
export function describeDeparture(unit: Unit, functions: string, prints: Fingerprints, own: Observation): Clue[] {
  const reference = prints.reference[unit.name] ?? {}
  const names = departing(reference, own, unit.tolerance)
  const [first] = [...names].sort((a, b) => timeOf(a) - timeOf(b))
  if (first === undefined) return []
  const right = Object.keys(reference).filter((name) => !names.includes(name) && !name.endsWith('.length'))
  return [
    { messageId: 'diagnosis.departs', params: { functions, at: first } },
    ...transformation(names, reference, own),
    ...(right.length === 0 ? [] : [{ messageId: 'diagnosis.right', params: { places: summary(right) } }]),
  ]
}

/** Of blocks such as `hs[3]` the time, so that the first in time comes first; others come before all times. */
function timeOf(name: string): number {
  return Number(/\[(\d+)\]/.exec(name)?.[1] ?? -1)
}

/** `hs[0], hs[1], hs[2]` as `hs[0..2]`, and not more than a line of it all. */
function summary(names: readonly string[]): string {
  const runs: { list: string; from: number; to: number }[] = []
  for (const name of names) {
    const [, list = name, index = ''] = /^(.*)\[(\d+)\]$/.exec(name) ?? []
    const last = runs.at(-1)
    if (index !== '' && last?.list === list && Number(index) === last.to + 1) last.to++
    else runs.push({ list, from: index === '' ? -1 : Number(index), to: Number(index) })
  }
  const written = runs.map(({ list, from, to }) =>
    from < 0 ? list : `${list}[${String(from)}${to > from ? `..${String(to)}` : ''}]`,
  )
  return written.length <= 6 ? written.join(', ') : `${written.slice(0, 6).join(', ')} …`
}

function transformation(names: readonly string[], reference: Observation, own: Observation): Clue[] {
  const pairs = names.map((name) => [reference[name], own[name], name] as const)
  const all = (test: (expected: Numbers, received: Numbers, name: string) => boolean): boolean =>
    pairs.every(([a, b, name]) => isNumbers(a) && isNumbers(b) && test(a, b, name))
  if (all((a, b) => near(transposed(a), b, 1e-9))) return [{ messageId: 'diagnosis.transposed', params: {} }]
  const ratio = ratioOf(pairs[0]?.[0], pairs[0]?.[1])
  if (ratio !== undefined && all((a, b) => near(scaled(a, ratio), b, 1e-9))) {
    if (Math.abs(ratio + 1) < 1e-9) return [{ messageId: 'diagnosis.sign', params: {} }]
    return [{ messageId: 'diagnosis.ratio', params: { ratio: formatNumber(ratio, 5) } }]
  }
  if (all((a, b) => near(a, b, 1e-5))) return [{ messageId: 'diagnosis.float32', params: {} }]
  for (const [shift, messageId] of [
    [-1, 'diagnosis.late'],
    [1, 'diagnosis.early'],
  ] as const) {
    const shifted = names.filter((name) => isNumbers(reference[moved(name, shift)]))
    const held = shifted.every((name) => {
      const [a, b] = [reference[moved(name, shift)], own[name]]
      return isNumbers(a) && isNumbers(b) && near(a, b, 1e-9)
    })
    if (held && shifted.length > 1) return [{ messageId, params: {} }]
  }
  return []
}

/** `hs[3]` one step on is `hs[4]`. */
function moved(name: string, by: number): string {
  return name.replace(/\[(\d+)\]/, (_, t: string) => `[${String(Number(t) + by)}]`)
}

function isNumbers(block: Block | undefined): block is Numbers {
  return block !== undefined && !isWord(block)
}

function near(a: Numbers, b: Numbers, tolerance: number): boolean {
  const close = (x: number, y = NaN): boolean => Math.abs(x - y) <= tolerance * (1 + Math.abs(x))
  return a.rows === b.rows && a.columns === b.columns && a.values.every((value, k) => close(value, b.values[k]))
}

function transposed({ rows, columns, values }: Numbers): Numbers {
  const data = Array.from(
    { length: values.length },
    (_, k) => values[(k % rows) * columns + Math.floor(k / rows)] ?? NaN,
  )
  return { rows: columns, columns: rows, values: data }
}

function scaled(block: Numbers, factor: number): Numbers {
  return { ...block, values: block.values.map((value) => value * factor) }
}

/** How many times the expected block the received one is, by their largest element; undefined for 0 and what is not finite. */
function ratioOf(expected: Block | undefined, received: Block | undefined): number | undefined {
  if (!isNumbers(expected) || !isNumbers(received)) return undefined
  const k = expected.values.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(expected.values[best] ?? 0) ? i : best),
    0,
  )
  const ratio = (received.values[k] ?? NaN) / (expected.values[k] ?? NaN)
  return Number.isFinite(ratio) && Math.abs(ratio) > 1e-9 && Math.abs(ratio - 1) > 1e-9 ? ratio : undefined
}
