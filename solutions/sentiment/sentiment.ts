/**
 * Lab 11 · Deliverable 4: sentiment of a text with an LSTM.
 *
 * Conventions: tensors are batch-first. A text is a row of maxLen ids; id 0 is padding, id 1 an unknown word. Shapes
 * use B = batch, T = maxLen, V = vocabSize, E = embedDim, H = hiddenSize, C = numClasses.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
// @starter import { NotImplemented } from '../shared/not-implemented.ts'
// @remove
import type { Random } from '../shared/random.ts'
// @end

/** The sizes of a model. */
export interface SentimentConfig {
  /** V, rows of the embedding: the ids of the vocabulary, `<pad>` and `<unk>` among them. */
  vocabSize: number
  /** E, numbers per word. */
  embedDim: number
  /** H, units of each LSTM layer, per direction. */
  hiddenSize: number
  /** LSTM layers, one on top of the other. */
  numLayers: number
  /** The share of numbers that dropout sets to zero in training; in [0, 1). */
  dropout: number
  /** Whether every layer reads the text in both directions. */
  bidirectional: boolean
  /** C, classes. */
  numClasses: number
  /** T, ids per text. */
  maxLen: number
}

/** How a model is trained. */
export interface TrainOptions {
  /** Times that every example is seen. */
  epochs: number
  /** Examples per optimiser step; the last batch of an epoch can be smaller. */
  batchSize: number
  learningRate: number
  /** The largest global norm that the gradients of one step may have. */
  clipNorm: number
  /** What every matrix of weights loses in a step, as a share of itself per unit of learning rate. */
  weightDecay: number
  /** Decides the order of the examples. */
  seed: number
}

/** What a training reports: lists with one number per epoch. */
export interface TrainingHistory {
  trainLoss: number[]
  trainAccuracy: number[]
  /** Of the model as the epoch left it, without dropout. */
  valLoss: number[]
  valAccuracy: number[]
}

/** Encoded texts and their classes. */
export interface LabelledSequences {
  /** One row of T ids per text. */
  xs: number[][]
  /** One class per text, from 0 to C - 1. */
  ys: number[]
}

/**
 * S1 · The words of a text, in order: runs of letters and digits in lower case.
 *
 * @param text - any text; accented letters may be one character or two (NFC or NFD)
 * @returns the words, accents kept, in NFC
 */
export function tokenize(text: string): string[] {
  // @solution S1
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
  // @end
}

/**
 * S2 · The id of every word that the model will know.
 *
 * @param texts - the training texts, and no others
 * @param maxSize - the most entries, `<pad>` and `<unk>` among them
 * @returns `<pad>` = 0, `<unk>` = 1, then the words by falling frequency; ties by code point
 */
export function buildVocabulary(texts: string[], maxSize: number): Record<string, number> {
  // @solution S2
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(tokenize)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const byFrequency = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const words = byFrequency.slice(0, maxSize - 2).map(([word]) => word)
  return Object.fromEntries(['<pad>', '<unk>', ...words].map((word, id) => [word, id]))
  // @end
}

/**
 * S3 · A text as exactly `maxLen` ids.
 *
 * @param text - any text
 * @param vocabulary - ids of {@link buildVocabulary}
 * @param maxLen - T
 * @returns the ids of its first words, 1 for those that the vocabulary lacks, then 0 up to the end
 */
export function encode(text: string, vocabulary: Record<string, number>, maxLen: number): number[] {
  // @solution S3
  const idOf = (word: string): number => (Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined) ?? 1
  const ids = tokenize(text).map(idOf)
  const padding = Array.from({ length: Math.max(0, maxLen - ids.length) }, () => 0)
  return [...ids.slice(0, maxLen), ...padding]
  // @end
}

/** S4 · The sizes that you chose for the reviews. */
export function defaultSentimentConfig(): SentimentConfig {
  // @solution S4
  return {
    vocabSize: 400,
    embedDim: 16,
    hiddenSize: 24,
    numLayers: 1,
    dropout: 0.2,
    bidirectional: false,
    numClasses: 2,
    maxLen: 24,
  }
  // @end
}

