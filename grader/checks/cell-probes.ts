import type { Mat } from '../model/mat.ts'
import { compare, type Expected } from '../numeric/compare.ts'
import { map } from '../numeric/mat.ts'
import type { Random } from '../numeric/random.ts'

import type { BackwardCase } from './backward.ts'
import { probe, type Asked } from './probe.ts'
import { drawSequence, initialName, type RecurrentCell, type Sizes } from './recurrent.ts'
import { exactly } from './tolerances.ts'

/** What the probes of a recurrent cell need to know of it. */
export interface CellProbes<Params extends object> {
  readonly cell: RecurrentCell<Params>
  readonly sizes: Sizes
  readonly init: {
    readonly fn: string
    readonly task: string
    readonly weights: readonly (keyof Params & string)[]
    readonly biases: readonly (keyof Params & string)[]
  }
  readonly step: {
    readonly fn: string
    readonly task: string
    readonly after: readonly string[]
    /** Parameters, input and states, in the order of the arguments. */
    readonly draw: (random: Random) => Readonly<Record<string, object>>
    /** Fields of the answer that are looked at. */
    readonly answers: readonly string[]
  }
  readonly forward: { readonly task: string }
  /** Null for a cell whose gradients are asked for in another way. */
  readonly backward: {
    readonly fn: string
    readonly task: string
    readonly draw: (random: Random) => BackwardCase<Params>
  } | null
  readonly count: { readonly fn: string; readonly task: string }
}

/** Declares the public probes of a cell: initial weights, one step, a sequence, the way back and the count. */
export function declareCellProbes<Params extends object>(model: CellProbes<Params>): void {
  initial(model)
  step(model)
  forward(model)
  if (model.backward) backward(model, model.backward)
  count(model)
}

/** Weights are free to be drawn in any order, so what is looked at is whether they are drawn, and from the seed. */
function initial<Params extends object>({ cell: { slug }, sizes, init }: CellProbes<Params>): void {
  probe(slug, 'init', { functions: [init.fn], task: init.task }, async ({ subject }) => {
    const draw = async (seed: number): Promise<Record<string, unknown>> =>
      recordOf(await subject.call(init.fn, sizes, seed))
    const [first, again, other] = [await draw(1), await draw(1), await draw(2)]
    const same = (a: unknown, b: unknown): boolean => compare(a, b as Expected, exactly, '') === undefined
    const weights = init.weights.map((name) => [
      [`${name}.drawn`, !isConstant(first[name])],
      [`${name}.repeats`, same(first[name], again[name])],
      [`${name}.followsSeed`, !same(first[name], other[name])],
    ])
    return {
      ...Object.fromEntries(weights.flat() as [string, boolean][]),
      ...Object.fromEntries(init.biases.map((name) => [name, first[name]])),
    }
  })
}

function step<Params extends object>({
  cell: { slug },
  step: { fn, task, after, draw, answers },
}: CellProbes<Params>): void {
  probe(slug, 'step', { functions: [fn], task, after }, async ({ subject, random }) => {
    const drawn = draw(random('case'))
    const answer = recordOf(await subject.call(fn, ...Object.values(drawn)))
    const { params, x, ...states } = drawn
    const huge = map(x as Mat, (value) => 1e4 * value)
    const saturated = recordOf(await subject.call(fn, params, huge, ...Object.values(states)))
    const picked = (record: Record<string, unknown>): [string, unknown][] => answers.map((name) => [name, record[name]])
    return {
      ...Object.fromEntries(picked(answer)),
      saturated: Object.fromEntries(picked(saturated)),
      argumentsKept: await keepsArguments(subject, fn, drawn),
    }
  })
}

function forward<Params extends object>({ cell, sizes, step, forward: { task } }: CellProbes<Params>): void {
  const { slug, forward: fn, states, outputs } = cell
  probe(slug, 'forward', { functions: [fn], task, after: ['step'] }, async ({ subject, random }) => {
    const drawn = step.draw(random('case'))
    const xs = drawSequence(random('xs'), sizes)
    const { params, x: _x, ...initial } = drawn
    const keys = [...states, ...outputs]
    const read = async (...args: readonly unknown[]): Promise<Record<string, unknown>> => {
      const answer = recordOf(await subject.call(fn, params, xs, ...(args as object[])))
      return Object.fromEntries(keys.map((key) => [key, answer[key]]))
    }
    return { ...(await read(...Object.values(initial))), fromZeros: await read() }
  })
}

function backward<Params extends object>(
  { cell }: CellProbes<Params>,
  { fn, task, draw }: NonNullable<CellProbes<Params>['backward']>,
): void {
  probe(cell.slug, 'backward', { functions: [fn], task, after: ['forward'] }, async ({ subject, random }) => {
    const { params, xs, initial, dhs } = draw(random('case'))
    const handle = await subject.keep(cell.forward, params, xs, ...initial)
    const answer = recordOf(await subject.call(fn, params, handle.at('caches'), dhs))
    const names = ['grads', 'dxs', ...cell.states.map((key) => `d${initialName(key)}`)]
    return Object.fromEntries(names.map((name) => [name, answer[name]]))
  })
}

function count<Params extends object>({ cell: { slug }, count: { fn, task } }: CellProbes<Params>): void {
  probe(slug, 'count', { functions: [fn], task }, async ({ subject }) => ({
    small: await subject.call(fn, 3, 4),
    large: await subject.call(fn, 50, 128),
  }))
}

/** Whether a function leaves its arguments as they were. */
export async function keepsArguments(
  subject: Asked,
  fn: string,
  args: Readonly<Record<string, object>>,
): Promise<boolean> {
  const live = await subject.hold(args)
  await subject.call(fn, ...Object.keys(args).map((name) => live.at(name)))
  return compare(await subject.read(live), args as Expected, exactly, '') === undefined
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value }
}

function isConstant(value: unknown): boolean {
  const data = (value as Mat | undefined)?.data
  return data === undefined || data.every((each) => each === data[0])
}
