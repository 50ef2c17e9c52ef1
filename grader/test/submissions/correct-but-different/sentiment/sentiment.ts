// Expected: nothing is lost. Other hands: loops, the functional API, two LSTMs side by side, decay as part of the gradient.
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'

interface SentimentConfig { vocabSize: number; embedDim: number; hiddenSize: number; numLayers: number; dropout: number; bidirectional: boolean; numClasses: number; maxLen: number }
interface TrainOptions { epochs: number; batchSize: number; learningRate: number; clipNorm: number; weightDecay: number; seed: number }
interface Labelled { xs: number[][]; ys: number[] }

export function tokenize(text: string): string[] {
  const words: string[] = []
  let word = ''
  for (const letter of text.toLowerCase().normalize('NFC') + ' ') {
    if (/[a-z0-9áéíóúñü]/.test(letter)) word += letter
    else { if (word) words.push(word); word = '' }
  }
  return words
}
export function buildVocabulary(texts: string[], maxSize: number): Record<string, number> {
  const counts: Record<string, number> = Object.create(null)
  for (const t of texts) for (const w of tokenize(t)) counts[w] = (counts[w] ?? 0) + 1
  const v: Record<string, number> = { '<pad>': 0, '<unk>': 1 }
  let next = 2
  for (const w of Object.keys(counts).sort().sort((a, b) => counts[b]! - counts[a]!)) if (next < maxSize) v[w] = next++
  return v
}
export function encode(text: string, vocabulary: Record<string, number>, maxLen: number): number[] {
  const v = new Map(Object.entries(vocabulary))
  const ids = new Array<number>(maxLen).fill(0)
  tokenize(text).slice(0, maxLen).forEach((w, k) => { ids[k] = v.get(w) ?? 1 })
  return ids
}
export const defaultSentimentConfig = (): SentimentConfig => ({ vocabSize: 360, embedDim: 12, hiddenSize: 16, numLayers: 1, dropout: 0.1, bidirectional: false, numClasses: 2, maxLen: 22 })
export const defaultSentimentOptions = (): TrainOptions => ({ epochs: 6, batchSize: 64, learningRate: 0.02, clipNorm: 5, weightDecay: 0, seed: -1 })

export function buildSentimentModel(c: SentimentConfig, seed: number): tf.LayersModel {
  const input = tf.input({ shape: [c.maxLen] })
  let s = seed * 100
  let x = tf.layers.embedding({ inputDim: c.vocabSize, outputDim: c.embedDim, maskZero: true, embeddingsInitializer: tf.initializers.randomUniform({ minval: -0.1, maxval: 0.1, seed: ++s }) }).apply(input) as tf.SymbolicTensor
  x = tf.layers.dropout({ rate: c.dropout }).apply(x) as tf.SymbolicTensor
  for (let l = 1; l <= c.numLayers; l++) {
    const make = (goBackwards: boolean) => tf.layers.lstm({ units: c.hiddenSize, returnSequences: l < c.numLayers, goBackwards, recurrentActivation: 'sigmoid', unitForgetBias: true, kernelInitializer: tf.initializers.glorotNormal({ seed: ++s }), recurrentInitializer: tf.initializers.orthogonal({ gain: 1, seed: ++s }) })
    if (!c.bidirectional) x = make(false).apply(x) as tf.SymbolicTensor
    else if (l === c.numLayers) {
      const [f, b] = [make(false).apply(x), make(true).apply(x)] as tf.SymbolicTensor[]
      x = tf.layers.concatenate().apply([b!, f!]) as tf.SymbolicTensor
    } else x = tf.layers.bidirectional({ layer: make(false), mergeMode: 'concat' }).apply(x) as tf.SymbolicTensor
  }
  x = tf.layers.dropout({ rate: c.dropout }).apply(x) as tf.SymbolicTensor
  const out = tf.layers.dense({ units: c.numClasses, activation: 'softmax', kernelInitializer: tf.initializers.glorotNormal({ seed: ++s }) }).apply(x)
  return tf.model({ inputs: input, outputs: out as tf.SymbolicTensor })
}

export async function trainSentiment(model: tf.LayersModel, train: Labelled, validation: Labelled, o: TrainOptions) {
  const adam = tf.train.adam(o.learningRate, 0.9, 0.999, 1e-8)
  const history = { trainLoss: [] as number[], trainAccuracy: [] as number[], valLoss: [] as number[], valAccuracy: [] as number[] }
  const variables = model.trainableWeights.map((w) => w.read()) as unknown as tf.Variable[]
  const loss = (p: tf.Tensor, ys: number[]) => tf.tidy(() => tf.neg(tf.mean(tf.log(tf.add(tf.sum(tf.mul(p, tf.oneHot(tf.tensor1d(ys, 'int32'), p.shape[1]!)), 1), 1e-9)))) as tf.Scalar)
  for (let e = 0; e < o.epochs; e++) {
    const order = train.ys.map((_, k) => k)
    const r = createRandom(o.seed * 1000 + e)
    const keys = order.map(() => r.uniform())
    order.sort((a, b) => keys[a]! - keys[b]!)
    for (let i = 0; i < order.length; i += o.batchSize) {
      const part = order.slice(i, i + o.batchSize)
      tf.tidy(() => {
        const x = tf.tensor2d(part.map((k) => train.xs[k]!))
        const { grads } = tf.variableGrads(() => loss(model.apply(x, { training: true }) as tf.Tensor, part.map((k) => train.ys[k]!)), variables)
        for (const v of variables) grads[v.name] = tf.add(grads[v.name]!, tf.mul(o.weightDecay, v))
        const norm = tf.sqrt(tf.addN(Object.values(grads).map((g) => tf.sum(tf.square(g))))).dataSync()[0]!
        const factor = Math.min(1, o.clipNorm / (norm + 1e-6))
        adam.applyGradients(Object.fromEntries(Object.entries(grads).map(([n, g]) => [n, tf.mul(g, factor)])))
      })
    }
    const measure = async ({ xs, ys }: Labelled) => {
      const classes = await predictSentiment(model, xs)
      const l = tf.tidy(() => loss(model.predict(tf.tensor2d(xs)) as tf.Tensor, ys).dataSync()[0]!)
      return [l, classes.filter((c, k) => c === ys[k]).length / ys.length] as const
    }
    const [tl, ta] = await measure(train)
    const [vl, va] = await measure(validation)
    history.trainLoss.push(tl); history.trainAccuracy.push(ta); history.valLoss.push(vl); history.valAccuracy.push(va)
  }
  return history
}
export function predictSentiment(model: tf.LayersModel, xs: number[][]): Promise<number[]> {
  const rows = tf.tidy(() => (model.predict(tf.tensor2d(xs)) as tf.Tensor2D).arraySync())
  return Promise.resolve(rows.map((row) => row.indexOf(Math.max(...row))))
}