/** S5 · The training that you chose for the reviews. */
export function defaultSentimentOptions(): TrainOptions {
  // @solution S5
  return { epochs: 6, batchSize: 64, learningRate: 0.02, clipNorm: 1, weightDecay: 1e-4, seed: 7 }
  // @end
}

/**
 * S6 · Embedding → LSTM layers → dropout → one probability per class. Padding is masked.
 *
 * @param config - the sizes
 * @param seed - the same seed gives the same weights, another seed gives others
 * @returns a model (B × T) ids → (B × C) probabilities
 */
export function buildSentimentModel(config: SentimentConfig, seed: number): tf.LayersModel {
  // @solution S6
  const { vocabSize, embedDim, numLayers, dropout, numClasses, maxLen } = config
  const seeds = createRandom(seed)
  const model = tf.sequential()
  const embeddingsInitializer = tf.initializers.randomUniform({ minval: -0.05, maxval: 0.05, seed: nextSeed(seeds) })
  model.add(
    tf.layers.embedding({
      inputDim: vocabSize,
      outputDim: embedDim,
      inputLength: maxLen,
      maskZero: true, // time steps with id 0 leave the state of the LSTM as it was
      embeddingsInitializer,
    }),
  ) // (B × T × E)
  for (let layer = 0; layer < numLayers; layer++) {
    model.add(lstmLayer(config, layer < numLayers - 1, seeds)) // (B × T × H), the last one (B × H)
    model.add(tf.layers.dropout({ rate: dropout }))
  }
  const kernelInitializer = tf.initializers.glorotUniform({ seed: nextSeed(seeds) })
  model.add(tf.layers.dense({ units: numClasses, activation: 'softmax', kernelInitializer })) // (B × C)
  return model
  // @end
}

/**
 * S7 · Trains the model it is given, in place, with Adam.
 *
 * @param model - of {@link buildSentimentModel}
 * @param train - what it learns from
 * @param validation - what it is measured on after every epoch
 * @param options - epochs, batch size, learning rate, clipping, weight decay and seed
 * @returns one entry per epoch; the last validation figures are those of the model as it is left
 */
export async function trainSentiment(
  model: tf.LayersModel,
  train: LabelledSequences,
  validation: LabelledSequences,
  options: TrainOptions,
): Promise<TrainingHistory> {
  // @solution S7
  const history: TrainingHistory = { trainLoss: [], trainAccuracy: [], valLoss: [], valAccuracy: [] }
  const optimizer = tf.train.adam(options.learningRate)
  const random = createRandom(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffled(train.ys.length, random)
    const seen = { loss: 0, hits: 0 }
    for (let start = 0; start < order.length; start += options.batchSize) {
      const batch = select(train, order.slice(start, start + options.batchSize))
      const { loss, hits } = trainStep(model, optimizer, batch, options)
      seen.loss += loss * batch.ys.length
      seen.hits += hits
    }
    history.trainLoss.push(seen.loss / order.length)
    history.trainAccuracy.push(seen.hits / order.length)
    const { loss, accuracy } = evaluate(model, validation)
    history.valLoss.push(loss)
    history.valAccuracy.push(accuracy)
    await tf.nextFrame() // lets others run between two epochs
  }
  optimizer.dispose()
  return history
  // @end
}

/**
 * S8 · The most probable class of each text.
 *
 * @param model - of {@link buildSentimentModel}
 * @param xs - one row of T ids per text
 * @returns one class per text
 */
export async function predictSentiment(model: tf.LayersModel, xs: number[][]): Promise<number[]> {
  // @solution S8
  const classes = tf.tidy(() => tf.argMax(predict(model, xs), 1)) // (B)
  const values = await classes.data()
  classes.dispose()
  return Array.from(values)
  // @end
}
// @remove

