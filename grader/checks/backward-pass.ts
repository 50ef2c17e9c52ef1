import type fc from 'fast-check'
import { isMat, type Mat } from '../model/mat.ts'
import type { Localized } from '../model/verdict.ts'
import { dot } from '../numeric/mat.ts'
import type { Random } from '../numeric/random.ts'
import { numericGradientAtOnce } from '../oracles/numeric-gradient.ts'
import type { Tensors } from '../oracles/tensors.ts'
import type { CheckContext } from './check.ts'
import { expectForm } from './expect.ts'
import { initialName, type RecurrentCase, type RecurrentCell, type Sequences, type Sizes } from './recurrent.ts'

/** A sequence together with dL/dh_t from outside, one matrix a step. */
export interface BackwardCase<Params extends object = object> extends RecurrentCase<Params> {
  readonly dhs: readonly Mat[]
}

/** What a backward pass answers: `grads`, `dxs`, and one gradient per initial state (`dh0`, `dc0`). */
export type Gradients = Readonly<Record<string, Mat | readonly Mat[] | object>>

/** What a backward pass answered, known to have the right shapes. */
export type BackwardAnswer = Readonly<Record<string, unknown>>

/** How a gated cell's backward pass is called and judged, so that LSTM and GRU share their checks. */
export interface BackwardCell<Params extends Tensors<Params>> {
  readonly cell: RecurrentCell<Params>
  readonly backward: string
  readonly draw: (random: Random, sizes: Sizes) => BackwardCase<Params>
  readonly sizes: fc.Arbitrary<Sizes>
  /** Sizes of the check by finite differences, which calls the student's forward pass twice per number. */
  readonly middling: Sizes
  readonly reference: (drawn: BackwardCase<Params>) => Gradients & { readonly grads: Params }
  /** What the handout's forward pass keeps of each step for the way back. */
  readonly caches: (drawn: BackwardCase<Params>) => readonly object[]
  /** The states that the forward pass should give. */
  readonly forward: (drawn: BackwardCase<Params>) => Sequences
  /** Parameters that are graded together: check name, keys, and what they are called. */
  readonly groups: readonly (readonly [name: string, keys: readonly (keyof Params & string)[], title: Localized])[]
}

/** Forward, then backward from the live caches; the answer is known to have the right shapes. */
export async function backwardPass<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  { subject }: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<BackwardAnswer> {
  const { params, xs, initial, dhs } = drawn
  const handle = await subject.keep(model.cell.forward, params, xs, ...initial)
  return answered(model, drawn, await subject.call(model.backward, params, handle.at('caches'), dhs))
}

/** The way back alone, from the caches of a right forward pass. */
export async function backwardFromRightCaches<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  { subject }: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<BackwardAnswer> {
  const caches = model.caches(drawn)
  return answered(model, drawn, await subject.call(model.backward, drawn.params, caches, drawn.dhs))
}

/** The gradients of the parameters by finite differences of the student's own forward pass. */
export function numericGrads<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<Params> {
  const points = (params: readonly Params[]): Promise<number[]> =>
    losses(
      model,
      context,
      drawn.dhs,
      params.map((moved) => ({ ...drawn, params: moved })),
    )
  return numericGradientAtOnce(points, drawn.params)
}

/** The gradients of inputs and initial states by finite differences of the student's own forward pass. */
export async function numericInputGrads<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<{ readonly dxs: readonly Mat[]; readonly states: Readonly<Record<string, Mat>> }> {
  const names = stateNames(model)
  const tensors: Record<string, Mat> = Object.fromEntries([
    ...drawn.xs.map((x, t) => [`x${String(t)}`, x] as const),
    ...names
      .map((name, k) => [name, drawn.initial[k]] as const)
      .filter((entry): entry is [string, Mat] => entry[1] !== undefined),
  ])
  const moved = (point: Record<string, Mat>): RecurrentCase<Params> => ({
    params: drawn.params,
    xs: drawn.xs.map((x, t) => point[`x${String(t)}`] ?? x),
    initial: names.map((name, k) => point[name] ?? drawn.initial[k]).filter(isMat),
  })
  const points = (all: readonly Record<string, Mat>[]): Promise<number[]> =>
    losses(model, context, drawn.dhs, all.map(moved))
  const numeric = await numericGradientAtOnce(points, tensors)
  const states = Object.entries(numeric).filter(([name]) => names.includes(name))
  return { dxs: drawn.xs.map((x, t) => numeric[`x${String(t)}`] ?? x), states: Object.fromEntries(states) }
}

/** `h0`, `c0`: the initial states, in the order in which they are passed. */
export function stateNames<Params extends Tensors<Params>>({ cell }: BackwardCell<Params>): string[] {
  return cell.states.map(initialName)
}

/** Throws when an answer lacks something, or has another shape. */
function answered<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  { params, xs, initial }: BackwardCase<Params>,
  received: unknown,
): BackwardAnswer {
  const states = stateNames(model).map((name, k) => [`d${name}`, initial[k] ?? 0] as const)
  expectForm(received, { grads: { ...params }, dxs: xs, ...Object.fromEntries(states) }, '')
  return received as BackwardAnswer
}

/** Σ dhs[t] · hs[t] of the student's own forward pass, for every case: the loss whose gradients are asked for. */
async function losses<Params extends Tensors<Params>>(
  { cell }: BackwardCell<Params>,
  { subject }: CheckContext,
  dhs: readonly Mat[],
  cases: readonly RecurrentCase<Params>[],
): Promise<number[]> {
  const received = await subject.each(
    cell.forward,
    cases.map(({ params, xs, initial }) => [params, xs, ...initial]),
    'hs',
  )
  expectForm(
    received,
    cases.map(() => dhs),
    '',
  )
  return (received as readonly (readonly Mat[])[]).map((hs) =>
    dhs.reduce((sum, dh, t) => sum + dot(dh, hs[t] ?? dh), 0),
  )
}
