import type { CheckContext } from '../../checks/check.ts'
import { expectClose, expectForm, expectLaw, field } from '../../checks/expect.ts'
import { differ, noticeable, type Explanation } from '../../checks/follow-through.ts'
import { lossCurve } from '../../checks/tolerances.ts'
import type { Mat } from '../../model/mat.ts'
import { stream } from '../../numeric/random.ts'
import type { RnnParams } from '../../oracles/params.ts'
import { drawTraining, middling, type TrainingCase } from './domains.ts'
import { answerOf, bpttIsAlive } from './lively.ts'

type Tensors = Readonly<Record<string, Mat>>

/** How `trainRnn` is called. */
export interface Training extends TrainingCase {
  readonly options: { readonly epochs: number; readonly learningRate: number; readonly maxNorm: number }
}

/** What a training gives. */
export interface Trained {
  readonly params: RnnParams
  readonly losses: readonly number[]
}

/**
 * Explains what `trainRnn` answered by pieces that depart: the loop of the handout, done here with the student's own
 * `bptt`, `clipByGlobalNorm` and `sgdStep`, gives the same. `departs` says whether that loop is what a check objects to.
 */
export function explainedByPieces(
  context: CheckContext,
  training: Training,
  { received, departs }: { received: unknown; departs: (own: Trained) => boolean },
): Explanation {
  let loop: Promise<Trained> | undefined
  const own = (): Promise<Trained> => (loop ??= ownTraining(context, training))
  return {
    departs: async () => (await piecesAreAlive(context)) && departs(await own()),
    own: async () => {
      const { params, losses } = await own()
      const moves = losses.every(Number.isFinite) && differ(losses.at(-1), losses[0] ?? NaN, noticeable)
      expectLaw(moves, 'law.constant', { key: 'losses' })
      const closeness = { name: '', tolerance: lossCurve, oracle: 'own pieces' }
      expectClose(received, { losses, params: { ...params } }, closeness)
    },
  }
}

/**
 * Whether clipping did anything to gradients above its threshold, and something that clipping could do: every number
 * keeps its sign, by whatever factor. Constants, noise and the gradients themselves do not count.
 */
export function clips(clipped: Tensors, grads: Tensors): boolean {
  const signs = pairsOf(clipped, grads).map(([after, before]) => after * before)
  return signs.every((sign) => sign >= 0) && signs.some((sign) => sign > 0) && differ(clipped, grads, noticeable)
}

/** Whether every parameter went along its gradient, all up or all down the slope; some may have stayed. */
export function moves(moved: Tensors, params: Tensors, grads: Tensors): boolean {
  const steps = pairsOf(moved, params).map(([after, before]) => after - before)
  const slopes = pairsOf(grads, grads).map(([slope]) => slope)
  const signs = steps.map((step, k) => step * (slopes[k] ?? NaN))
  return signs.some((sign) => sign !== 0) && (signs.every((sign) => sign >= 0) || signs.every((sign) => sign <= 0))
}

/** A loop whose pieces do nothing of what they are for shows nothing of how they are used. */
function piecesAreAlive(context: CheckContext): Promise<boolean> {
  return context.once('rnn-bptt/pieces-alive', async () => {
    if (!(await bpttIsAlive(context))) return false
    const drawn = drawTraining(stream(context.seed, 'rnn-bptt', 'own pieces'), middling)
    const { params, xs, labels } = drawn
    const { grads } = answerOf(await context.subject.call('bptt', params, xs, labels), params)
    const clipped = await clip(context, grads, params, 1e-3)
    const moved = await step(context, params, clipped, 1)
    return clips(clipped, grads) && moves({ ...moved }, { ...params }, clipped)
  })
}

async function ownTraining(context: CheckContext, { params, xs, labels, options }: Training): Promise<Trained> {
  const losses: number[] = []
  let trained = params
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const { loss, grads } = answerOf(await context.subject.call('bptt', trained, xs, labels), params)
    losses.push(loss)
    const clipped = await clip(context, grads, params, options.maxNorm)
    trained = await step(context, trained, clipped, options.learningRate)
  }
  return { params: trained, losses }
}

async function clip({ subject }: CheckContext, grads: Tensors, like: RnnParams, maxNorm: number): Promise<Tensors> {
  const clipped = field(await subject.call('clipByGlobalNorm', grads, maxNorm), 'grads')
  expectForm(clipped, { ...like }, 'grads')
  return clipped as Tensors
}

async function step({ subject }: CheckContext, params: RnnParams, grads: Tensors, rate: number): Promise<RnnParams> {
  const moved = await subject.call('sgdStep', params, grads, rate)
  expectForm(moved, { ...params }, 'params')
  return moved as RnnParams
}

/** Every number of the one with that of the other, name by name of the second. */
function pairsOf(a: Tensors, b: Tensors): [number, number][] {
  return Object.entries(b).flatMap(([name, m]) =>
    Array.from(m.data, (value, k): [number, number] => [a[name]?.data[k] ?? NaN, value]),
  )
}