/** One LSTM layer: (B × T × in) → (B × T × H) or, when only the last state is wanted, (B × H); 2H when bidirectional. */
function lstmLayer(config: SentimentConfig, returnSequences: boolean, seeds: Random): tf.layers.Layer {
  const lstm = tf.layers.lstm({
    units: config.hiddenSize,
    returnSequences,
    recurrentActivation: 'sigmoid', // tfjs would take hardSigmoid
    unitForgetBias: true,
    kernelInitializer: tf.initializers.glorotUniform({ seed: nextSeed(seeds) }),
    recurrentInitializer: tf.initializers.glorotUniform({ seed: nextSeed(seeds) }),
  })
  // For each direction its own last state: the backward half ends at the first word.
  return config.bidirectional ? tf.layers.bidirectional({ layer: lstm, mergeMode: 'concat' }) : lstm
}

/** One step of Adam on one batch, and how the batch was before it. */
function trainStep(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  batch: LabelledSequences,
  { clipNorm, learningRate, weightDecay }: TrainOptions,
): { loss: number; hits: number } {
  return tf.tidy(() => {
    const weights = model.trainableWeights.map((weight) => weight.read()) as unknown as tf.Variable[]
    const x = tf.tensor2d(batch.xs, undefined, 'int32') // (B × T)
    let hits = 0
    const { value, grads } = tf.variableGrads(() => {
      const probabilities = model.apply(x, { training: true }) as tf.Tensor2D // (B × C), with dropout
      hits = countHits(probabilities, batch.ys)
      return crossEntropy(probabilities, batch.ys)
    }, weights)
    optimizer.applyGradients(clipByGlobalNorm(grads, clipNorm))
    for (const weight of weights) {
      if (weight.rank > 1) weight.assign(tf.mul(weight, 1 - learningRate * weightDecay)) // biases keep what they learnt
    }
    return { loss: value.dataSync()[0] ?? NaN, hits }
  })
}

/** All gradients times one factor, so that their joint norm is at most `maxNorm`; the direction stays. */
function clipByGlobalNorm(grads: tf.NamedTensorMap, maxNorm: number): tf.NamedTensorMap {
  const squares = Object.values(grads).map((grad) => tf.sum(tf.square(grad)))
  const norm = tf.sqrt(tf.addN(squares))
  const factor = tf.minimum(1, tf.div(maxNorm, tf.add(norm, 1e-12)))
  return Object.fromEntries(Object.entries(grads).map(([name, grad]) => [name, tf.mul(grad, factor)]))
}

/** The mean of -ln p(right class). */
function crossEntropy(probabilities: tf.Tensor2D, ys: number[]): tf.Scalar {
  const right = tf.oneHot(tf.tensor1d(ys, 'int32'), probabilities.shape[1]) // (B × C)
  const logs = tf.log(tf.clipByValue(probabilities, 1e-7, 1)) // ln 0 would be infinite
  return tf.neg(tf.mean(tf.sum(tf.mul(right, logs), 1))) as tf.Scalar
}

function countHits(probabilities: tf.Tensor2D, ys: number[]): number {
  const classes = tf.argMax(probabilities, 1).dataSync()
  return ys.filter((y, k) => classes[k] === y).length
}

function evaluate(model: tf.LayersModel, { xs, ys }: LabelledSequences): { loss: number; accuracy: number } {
  return tf.tidy(() => {
    const probabilities = predict(model, xs)
    const loss = crossEntropy(probabilities, ys).dataSync()[0] ?? NaN
    return { loss, accuracy: countHits(probabilities, ys) / ys.length }
  })
}

/** (B × T) ids → (B × C) probabilities, without dropout. */
function predict(model: tf.LayersModel, xs: number[][]): tf.Tensor2D {
  return model.predict(tf.tensor2d(xs, undefined, 'int32'), { batchSize: 256 }) as tf.Tensor2D
}

function select({ xs, ys }: LabelledSequences, indices: number[]): LabelledSequences {
  return { xs: indices.map((k) => xs[k] ?? []), ys: indices.map((k) => ys[k] ?? 0) }
}

/** The numbers from 0 to n - 1 in random order (Fisher–Yates). */
function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, k) => k)
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random.uniform(0, last + 1))
    ;[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0]
  }
  return order
}

/** A seed for one initialiser; two initialisers with the same seed would give equal weights. */
function nextSeed(seeds: Random): number {
  return Math.floor(seeds.uniform(1, 2 ** 31))
}
// @end
