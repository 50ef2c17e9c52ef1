import { isMat, type Mat } from '../model/mat.ts'
import { stream } from '../numeric/random.ts'
import type { Tensors } from '../oracles/tensors.ts'
import { expectAlive, isAliveGradient } from './alive.ts'
import { backwardFromRightCaches, backwardPass, numericGrads, numericInputGrads } from './backward-pass.ts'
import type { BackwardAnswer, BackwardCase, BackwardCell } from './backward-pass.ts'
import type { CheckContext } from './check.ts'
import { expectForm, expectLaw } from './expect.ts'
import { CheckFailure } from './failure.ts'
import { differ, noticeable, type Explanation } from './follow-through.ts'
import { expectGradient, expectGradients } from './gradients.ts'
import { pick, type Sequences } from './recurrent.ts'
import { finiteDifferences, float64 } from './tolerances.ts'

/** Part of what a backward pass answered against what it should have answered to the caches it was given. */
export type OwnJudge = (own: OwnGradients) => void

/** A backward pass, and what it should have been. */
export interface OwnGradients {
  readonly received: BackwardAnswer
  /** Relative error that is allowed. */
  readonly within: number
  readonly grads: Readonly<Record<string, Mat>>
  readonly dxs: readonly Mat[]
  /** By the name of the initial state: `h0`, `c0`. */
  readonly states: Readonly<Record<string, Mat>>
}

/**
 * Explains a gradient by a forward pass that departs: it is that of the own forward pass, by finite differences, or that
 * of the handout when the caches come from a right forward pass. Both are asked of one middling case, once a run whoever
 * asks first.
 */
export function explainedByForward<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  judge: OwnJudge,
): Explanation {
  const { slug } = model.cell
  const own = (): Promise<OwnGradients | undefined> =>
    context.once(`${slug}/own-gradients`, () => ownGradients(model, context))
  const right = (): Promise<OwnGradients> =>
    context.once(`${slug}/gradients-from-right-caches`, () => gradientsFromRightCaches(model, context))
  return {
    departs: async () => (await own()) !== undefined,
    own: async () => {
      const gradients = await own()
      if (gradients && !passes(judge, gradients)) judge(await right())
    },
  }
}

/** The gradients of some parameters. */
export function judgeGrads(keys: readonly string[]): OwnJudge {
  return ({ received, grads, within }) => {
    const expected = Object.fromEntries(Object.entries(grads).filter(([key]) => keys.includes(key)))
    expectAlivePart(Object.values(expected))
    expectGradients(received['grads'], expected, within)
  }
}

/** The gradient of every input. */
export function judgeInputs({ received, dxs, within }: OwnGradients): void {
  expectAlivePart(dxs)
  for (const [t, dx] of dxs.entries())
    expectGradient((received['dxs'] as readonly unknown[])[t], dx, `dxs[${String(t)}]`, within)
}

/** The gradient of an initial state, such as `h0`. */
export function judgeState(name: string): OwnJudge {
  return ({ received, states, within }) => {
    const expected = Object.entries(states).flatMap(([key, m]) => (key === name ? [m] : []))
    expectAlivePart(expected)
    for (const m of expected) expectGradient(received[`d${name}`], m, `d${name}`, within)
  }
}

/** Everything that a backward pass answers. */
export function judgeAll(own: OwnGradients): void {
  judgeGrads(Object.keys(own.grads))(own)
  judgeInputs(own)
  for (const name of Object.keys(own.states)) judgeState(name)(own)
}

/** Undefined when the forward pass is the reference's, does not look at its input, or is another each time. */
async function ownGradients<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
): Promise<OwnGradients | undefined> {
  const drawn = middlingCase(model, context)
  if (!(await forwardDeparts(model, context, drawn))) return undefined
  const inputs = await numericInputGrads(model, context, drawn)
  if (!inputs.dxs.some(isAliveGradient)) return undefined
  const grads = { ...(await numericGrads(model, context, drawn)) }
  return { received: await backwardPass(model, context, drawn), within: finiteDifferences, grads, ...inputs }
}

async function gradientsFromRightCaches<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
): Promise<OwnGradients> {
  const drawn = middlingCase(model, context)
  const received = await backwardFromRightCaches(model, context, drawn)
  const { grads, dxs, ...rest } = model.reference(drawn)
  const states = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (isMat(value) ? [[name.slice('d'.length), value]] : [])),
  )
  return { received, within: float64.rtol, grads: { ...grads }, dxs: dxs as readonly Mat[], states }
}

function middlingCase<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  { seed }: CheckContext,
): BackwardCase<Params> {
  return model.draw(stream(seed, model.backward, 'own gradients'), model.middling)
}

function passes(judge: OwnJudge, own: OwnGradients): boolean {
  try {
    judge(own)
    return true
  } catch (error) {
    if (error instanceof CheckFailure) return false
    throw error
  }
}

async function forwardDeparts<Params extends Tensors<Params>>(
  { cell, forward }: BackwardCell<Params>,
  { subject }: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<boolean> {
  const expected = forward(drawn)
  const call = (): Promise<unknown> => subject.call(cell.forward, drawn.params, drawn.xs, ...drawn.initial)
  const received = await call()
  expectForm(received, expected, '')
  expectAlive(cell, received as Sequences)
  const noise = differ(await call(), pick(received as Sequences, Object.keys(expected)), noticeable)
  return !noise && differ(received, expected, float64)
}

/** There must be something to compare: zeros agree with the slope of whatever does not matter. */
function expectAlivePart(parts: readonly Mat[]): void {
  const alive = parts.length > 0 && parts.every(isAliveGradient)
  expectLaw(alive, 'law.constant', { key: 'grads' })
}
