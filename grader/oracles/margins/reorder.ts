/**
 * The same network with its units, inputs and examples in another order. In exact arithmetic it gives the same numbers,
 * in that order; in float64 every sum is taken in another order, as in right code by another hand.
 */
import type { Mat } from '../../model/mat.ts'
import { at, mat } from '../../numeric/mat.ts'
import type { Random } from '../../numeric/random.ts'
import { mapTensors, type Tensors } from '../tensors.ts'
import type { Case, Sizes } from './draw.ts'

/** What a row or column stands for: a hidden unit, an input, both (`[h; x]`), an example, or nothing that is reordered. */
export type Axis = 'H' | 'D' | 'V' | 'B' | 'fixed'

export type Axes = readonly [rows: Axis, columns: Axis]

/** Of every axis, the old index that each new one takes. */
export type Order = Readonly<Record<Exclude<Axis, 'fixed'>, readonly number[]>>

export function drawOrder(random: Random, { D, H, B }: Sizes): Order {
  const [h, d, b] = [shuffled(random, H), shuffled(random, D), shuffled(random, B)]
  return { H: h, D: d, V: [...h, ...d.map((k) => H + k)], B: b }
}

/** A case in another order; `axes` says what the rows and columns of its parameters are. */
export function reorderCase<Params extends Tensors<Params>>(
  drawn: Case<Params>,
  axes: (name: keyof Params) => Axes,
  order: Order,
): Case<Params> {
  const state = (m: Mat): Mat => reorder(m, ['H', 'B'], order)
  return {
    ...drawn,
    params: reorderTensors(drawn.params, axes, order),
    xs: drawn.xs.map((x) => reorder(x, ['D', 'B'], order)),
    h0: state(drawn.h0),
    c0: state(drawn.c0),
    dhs: drawn.dhs.map(state),
    labels: order.B.map((k) => drawn.labels[k] ?? NaN),
  }
}

export function reorderTensors<P extends Tensors<P>>(tensors: P, axes: (name: keyof P) => Axes, order: Order): P {
  return mapTensors(tensors, (m, name) => reorder(m, axes(name), order))
}

export function reorder(m: Mat, [rows, columns]: Axes, order: Order): Mat {
  const [row, column] = [along(rows, order), along(columns, order)]
  return mat(m.rows, m.columns, (i, j) => at(m, row(i), column(j)))
}

/** Gate matrices act on `[h; x]`; biases and peepholes are columns. */
export function gateAxes(name: string): Axes {
  return name.startsWith('W') ? ['H', 'V'] : ['H', 'fixed']
}

export function rnnAxes(name: string): Axes {
  const axes: Readonly<Record<string, Axes>> = {
    Wxh: ['H', 'D'],
    Whh: ['H', 'H'],
    bh: ['H', 'fixed'],
    Why: ['fixed', 'H'],
  }
  return axes[name] ?? ['fixed', 'fixed']
}

function along(axis: Axis, order: Order): (index: number) => number {
  return axis === 'fixed' ? (index) => index : (index) => order[axis][index] ?? -1
}

/** Fisher–Yates. */
function shuffled(random: Random, count: number): number[] {
  const items = Array.from({ length: count }, (_, k) => k)
  for (let last = count - 1; last > 0; last--) {
    const other = random.int(0, last)
    ;[items[last], items[other]] = [items[other] ?? NaN, items[last] ?? NaN]
  }
  return items
}
