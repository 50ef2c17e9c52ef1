import { formatNumber } from '../numeric/compare.ts'
import type { Random } from '../numeric/random.ts'
import type { CheckContext } from './check.ts'
import { expectLaw } from './expect.ts'
import { readModel, type Batch, type LayerData, type ModelData, type WeightData } from './models.ts'

/** Calls a function of the contract that builds a recurrent model, and reads what it built. */
export async function build(context: CheckContext, fn: string, ...args: readonly unknown[]): Promise<ModelData> {
  const model = await readModel(context, await context.subject.keep(fn, ...args), fn)
  expectLaw(recurrentLayers(model).length > 0, 'layer.none-recurrent', { fn })
  return model
}

/**
 * The same seed twice gives the same weights, another seed gives others, and no two matrices of one shape are alike.
 * Biases may be, and the two halves of a bidirectional layer too: tfjs copies the one from the other, seed and all.
 */
export async function expectSeeded(
  context: CheckContext,
  fn: string,
  argsOf: (seed: number) => readonly unknown[],
): Promise<void> {
  const [seed, other] = [context.random('seed').seed(), context.random('other seed').seed()]
  const first = await build(context, fn, ...argsOf(seed))
  const again = await build(context, fn, ...argsOf(seed))
  const different = await build(context, fn, ...argsOf(other))
  for (const [k, weight] of matricesOf(first)) {
    expectLaw(sameValues(again.weights[k], weight), 'init.seed-ignored', { fn, at: weight.name })
    expectLaw(!sameValues(different.weights[k], weight), 'init.same-for-every-seed', { fn, name: weight.name })
    expectLaw(
      weight.values.some((value) => value !== weight.values[0]),
      'law.constant',
      { key: weight.name },
    )
    const twin = matricesOf(first).find(([j, before]) => j < k && !halves(before, weight) && sameValues(before, weight))
    expectLaw(twin === undefined, 'init.shared-stream', { name: weight.name, other: twin?.[1].name ?? '' })
  }
}

/** No recurrent layer keeps tfjs's default activation of gates, a polyline; candidates and states go through tanh. */
export function expectSigmoidGates(model: ModelData, fn: string): void {
  for (const [k, { className, config }] of recurrentLayers(model).entries()) {
    if (className === 'LSTM' || className === 'GRU')
      expectLaw(config['recurrent_activation'] === 'sigmoid', 'layer.hard-sigmoid', { fn, layer: k + 1 })
    expectLaw(config['activation'] === 'tanh', 'layer.not-tanh', { fn, layer: k + 1 })
  }
}

/** Every LSTM of so many units starts with a forget bias of 1: of its blocks i, f, c, o the second. */
export function expectForgetBias({ weights }: ModelData, units: number, fn: string): void {
  const biases = weights.filter(({ shape }) => shape.length === 1 && shape[0] === 4 * units)
  for (const [k, { values }] of biases.entries()) {
    const received = [...new Set(values.slice(units, 2 * units))].map((value) => formatNumber(value, 3)).join(', ')
    expectLaw(received === '1', 'layer.forget-bias', { fn, layer: k + 1, received }, { expected: '1', received })
  }
}

/** The recurrent layers in their order, those inside a bidirectional one included. */
export function recurrentLayers({ layers }: ModelData): LayerData[] {
  return layers.flatMap((layer) => {
    const inner = layer.className === 'Bidirectional' ? wrapped(layer) : layer
    return ['SimpleRNN', 'LSTM', 'GRU'].includes(inner.className) ? [inner] : []
  })
}

/** The same model with weights of the grader's: matrices at 1/√rows and biases that are not zero. */
export function withDrawnWeights(model: ModelData, random: Random): ModelData {
  return withWeights(model, ({ shape, values }) => {
    const scale = shape.length > 1 ? Math.sqrt(1 / (shape[0] ?? 1)) : 0.4
    return values.map(() => random.normal(scale))
  })
}

/** The same model with other values in its weights. */
export function withWeights(model: ModelData, valuesOf: (weight: WeightData, k: number) => Float32Array): ModelData {
  return { ...model, weights: model.weights.map((weight, k) => ({ ...weight, values: valuesOf(weight, k) })) }
}

/** A batch of standard normals, representable in float32. */
export function drawBatch(random: Random, shape: readonly number[]): Batch {
  const length = shape.reduce((product, size) => product * size, 1)
  return { shape, values: Float32Array.from({ length }, () => random.normal()) }
}

function wrapped({ name, config }: LayerData): LayerData {
  const layer = config['layer']
  const [className, inner] = [fieldOf(layer, 'class_name'), fieldOf(layer, 'config')]
  const known = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  return { className: typeof className === 'string' ? className : '', name, config: known }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function matricesOf({ weights }: ModelData): [k: number, weight: WeightData][] {
  return [...weights.entries()].filter(([, { shape, values }]) => shape.length > 1 && values.length > 1)
}

/** Whether two weights are of the two halves of one layer, by the names that tfjs gives them. */
function halves(a: WeightData, b: WeightData): boolean {
  const [first, second] = [a, b].map(({ name }) => name.replace(/(^|\/)(forward|backward)_/, '$1'))
  return first === second
}

function sameValues(a: WeightData | undefined, b: WeightData): boolean {
  return a?.values.length === b.values.length && a.values.every((value, k) => value === b.values[k])
}
