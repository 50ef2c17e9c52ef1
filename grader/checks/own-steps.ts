import type { Mat } from '../model/mat.ts'
import { map, zeros } from '../numeric/mat.ts'
import { stream } from '../numeric/random.ts'
import { expectAlive } from './alive.ts'
import type { CheckContext } from './check.ts'
import { expectClose, expectForm, field, matrix, type Closeness } from './expect.ts'
import { differ, noticeable, orFollowThrough, type Explanation } from './follow-through.ts'
import {
  drawCase,
  pick,
  stepName,
  unequalSizes,
  type RecurrentCase,
  type RecurrentCell,
  type Sequences,
} from './recurrent.ts'
import { float64 } from './tolerances.ts'

/** A cell whose step is a function of its own: `(params, x, ...states)` gives `h`, `c`, `y` for `hs`, `cs`, `ys`. */
export interface SteppedCell<Params extends object = object> extends RecurrentCell<Params> {
  readonly step: string
}

/** A sequence as it was asked for; initial states that are left out are zeros. */
export interface SteppedCase {
  readonly params: object
  readonly xs: readonly Mat[]
  readonly initial: readonly (Mat | undefined)[]
  readonly hiddenSize: number
}

/**
 * What the forward pass answered against the reference, or, where the student's own step is what departs, against that
 * step taken once for every x. Only the sequences in `expected` are compared.
 */
export async function expectSequences(
  context: CheckContext,
  cell: SteppedCell,
  drawn: SteppedCase,
  { received, expected, closeness }: { received: unknown; expected: Sequences; closeness: Closeness },
): Promise<void> {
  let steps: Promise<Sequences> | undefined
  const own = (): Promise<Sequences> => (steps ??= ownSequences(context, cell, drawn))
  await orFollowThrough(context, {
    reference: () => {
      expectClose(received, expected, closeness)
    },
    departs: async () => (await stepIsAlive(context, cell)) && differ(await own(), expected, closeness.tolerance),
    own: async () => {
      expectClose(received, pick(await own(), Object.keys(expected)), ownSteps)
    },
  })
}

/**
 * Explains an answer of the forward pass by a step that departs: `departs` is {@link stepDeparts}, which looks at
 * ordinary inputs, where the step's own checks have seen it.
 */
export function explainedBySteps(
  context: CheckContext,
  cell: SteppedCell,
  { drawn, received, departs }: { drawn: SteppedCase; received: unknown; departs: () => Promise<boolean> },
): Explanation {
  return {
    departs,
    own: async () => {
      expectClose(received, await ownSequences(context, cell, drawn), ownSteps)
    },
  }
}

/** Whether the student's step, on an ordinary sequence, answers to its input and is not the reference's. */
export function stepDeparts<Params extends object>(
  context: CheckContext,
  cell: SteppedCell<Params>,
  reference: (drawn: RecurrentCase<Params>) => Sequences,
): Promise<boolean> {
  return context.once(`${cell.slug}/step-departs`, async () => {
    if (!(await stepIsAlive(context, cell))) return false
    const drawn = ordinary(context, cell)
    return differ(await ownSequences(context, cell, withSize(drawn)), reference(drawn), float64)
  })
}

/** The student's own steps, one after the other, known to have the right shapes. */
export async function ownSequences(
  { subject }: CheckContext,
  cell: SteppedCell,
  { params, xs, initial, hiddenSize }: SteppedCase,
): Promise<Sequences> {
  const sequences = Object.fromEntries([...cell.states, ...cell.outputs].map((key) => [key, [] as Mat[]]))
  let states = cell.states.map((_, k) => initial[k] ?? zeros(hiddenSize, xs[0]?.columns ?? 0))
  for (const x of xs) {
    const answer = await subject.call(cell.step, params, x, ...states)
    expectForm(answer, Object.fromEntries(cell.states.map((key, k) => [stepName(key), states[k] ?? x])), '')
    states = cell.states.map((key) => matrix(field(answer, stepName(key)), stepName(key)))
    for (const [key, items] of Object.entries(sequences)) items.push(matrix(field(answer, stepName(key)), key))
  }
  return sequences
}

/**
 * Constant steps, and steps that do not answer to their input, explain nothing; nor do those that forget it at once,
 * since they cannot show whether a sequence carries its state.
 */
function stepIsAlive<Params extends object>(context: CheckContext, cell: SteppedCell<Params>): Promise<boolean> {
  return context.once(`${cell.slug}/step-alive`, async () => {
    const drawn = ordinary(context, cell)
    const before = await ownSequences(context, cell, withSize(drawn))
    expectAlive(cell, before)
    const xs = drawn.xs.map((x, t) => (t === 0 ? map(x, (value) => value + 1) : x))
    const after = await ownSequences(context, cell, withSize({ ...drawn, xs }))
    const reaches = (items: readonly Mat[], t: number, key: string): boolean =>
      differ(after[key]?.at(t), items.at(t) ?? zeros(0, 0), noticeable)
    return cell.states.every((key) => [0, -1].every((t) => reaches(before[key] ?? [], t, key)))
  })
}

function ordinary<Params extends object>({ seed }: CheckContext, cell: SteppedCell<Params>): RecurrentCase<Params> {
  return drawCase(cell, stream(seed, cell.slug, 'own steps'), unequalSizes)
}

function withSize(drawn: RecurrentCase): SteppedCase {
  return { ...drawn, hiddenSize: unequalSizes.hiddenSize }
}

const ownSteps: Closeness = { name: '', tolerance: float64, oracle: 'own steps' }
