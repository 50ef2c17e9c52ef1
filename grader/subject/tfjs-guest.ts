import type * as tfjs from '@tensorflow/tfjs'
import type { Training } from './guest.ts'
import { TensorValue, tensorTypes } from './protocol.ts'

type Tfjs = typeof tfjs

/** Tells of progress at most so often, in milliseconds. */
const tellEveryMs = 250

/** What the guest needs of TensorFlow.js: its tensors on the wire, its models as data, its optimisers counted. */
export function tfjsTraining(tf: Tfjs): Training {
  const crossed: tfjs.Tensor[] = []
  const counter = countSteps(tf)
  return {
    codec: {
      tensor: ({ shape, data, dtype }) => {
        const tensor = tf.tensor(Float32Array.from(data), [...shape], dtype === 'bool' ? 'int32' : dtype)
        crossed.push(tensor)
        return tensor
      },
      tensorView: (value) => {
        const tensor = asTensor(tf, value)
        if (!tensor) return undefined
        crossed.push(tensor)
        const dtype = tensorTypes.find((name) => name === tensor.dtype) ?? 'float32'
        return new TensorValue(tensor.shape, tensor.dataSync(), dtype)
      },
      opaque: (value) =>
        value instanceof tf.layers.Layer || value instanceof tf.Optimizer ? value.getClassName() : undefined,
    },
    describeModel: (value) => (value instanceof tf.LayersModel ? describeModel(value) : undefined),
    begin: counter.begin,
    end: counter.end,
    tidy: () => {
      // A variable belongs to a model, which still needs it.
      for (const tensor of crossed.splice(0))
        if (!tensor.isDisposed && !(tensor instanceof tf.Variable)) tensor.dispose()
    },
  }
}

function asTensor(tf: Tfjs, value: object): tfjs.Tensor | undefined {
  return value instanceof tf.Tensor ? (value as tfjs.Tensor) : undefined
}

function describeModel(model: tfjs.LayersModel): unknown {
  return {
    topology: JSON.stringify(model.toJSON(null, false)),
    weights: model.weights.map((weight) => ({
      name: weight.name,
      shape: weight.shape,
      trainable: model.trainableWeights.includes(weight),
      values: weight.read().dataSync(),
    })),
  }
}

/** Every optimiser's step goes through one of these methods, in a loop of one's own as in `fit`. */
function countSteps(tf: Tfjs): Pick<Training, 'begin' | 'end'> {
  let [steps, limit, told, loss, tensors] = [0, Infinity, 0, NaN, 0]
  let tell: (steps: number, loss: number) => void = () => undefined
  const classes = [
    tf.SGDOptimizer,
    tf.MomentumOptimizer,
    tf.RMSPropOptimizer,
    tf.AdamOptimizer,
    tf.AdamaxOptimizer,
    tf.AdagradOptimizer,
    tf.AdadeltaOptimizer,
  ]
  for (const { prototype } of classes as { prototype: Steps }[]) {
    if (!Object.hasOwn(prototype, 'applyGradients')) continue
    const apply = prototype.applyGradients
    prototype.applyGradients = function (this: Steps, gradients) {
      if (++steps > limit) throw new TooManySteps(`${String(limit)} optimiser steps`)
      if (performance.now() - told > tellEveryMs) {
        told = performance.now()
        tell(steps, loss)
      }
      apply.call(this, gradients)
    }
  }
  watchLosses(tf, (value) => {
    if (performance.now() - told > tellEveryMs) loss = value.dataSync()[0] ?? NaN
  })
  return {
    begin: (most, listener) => {
      ;[steps, limit, told, loss, tell] = [0, most, performance.now(), NaN, listener]
      tensors = tf.memory().numTensors
    },
    end: () => ({ steps, tensors: tf.memory().numTensors - tensors }),
  }
}

interface Steps {
  applyGradients: (this: Steps, gradients: unknown) => void
}

class TooManySteps extends Error {
  override readonly name = 'TooManySteps'
}

/** Every gradient is taken of one number, the loss. */
function watchLosses(tf: Tfjs, see: (loss: tfjs.Tensor) => void): void {
  const engine = tf.engine() as unknown as { gradients: (...args: unknown[]) => { value: tfjs.Tensor } }
  const gradients = engine.gradients.bind(engine)
  engine.gradients = (...args) => {
    const result = gradients(...args)
    see(result.value)
    return result
  }
}
