/**
 * Lab 11 · Deliverable: sequence to sequence, with an encoder and a decoder that are LSTMs.
 *
 * Conventions: tensors are batch first, (batch, time, features). Shapes use B = batch, S = length of the source,
 * T = length of the target, D = inputSize, O = outputSize, H = hiddenSize. S and T are free and need not be equal.
 */
import * as tf from '@tensorflow/tfjs'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'
import { createRandom } from '../shared/random.ts'
// @remove
import type { Random } from '../shared/random.ts'
// @end

/** The sizes of an encoder-decoder. */
export interface Seq2SeqSizes {
  /** D, numbers that the encoder reads at a step. */
  inputSize: number
  /** O, numbers that the decoder writes at a step, and reads back at the next one. */
  outputSize: number
  /** H, units of either LSTM. */
  hiddenSize: number
}

/** How a model is trained. */
export interface TrainOptions {
  /** Times that every example is seen. */
  epochs: number
  /** Examples per optimiser step; the last batch of an epoch can be smaller. */
  batchSize: number
  /** Of Adam. */
  learningRate: number
  /** The largest global norm that the gradients of one step may have. */
  clipNorm: number
  /** What every matrix of weights loses in a step, as a share of itself per unit of learning rate. */
  weightDecay: number
  /** Decides the order of the examples. */
  seed: number
}

/** An encoder-decoder that can be asked and trained. */
export interface Seq2Seq {
  /**
   * Free running: the decoder first reads zeros, and then at every step what it wrote at the step before.
   *
   * @param src - (B, S, D)
   * @param targetLength - T, the number of steps to write
   * @returns (B, T, O) real numbers
   */
  predict(src: tf.Tensor3D, targetLength: number): tf.Tensor3D
  /**
   * Teacher forcing: the decoder first reads zeros, and then at every step what it should have written at the step
   * before. Changes the model in place.
   *
   * @param src - (N, S, D)
   * @param target - (N, T, O)
   * @param options - epochs, batch size, learning rate, clipping, weight decay and seed
   * @returns one number per epoch: the mean squared error over its examples, each measured before the step it is part of
   */
  fit(src: tf.Tensor3D, target: tf.Tensor3D, options: TrainOptions): Promise<number[]>
}

/**
 * SQ1 · An encoder-decoder: an LSTM that reads the source, an LSTM that starts from its last h and c, and a linear layer
 * that turns every state of the second one into O numbers.
 *
 * @param sizes - D, O and H
 * @param seed - the same seed gives the same initial weights, another seed gives others
 * @returns the model, whose weights live as long as it does
 */
export function buildSeq2Seq(sizes: Seq2SeqSizes, seed: number): Seq2Seq {
  // @solution SQ1
  const network = buildNetwork(sizes, seed)
  return {
    predict: (src, targetLength) => freeRunning(network, src, targetLength),
    fit: (src, target, options) => train(network, src, target, options),
  }
  // @end
}
// @remove

/** What one LSTM leaves and another starts from: h and c, (B, H) each. */
type State = [h: tf.Tensor, c: tf.Tensor]

type Initializer = ReturnType<typeof tf.initializers.glorotUniform>

/** The three layers. They are called one by one: a `tf.model` with several outputs runs its LSTM once for each. */
interface Network {
  readonly outputSize: number
  readonly encoder: tf.layers.Layer
  readonly decoder: tf.layers.Layer
  readonly projection: tf.layers.Layer
}

function buildNetwork({ inputSize, outputSize, hiddenSize }: Seq2SeqSizes, seed: number): Network {
  const seeds = createRandom(seed)
  const glorot = (): Initializer => tf.initializers.glorotUniform({ seed: Math.floor(seeds.uniform(0, 2 ** 31)) })
  const lstm = (returnSequences: boolean): tf.layers.Layer =>
    tf.layers.lstm({
      units: hiddenSize,
      returnSequences,
      returnState: true,
      recurrentActivation: 'sigmoid', // tfjs would take hardSigmoid
      unitForgetBias: true,
      kernelInitializer: glorot(),
      recurrentInitializer: glorot(),
    })
  const [encoder, decoder] = [lstm(false), lstm(true)]
  const projection = tf.layers.dense({ units: outputSize, kernelInitializer: glorot() })
  // A layer makes its weights when it first sees the form of its input.
  encoder.apply(tf.input({ shape: [null, inputSize] }))
  decoder.apply(tf.input({ shape: [null, outputSize] }))
  projection.apply(tf.input({ shape: [null, hiddenSize] }))
  return { outputSize, encoder, decoder, projection }
}

