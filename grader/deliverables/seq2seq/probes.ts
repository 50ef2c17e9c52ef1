import { probe } from '../../checks/probe.ts'
import { TensorValue } from '../../subject/protocol.ts'
import { build } from './answers.ts'
import { drawSource, drawTarget, longer, mapTensor, meanSquaredError, still, type Sizes } from './domains.ts'

const slug = 'seq2seq'
const asked = { functions: ['buildSeq2Seq'], task: 'SQ1', namesOnly: true }

probe(slug, 'prediction', asked, async ({ subject, random }) => {
  const model = await build({ subject }, longer, 3)
  const predict = (from: TensorValue, steps: number): Promise<unknown> =>
    subject.callMethod(model, 'predict', from, steps)
  const [one, other] = [drawSource(random('one'), longer), drawSource(random('other'), longer)]
  const answers = [await predict(one, 6), await predict(one, 2), await predict(other, 6), await predict(one, 6)]
  const text = answers.map((answer) => valuesOf(answer).join())
  return {
    shapes: answers.map((answer) => (answer instanceof TensorValue ? answer.shape : 'none')),
    sourceMatters: text[0] !== text[2],
    repeats: text[0] === text[3],
    stepsDiffer: new Set(stepsOf(answers[0])).size > 1,
  }
})

/** A target of several steps; no check asks in these sizes, so that nothing is remembered of them. */
const sizes: Sizes = { ...longer, batch: 5, targetLength: 3 }

// At rate 0 nothing is learnt: a loss says what the decoder read, and a prediction that changes, what it remembers.
probe(slug, 'training', { ...asked, after: ['prediction'] }, async ({ subject, random }) => {
  const model = await build({ subject }, sizes, 3)
  const source = drawSource(random('source'), sizes)
  const predict = async (steps: number): Promise<TensorValue> => {
    const answer = await subject.callMethod(model, 'predict', source, steps)
    return answer instanceof TensorValue ? answer : new TensorValue([0], [])
  }
  const losses = async (target: TensorValue): Promise<readonly unknown[]> => {
    const limits = { seed: still.seed, steps: 4, epochs: 2 }
    const options = { ...still, epochs: 2 }
    const { value } = await subject.train({ of: model, method: 'fit' }, [source, target, options], limits)
    return Array.isArray(value) ? (value as unknown[]) : []
  }
  const lossIs = async (target: TensorValue, expected: number): Promise<boolean> =>
    near((await losses(target))[0], expected)

  const [first, own] = [await predict(1), await predict(sizes.targetLength)]
  const short = drawTarget(random('one step'), { ...sizes, targetLength: 1 })
  const [target, other] = [drawTarget(random('target'), sizes), drawTarget(random('other target'), sizes)]
  const nothing = mapTensor(short, () => 0)
  const isLast = (k: number): boolean =>
    Math.floor(k / sizes.outputSize) % sizes.targetLength === sizes.targetLength - 1
  const onlyLast = mapTensor(own, (value, k) => (isLast(k) ? value + (target.data[k] ?? NaN) : value))
  const [once, again] = await losses(target)
  const after = await predict(sizes.targetLength)
  await losses(other)
  return {
    weightsStay: near(again, once),
    forgetsTarget: alike(after, await predict(sizes.targetLength)),
    ofNothing: await lossIs(nothing, meanSquaredError(first, nothing)),
    ofOneStep: await lossIs(short, meanSquaredError(first, short)),
    ofItself: await lossIs(own, 0),
    ofLastStep: await lossIs(onlyLast, meanSquaredError(own, onlyLast)),
  }
})

/** Losses, up to 32 bits. */
function near(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'number' || typeof expected !== 'number') return false
  return Math.abs(received - expected) <= 1e-6 + 1e-4 * Math.abs(expected)
}

function alike(a: TensorValue, b: TensorValue): boolean {
  return a.data.length > 0 && meanSquaredError(a, b) < 1e-10
}

function valuesOf(answer: unknown): number[] {
  return answer instanceof TensorValue ? Array.from(answer.data) : []
}

/** What is written at each step for the first example, as text. */
function stepsOf(answer: unknown): string[] {
  if (!(answer instanceof TensorValue)) return []
  const [, steps = 0, size = 0] = answer.shape
  const values = valuesOf(answer)
  return Array.from({ length: steps }, (_, t) => values.slice(t * size, (t + 1) * size).join())
}
