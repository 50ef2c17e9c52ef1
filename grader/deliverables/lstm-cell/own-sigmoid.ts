import { expectAlive } from '../../checks/alive.ts'
import type { CheckContext } from '../../checks/check.ts'
import { expectClose, expectForm } from '../../checks/expect.ts'
import { differ, noticeable, type Explanation } from '../../checks/follow-through.ts'
import type { RecurrentCase, Sequences } from '../../checks/recurrent.ts'
import { float64 } from '../../checks/tolerances.ts'
import type { Mat } from '../../model/mat.ts'
import { at, map, mat } from '../../numeric/mat.ts'
import { stream } from '../../numeric/random.ts'
import type { LstmParams } from '../../oracles/params.ts'
import { cell } from './domains.ts'

/** What one step reads. */
export interface StepInput {
  readonly params: LstmParams
  readonly x: Mat
  readonly hPrev: Mat
  readonly cPrev: Mat
}

/** Gates, candidate and states of one step, H × B each. */
export type StepAnswer = Readonly<Record<'f' | 'i' | 'cTilde' | 'o' | 'c' | 'h', Mat>>

/** Explains what a step answered by a sigmoid that departs: the step is right but for that. */
export function explainedByOwnSigmoid(
  context: CheckContext,
  judge: (sigmoid: (m: Mat) => Promise<Mat>) => Promise<void>,
): Explanation {
  return { departs: () => sigmoidDeparts(context), own: () => judge((m) => ownSigmoid(context, m)) }
}

/** One step by the equations of the handout, with the sigmoid that is given. */
export async function stepBy(
  sigmoid: (m: Mat) => Promise<Mat>,
  { params, x, hPrev, cPrev }: StepInput,
): Promise<StepAnswer> {
  const gate = (W: Mat, b: Mat): Mat => preActivation(W, b, hPrev, x)
  const f = await sigmoid(gate(params.Wf, params.bf))
  const i = await sigmoid(gate(params.Wi, params.bi))
  const o = await sigmoid(gate(params.Wo, params.bo))
  const cTilde = map(gate(params.Wc, params.bc), Math.tanh)
  const c = map(f, (value, j, k) => value * at(cPrev, j, k) + at(i, j, k) * at(cTilde, j, k))
  const h = map(o, (value, j, k) => value * Math.tanh(at(c, j, k)))
  return { f, i, cTilde, o, c, h }
}

/** `W [h; x] + b`, which a gate's nonlinearity then sees. */
export function preActivation(W: Mat, b: Mat, h: Mat, x: Mat): Mat {
  const z = (k: number, j: number): number => (k < h.rows ? at(h, k, j) : at(x, k - h.rows, j))
  return mat(W.rows, x.columns, (i, j) => {
    let sum = at(b, i, 0)
    for (let k = 0; k < W.columns; k++) sum += at(W, i, k) * z(k, j)
    return sum
  })
}

/**
 * Explains the states of a saturated cell by a sigmoid that overflows: they are not numbers just where its own are not.
 * On ordinary inputs both sigmoid and states must be alive.
 */
export function explainedBySigmoid(context: CheckContext, drawn: RecurrentCase, received: Sequences): Explanation {
  const { xs, initial } = drawn
  const params = drawn.params as LstmParams
  const moderate = xs.map((x) => map(x, Math.tanh))
  return {
    departs: async () => {
      const answer = await context.subject.call(cell.forward, params, moderate, ...initial)
      expectForm(answer, received, '')
      expectAlive(cell, answer as Sequences)
      const limits = mat(1, 2, (_i, j) => (j === 0 ? 1e4 : -1e4))
      const overflows = (await ownSigmoid(context, limits)).data.some((value) => !Number.isFinite(value))
      return overflows && (await sigmoidIsAlive(context))
    },
    own: async () => {
      const [hs, cs]: [Mat[], Mat[]] = [[], []]
      for (const x of xs) {
        const [hPrev, cPrev] = [hs.at(-1) ?? initial[0] ?? x, cs.at(-1) ?? initial[1] ?? x]
        const { h, c } = await stepBy((m) => ownSigmoid(context, m), { params, x, hPrev, cPrev })
        hs.push(h)
        cs.push(c)
      }
      expectClose(marked(received), marked({ hs, cs }), { name: '', tolerance: float64, oracle: 'own sigmoid' })
    },
  }
}

async function ownSigmoid({ subject }: CheckContext, m: Mat): Promise<Mat> {
  const received = await subject.call('sigmoid', m)
  expectForm(received, m, 'σ')
  return received as Mat
}

/** Whether the student's sigmoid, on ordinary numbers, answers to them and is another function. */
function sigmoidDeparts(context: CheckContext): Promise<boolean> {
  return context.once('lstm-cell/sigmoid-departs', async () => {
    if (!(await sigmoidIsAlive(context))) return false
    const m = ordinary(context)
    const right = map(m, (a) => 1 / (1 + Math.exp(-a)))
    return differ(await ownSigmoid(context, m), right, float64)
  })
}

/** Finite, not constant, and with the numbers in another order it gives others. */
async function sigmoidIsAlive(context: CheckContext): Promise<boolean> {
  const m = ordinary(context)
  const [received, mirrored] = [
    await ownSigmoid(context, m),
    await ownSigmoid(
      context,
      map(m, (a) => -a),
    ),
  ]
  const varies = received.data.every(Number.isFinite) && received.data.some((value) => value !== received.data[0])
  return varies && differ(mirrored, received, noticeable)
}

function ordinary({ seed }: CheckContext): Mat {
  return stream(seed, 'lstm-cell', 'ordinary numbers').matrix(4, 6, 3)
}

/** With one number in place of all that are none, so that places without a number can be compared. */
function marked(sequences: Sequences): Sequences {
  const mark = (m: Mat): Mat => map(m, (value) => (Number.isFinite(value) ? value : 12_345))
  return Object.fromEntries(Object.entries(sequences).map(([key, items]) => [key, items.map(mark)]))
}