/** Reads the source, (B, S, D); the state after its last step is all that the decoder learns of it. */
function encode({ encoder }: Network, src: tf.Tensor): State {
  const [, h, c] = encoder.apply(src) as [tf.Tensor, tf.Tensor, tf.Tensor]
  return [h, c]
}

/** Reads the decoder's inputs, (B, T, O), from a state on: the output of every step, (B, T, O), and the last state. */
function decode({ decoder, projection }: Network, inputs: tf.Tensor, start: State): [outputs: tf.Tensor, end: State] {
  const [hs, h, c] = decoder.apply([inputs, ...start]) as [tf.Tensor, tf.Tensor, tf.Tensor]
  return [projection.apply(hs) as tf.Tensor, [h, c]]
}

function freeRunning(network: Network, src: tf.Tensor3D, targetLength: number): tf.Tensor3D {
  return tf.tidy(() => {
    const outputs: tf.Tensor[] = []
    let state = encode(network, src)
    let previous: tf.Tensor = tf.zeros([src.shape[0], 1, network.outputSize])
    for (let t = 0; t < targetLength; t++) {
      ;[previous, state] = decode(network, previous, state)
      outputs.push(previous)
    }
    return tf.concat(outputs, 1) as tf.Tensor3D
  })
}

async function train(
  network: Network,
  src: tf.Tensor3D,
  target: tf.Tensor3D,
  options: TrainOptions,
): Promise<number[]> {
  const optimizer = tf.train.adam(options.learningRate)
  const random = createRandom(options.seed)
  const order = Array.from({ length: src.shape[0] }, (_, i) => i)
  const losses: number[] = []
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    let sum = 0
    for (let start = 0; start < order.length; start += options.batchSize) {
      const batch = order.slice(start, start + options.batchSize)
      sum += batch.length * trainStep(network, optimizer, { src, target, batch }, options)
    }
    losses.push(sum / order.length)
    await tf.nextFrame() // a long training lets others have a turn
  }
  optimizer.dispose()
  return losses
}

/** One step of Adam on some of the examples; returns their loss before it. */
function trainStep(
  network: Network,
  optimizer: tf.Optimizer,
  examples: { src: tf.Tensor3D; target: tf.Tensor3D; batch: number[] },
  { clipNorm, learningRate, weightDecay }: TrainOptions,
): number {
  return tf.tidy(() => {
    const src = tf.gather(examples.src, examples.batch) // (B, S, D)
    const target = tf.gather(examples.target, examples.batch) // (B, T, O)
    const loss = (): tf.Scalar => {
      const [outputs] = decode(network, shiftRight(target), encode(network, src))
      return tf.losses.meanSquaredError(target, outputs)
    }
    const { value, grads } = tf.variableGrads(loss)
    optimizer.applyGradients(clipByGlobalNorm(grads, clipNorm))
    if (weightDecay > 0) decay(network, learningRate * weightDecay)
    return value.dataSync()[0] ?? NaN
  })
}

/** What the decoder reads under teacher forcing: zeros, and the target without its last step. */
function shiftRight(target: tf.Tensor3D): tf.Tensor3D {
  const later = tf.pad(target, [
    [0, 0],
    [1, 0],
    [0, 0],
  ]) // (B, T + 1, O)
  return tf.slice(later, [0, 0, 0], target.shape)
}

/** All gradients times one factor, so that their joint norm is at most `maxNorm`; the direction stays. */
function clipByGlobalNorm(grads: tf.NamedTensorMap, maxNorm: number): tf.NamedTensorMap {
  const squares = Object.values(grads).map((grad) => tf.sum(tf.square(grad)))
  const norm = tf.sqrt(tf.addN(squares))
  const factor = tf.minimum(1, tf.div(maxNorm, tf.add(norm, 1e-12)))
  return Object.fromEntries(Object.entries(grads).map(([name, grad]) => [name, tf.mul(grad, factor)]))
}

/** Weight decay apart from the gradients, as in AdamW; biases keep what they learnt. */
function decay({ encoder, decoder, projection }: Network, share: number): void {
  for (const { trainableWeights } of [encoder, decoder, projection]) {
    const matrices = trainableWeights.filter(({ shape }) => shape.length > 1)
    for (const matrix of matrices) matrix.write(tf.mul(matrix.read(), 1 - share))
  }
}

/** Fisher–Yates, in place. */
function shuffle(items: number[], random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random.uniform(0, last + 1))
    ;[items[last], items[other]] = [items[other] ?? 0, items[last] ?? 0]
  }
}
// @end
