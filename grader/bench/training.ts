import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type * as wasmBackend from '@tensorflow/tfjs-backend-wasm'
import type * as tfjs from '@tensorflow/tfjs'
import { registerWasmSegmentSum } from '../backend/kernels.ts'
import { wasmFolder } from '../backend/paths.ts'
import { studentTfjs } from '../backend/students/bundle.ts'
import { median } from './process.ts'

type Tfjs = typeof tfjs

/** Milliseconds of one training step: stock tfjs on wasm, and what students' code gets. */
export interface StepCost {
  readonly model: string
  readonly stockMs: number
  readonly oursMs: number
}

/** Measures both in a process of their own, one after the other: this program again, called with `--steps`. */
export async function stepCosts(root: string): Promise<StepCost[]> {
  const stock = await inProcess(root, 'stock')
  const ours = await inProcess(root, 'ours')
  return Object.entries(ours).map(([model, oursMs]) => ({ model, stockMs: stock[model] ?? NaN, oursMs }))
}

async function inProcess(root: string, engine: string): Promise<Record<string, number>> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['grader/bench/start.js', '--steps', engine], { cwd: root })
  return JSON.parse(stdout) as Record<string, number>
}

/** What such a process does: prints the median time of a step of every model, as JSON. */
export async function printSteps(root: string, engine: string): Promise<void> {
  const tf = engine === 'stock' ? await stockTfjs() : await oursTfjs(root)
  const costs: Record<string, number> = {}
  for (const [name, make] of Object.entries(models)) costs[name] = await msPerStep(tf, make(tf))
  console.log(JSON.stringify(costs))
}

/** tfjs as published; without the sum of segments no embedding could be trained at all. */
async function stockTfjs(): Promise<Tfjs> {
  const require = createRequire(import.meta.url)
  const tf = { ...require('@tensorflow/tfjs-core'), ...require('@tensorflow/tfjs-layers') } as Tfjs
  const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm') as typeof wasmBackend
  tf.env().set('PROD', true)
  setWasmPaths(wasmFolder())
  registerWasmSegmentSum(tf)
  await tf.setBackend('wasm')
  return tf
}

async function oursTfjs(root: string): Promise<Tfjs> {
  const { file } = await studentTfjs(root, path.join(root, 'node_modules', '.cache', 'lab11'))
  return (await import(pathToFileURL(file).href)) as Tfjs
}

interface Case {
  readonly model: tfjs.Sequential
  readonly x: tfjs.Tensor
  readonly y: tfjs.Tensor
  readonly loss: 'sparseCategoricalCrossentropy' | 'meanSquaredError'
}

/** The sizes of the guide. */
const models: Readonly<Record<string, (tf: Tfjs) => Case>> = {
  sentiment: (tf) => {
    const embedding = tf.layers.embedding({ inputDim: 1000, outputDim: 64, inputLength: 30 })
    const model = tf.sequential({ layers: [embedding, ...stack(tf, 128, undefined), dense(tf, 2, 'softmax')] })
    const x = tf.randomUniform([32, 30], 0, 1000, 'int32', 1)
    return { model, x, y: labels(tf, 32), loss: 'sparseCategoricalCrossentropy' }
  },
  'time-series': (tf) => {
    const model = tf.sequential({ layers: [...stack(tf, 64, [30, 1]), dense(tf, 1, 'linear')] })
    const [x, y] = [tf.randomNormal([64, 30, 1], 0, 1, 'float32', 1), tf.randomNormal([64, 1], 0, 1, 'float32', 2)]
    return { model, x, y, loss: 'meanSquaredError' }
  },
  benchmark: (tf) => {
    const model = tf.sequential({ layers: [...stack(tf, 64, [50, 32]), dense(tf, 2, 'softmax')] })
    const x = tf.randomNormal([128, 50, 32], 0, 1, 'float32', 1)
    return { model, x, y: labels(tf, 128), loss: 'sparseCategoricalCrossentropy' }
  },
}

function labels(tf: Tfjs, count: number): tfjs.Tensor {
  return tf.cast(tf.randomUniform([count], 0, 2, 'int32', 2), 'float32')
}

/** Two LSTM layers; orthogonal matrices of these sizes would take seconds to draw. */
function stack(tf: Tfjs, units: number, inputShape: [number, number] | undefined): tfjs.layers.Layer[] {
  return [true, false].map((returnSequences, k) =>
    tf.layers.lstm({
      units,
      returnSequences,
      recurrentActivation: 'sigmoid',
      recurrentInitializer: 'glorotUniform',
      ...(k === 0 && inputShape ? { inputShape } : {}),
    }),
  )
}

function dense(tf: Tfjs, units: number, activation: 'softmax' | 'linear'): tfjs.layers.Layer {
  return tf.layers.dense({ units, activation })
}

async function msPerStep(tf: Tfjs, { model, x, y, loss }: Case): Promise<number> {
  model.compile({ optimizer: tf.train.adam(1e-3), loss })
  const times: number[] = []
  for (let k = 0; k < warmUp + measured; k++) {
    const started = performance.now()
    await model.trainOnBatch(x, y)
    if (k >= warmUp) times.push(performance.now() - started)
  }
  return median(times)
}

const [warmUp, measured] = [2, 7]
