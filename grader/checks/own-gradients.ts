import type { Mat } from '../model/mat.ts'
import { stream } from '../numeric/random.ts'
import type { Tensors } from '../oracles/tensors.ts'
import { expectAlive, isAliveGradient } from './alive.ts'
import { backwardPass, numericGrads, numericInputGrads } from './backward-pass.ts'
import type { BackwardAnswer, BackwardCase, BackwardCell } from './backward-pass.ts'
import type { CheckContext } from './check.ts'
import { expectForm, expectLaw } from './expect.ts'
import { differ, type Explanation } from './follow-through.ts'
import { expectGradient, expectGradients } from './gradients.ts'
import type { Sequences } from './recurrent.ts'
import { float64 } from './tolerances.ts'

/** Part of what a backward pass answered against finite differences of the student's own forward pass. */
export type OwnJudge = (own: OwnGradients) => void

/** A backward pass, and what the finite differences of the student's own forward pass say of it. */
export interface OwnGradients {
  readonly received: BackwardAnswer
  readonly grads: Readonly<Record<string, Mat>>
  readonly dxs: readonly Mat[]
  /** By the name of the initial state: `h0`, `c0`. */
  readonly states: Readonly<Record<string, Mat>>
}

/**
 * Explains a gradient by a forward pass that departs. The finite differences are those of one middling case, computed
 * once a run whoever asks first.
 */
export function explainedByForward<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  judge: OwnJudge,
): Explanation {
  const own = (): Promise<OwnGradients | undefined> =>
    context.once(`${model.cell.slug}/own-gradients`, () => ownGradients(model, context))
  return {
    departs: async () => (await own()) !== undefined,
    own: async () => {
      const gradients = await own()
      if (gradients) judge(gradients)
    },
  }
}

/** The gradients of some parameters. */
export function judgeGrads(keys: readonly string[]): OwnJudge {
  return ({ received, grads }) => {
    const numeric = Object.fromEntries(Object.entries(grads).filter(([key]) => keys.includes(key)))
    expectAlivePart(Object.values(numeric))
    expectGradients(received['grads'], numeric)
  }
}

/** The gradient of every input. */
export function judgeInputs({ received, dxs }: OwnGradients): void {
  expectAlivePart(dxs)
  for (const [t, dx] of dxs.entries())
    expectGradient((received['dxs'] as readonly unknown[])[t], dx, `dxs[${String(t)}]`)
}

/** The gradient of an initial state, such as `h0`. */
export function judgeState(name: string): OwnJudge {
  return ({ received, states }) => {
    const numeric = Object.entries(states).flatMap(([key, m]) => (key === name ? [m] : []))
    expectAlivePart(numeric)
    for (const m of numeric) expectGradient(received[`d${name}`], m, `d${name}`)
  }
}

/** Everything that a backward pass answers. */
export function judgeAll(own: OwnGradients): void {
  judgeGrads(Object.keys(own.grads))(own)
  judgeInputs(own)
  for (const name of Object.keys(own.states)) judgeState(name)(own)
}

/** Undefined when the forward pass is the reference's, or does not look at its input. */
async function ownGradients<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
): Promise<OwnGradients | undefined> {
  const drawn = model.draw(stream(context.seed, model.backward, 'own gradients'), model.middling)
  if (!(await forwardDeparts(model, context, drawn))) return undefined
  const inputs = await numericInputGrads(model, context, drawn)
  if (!inputs.dxs.some(isAliveGradient)) return undefined
  const grads = { ...(await numericGrads(model, context, drawn)) }
  return { received: await backwardPass(model, context, drawn), grads, ...inputs }
}

async function forwardDeparts<Params extends Tensors<Params>>(
  { cell, forward }: BackwardCell<Params>,
  { subject }: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<boolean> {
  const expected = forward(drawn)
  const received = await subject.call(cell.forward, drawn.params, drawn.xs, ...drawn.initial)
  expectForm(received, expected, '')
  expectAlive(cell, received as Sequences)
  return differ(received, expected, float64)
}

/** There must be something to compare: zeros agree with the slope of whatever does not matter. */
function expectAlivePart(parts: readonly Mat[]): void {
  const alive = parts.length > 0 && parts.every(isAliveGradient)
  expectLaw(alive, 'law.constant', { key: 'grads' })
}
