import { expectAlive, isAliveGradient } from '../../checks/alive.ts'
import type { CheckContext } from '../../checks/check.ts'
import { expectClose, expectForm, expectLaw, matrices, matrix, number, type Closeness } from '../../checks/expect.ts'
import { differ, noticeable, orFollowThrough, type Explanation } from '../../checks/follow-through.ts'
import { expectGradients } from '../../checks/gradients.ts'
import type { Sequences } from '../../checks/recurrent.ts'
import { float64 } from '../../checks/tolerances.ts'
import type { Mat } from '../../model/mat.ts'
import { map, zeros } from '../../numeric/mat.ts'
import { stream } from '../../numeric/random.ts'
import { numericGradientAtOnce } from '../../oracles/numeric-gradient.ts'
import type { RnnParams } from '../../oracles/params.ts'
import { cell, drawTraining, middling, type TrainingCase } from './domains.ts'
import { answerOf, type BpttAnswer } from './lively.ts'

/** The loss that `bptt` says against the right one, or against what the student's own pieces make of the same case. */
export async function expectLoss(
  context: CheckContext,
  drawn: TrainingCase,
  { received, expected, closeness }: { received: unknown; expected: number; closeness: Closeness },
): Promise<void> {
  await orFollowThrough(context, {
    reference: () => {
      expectClose(received, expected, closeness)
    },
    departs: async () =>
      (await lossIsAlive(context)) && differ(await ownLoss(context, drawn), expected, closeness.tolerance),
    own: async () => {
      expectClose(received, await ownLoss(context, drawn), { name: 'loss', tolerance: float64, oracle: 'own loss' })
    },
  })
}

/**
 * Explains gradients by a loss that departs: they are those of the student's own forward pass, softmax and
 * cross-entropy, by finite differences of one middling case, computed once a run. `reference` gives the right loss.
 */
export function explainedByLoss(
  context: CheckContext,
  keys: readonly (keyof RnnParams)[],
  reference: (drawn: TrainingCase) => number,
  { fromState = false } = {},
): Explanation {
  const own = (): Promise<OwnGradients | undefined> =>
    context.once(`rnn-bptt/own-gradients ${String(fromState)}`, async () => {
      const draw = stream(context.seed, 'rnn-bptt', 'own gradients')
      const drawn = drawTraining(draw, middling)
      const h0 = draw.matrix(middling.hiddenSize, middling.batch, 0.5)
      return gradientsThatDepart(context, fromState ? { ...drawn, h0 } : drawn, reference)
    })
  return {
    departs: async () => (await own()) !== undefined,
    own: async () => {
      const gradients = await own()
      if (gradients) expectOwnGradients(gradients, keys)
    },
  }
}

/** Like {@link explainedByLoss} on a case of the check's own, for one that the middling case says nothing of. */
export function explainedByLossOf(
  context: CheckContext,
  drawn: TrainingCase,
  keys: readonly (keyof RnnParams)[],
  reference: (drawn: TrainingCase) => number,
): Explanation {
  let gradients: OwnGradients | undefined
  return {
    departs: async () => (gradients = await gradientsThatDepart(context, drawn, reference)) !== undefined,
    own: () => {
      if (gradients) expectOwnGradients(gradients, keys)
    },
  }
}

/** What the student's own forward pass, softmax and cross-entropy make of a case. */
export async function ownLoss(context: CheckContext, drawn: TrainingCase): Promise<number> {
  const [loss = NaN] = await ownLosses(context, [drawn])
  return loss
}

/**
 * Whether the student's own loss answers to the labels and to the last input, and its states vary: anything less
 * explains nothing.
 */
export function lossIsAlive(context: CheckContext): Promise<boolean> {
  return context.once('rnn-bptt/loss-alive', async () => {
    const drawn = drawTraining(stream(context.seed, 'rnn-bptt', 'own loss'), middling)
    const { params, xs, labels } = drawn
    const states = await context.subject.call('rnnForward', params, xs)
    const sequence = (rows: number): Mat[] => xs.map(() => zeros(rows, labels.length))
    expectForm(states, { hs: sequence(params.Whh.rows), ys: sequence(params.Why.rows) }, '')
    expectAlive(cell, states as Sequences)
    const [loss = NaN, ...others] = await ownLosses(context, [
      drawn,
      { ...drawn, labels: labels.map((label) => (label + 1) % params.Why.rows) },
      { ...drawn, xs: xs.map((x, t) => (t === xs.length - 1 ? map(x, (value) => value + 1) : x)) },
    ])
    return [loss, ...others].every(Number.isFinite) && others.every((other) => differ(other, loss, noticeable))
  })
}

/** A gradient as `bptt` answers it, and the finite differences of the student's own loss. */
interface OwnGradients {
  readonly received: BpttAnswer['grads']
  readonly numeric: Readonly<Record<string, Mat>>
}

/** Undefined when the student's own loss is the right one, or is not alive. */
async function gradientsThatDepart(
  context: CheckContext,
  drawn: TrainingCase,
  reference: (drawn: TrainingCase) => number,
): Promise<OwnGradients | undefined> {
  if (!(await lossIsAlive(context))) return undefined
  if (!differ(await ownLoss(context, drawn), reference(drawn), float64)) return undefined
  const { params, xs, labels, h0 } = drawn
  const received = await context.subject.call('bptt', params, xs, labels, ...(h0 ? [h0] : []))
  const points = (all: readonly RnnParams[]): Promise<number[]> =>
    ownLosses(
      context,
      all.map((moved) => ({ ...drawn, params: moved })),
    )
  return { received: answerOf(received, params).grads, numeric: { ...(await numericGradientAtOnce(points, params)) } }
}

function expectOwnGradients({ received, numeric }: OwnGradients, keys: readonly string[]): void {
  const picked = Object.fromEntries(Object.entries(numeric).filter(([key]) => keys.includes(key)))
  // Zeros agree with the slope of whatever does not matter.
  expectLaw(Object.values(picked).every(isAliveGradient), 'rnn.loss-constant')
  expectGradients(received, picked)
}

/** Three round trips, however many cases there are. */
async function ownLosses({ subject }: CheckContext, cases: readonly TrainingCase[]): Promise<number[]> {
  const ys = await subject.each(
    'rnnForward',
    cases.map(({ params, xs, h0 }) => [params, xs, ...(h0 ? [h0] : [])]),
    'ys',
  )
  const logits = cases.map(({ params, labels }, k) => {
    const last = matrix(matrices(ys[k], 'ys').at(-1), 'ys')
    expectForm(last, zeros(params.Why.rows, labels.length), 'ys')
    return last
  })
  const probs = await subject.each(
    'softmax',
    logits.map((m) => [m]),
  )
  expectForm(
    probs,
    logits.map(({ rows, columns }) => zeros(rows, columns)),
    'probs',
  )
  const losses = await subject.each(
    'crossEntropy',
    cases.map(({ labels }, k) => [probs[k], labels]),
  )
  return cases.map((_, k) => number(losses[k], 'loss'))
}
