// Expected: nothing is lost. Another hand: no layers at all but variables and tf.basicLSTMCell, one step at a time in both
// modes, a class with private fields, a promise from predict, the decay before the step.
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'

type Options = Record<'epochs' | 'batchSize' | 'learningRate' | 'clipNorm' | 'weightDecay' | 'seed', number>

/** An LSTM on [x, h], its kernel (inputs + H) × 4H in the order i, candidate, f, o. */
class Cell {
  readonly kernel: tf.Variable
  readonly bias: tf.Variable
  readonly units: number

  constructor(inputs: number, units: number, seed: number) {
    this.units = units
    this.kernel = tf.variable(tf.randomNormal([inputs + units, 4 * units], 0, Math.sqrt(1 / (inputs + units)), 'float32', seed))
    this.bias = tf.variable(tf.zeros([4 * units]))
  }

  rest(rows: number): [c: tf.Tensor2D, h: tf.Tensor2D] {
    return [tf.zeros([rows, this.units]), tf.zeros([rows, this.units])]
  }

  next(x: tf.Tensor2D, [c, h]: [tf.Tensor2D, tf.Tensor2D]): [tf.Tensor2D, tf.Tensor2D] {
    return tf.basicLSTMCell(tf.scalar(1), this.kernel as tf.Tensor2D, this.bias as unknown as tf.Tensor1D, x, c, h)
  }
}

class EncoderDecoder {
  readonly #reader: Cell
  readonly #writer: Cell
  readonly #out: tf.Variable
  readonly #shift: tf.Variable
  readonly #width: number

  constructor({ inputSize, outputSize, hiddenSize }: Record<'inputSize' | 'outputSize' | 'hiddenSize', number>, seed: number) {
    const draw = createRandom(seed)
    const fresh = (): number => Math.round(draw.uniform(1, 1e9))
    this.#width = outputSize
    this.#reader = new Cell(inputSize, hiddenSize, fresh())
    this.#writer = new Cell(outputSize, hiddenSize, fresh())
    this.#out = tf.variable(tf.truncatedNormal([hiddenSize, outputSize], 0, Math.sqrt(2 / (hiddenSize + outputSize)), 'float32', fresh()))
    this.#shift = tf.variable(tf.zeros([1, outputSize]))
  }

  async predict(src: tf.Tensor3D, targetLength: number): Promise<tf.Tensor3D> {
    await Promise.resolve()
    return tf.tidy(() => this.#write(src, targetLength, (outputs) => outputs.at(-1)))
  }

  async fit(src: tf.Tensor3D, target: tf.Tensor3D, o: Options): Promise<Float32Array> {
    const [N, T] = target.shape
    const adam = tf.train.adam(o.learningRate)
    const random = createRandom(o.seed)
    const means = new Float32Array(o.epochs)
    for (let epoch = 0; epoch < o.epochs; epoch++) {
      const tickets = Array.from({ length: N }, (_, row) => ({ row, ticket: random.uniform() })).sort((a, b) => a.ticket - b.ticket)
      let squares = 0
      for (let from = 0; from < N; from += o.batchSize) {
        const rows = tickets.slice(from, from + o.batchSize).map(({ row }) => row)
        squares += this.#learn(tf.gather(src, rows), tf.gather(target, rows), adam, o)
        console.log(`epoch ${epoch}, ${from + rows.length} of ${N}`)
      }
      means[epoch] = squares / (N * T * this.#width)
    }
    adam.dispose()
    return means
  }

  get #variables(): tf.Variable[] {
    return [this.#shift, this.#out, this.#writer.bias, this.#writer.kernel, this.#reader.bias, this.#reader.kernel]
  }

  /** (B, steps, O); what is read at a step, zeros where `told` says nothing. */
  #write(src: tf.Tensor3D, steps: number, told: (outputs: tf.Tensor2D[]) => tf.Tensor2D | undefined): tf.Tensor3D {
    const B = src.shape[0]
    let state = this.#reader.rest(B)
    for (const x of tf.unstack(src, 1)) state = this.#reader.next(x as tf.Tensor2D, state)
    const outputs: tf.Tensor2D[] = []
    while (outputs.length < steps) {
      state = this.#writer.next(told(outputs) ?? tf.zeros([B, this.#width]), state)
      outputs.push(tf.add(tf.matMul(state[1], this.#out as tf.Tensor2D), this.#shift))
    }
    return tf.stack(outputs, 1) as tf.Tensor3D
  }

  /** One step of the optimiser; the sum of the squared errors before it. */
  #learn(src: tf.Tensor3D, target: tf.Tensor3D, adam: tf.AdamOptimizer, o: Options): number {
    const sum = tf.tidy(() => {
      const right = tf.unstack(target, 1) as tf.Tensor2D[]
      const { value, grads } = tf.variableGrads(() => {
        const written = this.#write(src, right.length, (outputs) => right[outputs.length - 1])
        return tf.mean(tf.square(tf.sub(written, target))) as tf.Scalar
      }, this.#variables)
      const norm = Math.sqrt(Object.values(grads).reduce((total, grad) => total + tf.sum(tf.mul(grad, grad)).dataSync()[0]!, 0))
      for (const v of this.#variables) if (v.rank === 2) v.assign(tf.sub(v, tf.mul(v, o.learningRate * o.weightDecay)))
      const factor = Math.min(1, o.clipNorm / (norm + 1e-30))
      for (const name in grads) grads[name] = tf.mul(grads[name]!, factor)
      adam.applyGradients(grads)
      return value.dataSync()[0]! * target.size
    })
    tf.dispose([src, target])
    return sum
  }
}

export { EncoderDecoder }

export async function buildSeq2Seq(sizes: Record<'inputSize' | 'outputSize' | 'hiddenSize', number>, seed: number) {
  return new EncoderDecoder(sizes, seed)
}
