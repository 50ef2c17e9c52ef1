/**
 * Lab 11 · Deliverable: simple RNN, LSTM and GRU under the same conditions.
 *
 * Conventions: tensors are (batch, time, features). Shapes use B = batchSize, T = seqLength, D = inputSize,
 * H = hiddenSize, K = outputSize.
 */
import * as tf from '@tensorflow/tfjs'
import { createRandom } from '../shared/random.ts'
import { NotImplemented } from '../shared/not-implemented.ts'

/** The three recurrent networks. */
export type ModelKind = 'RNN' | 'LSTM' | 'GRU'

/** What is measured: sizes of data and models, and how long they train. */
export interface BenchmarkConfig {
  /** D, features of one time step. */
  inputSize: number
  /** H, units of every recurrent layer. */
  hiddenSize: number
  /** T, time steps. */
  seqLength: number
  /** B, sequences; all of them are one batch. */
  batchSize: number
  /** K, classes. */
  outputSize: number
  /** Recurrent layers, 1 or more. */
  numLayers: number
  /** Updates of the weights that are timed. */
  steps: number
  /** Of data and initial weights. */
  seed: number
}

/** Sequences and their classes. */
export interface BenchmarkData {
  /** (B × T × D) numbers. */
  xs: number[][][]
  /** B classes, 0 to K - 1. */
  ys: number[]
}

/** What was measured of one model. */
export interface BenchmarkRow {
  model: ModelKind
  /** Weights, with one bias per block. */
  params: number
  /** Time of all updates, in seconds. */
  seconds: number
  /** Mean cross-entropy before any update. */
  firstLoss: number
  /** Mean cross-entropy after the last update. */
  finalLoss: number
  gates: number
  /** Whether there is a state besides the hidden one. */
  cellState: boolean
}

/** A whole measurement; also what `artifacts/benchmark.json` holds. */
export interface BenchmarkResult {
  config: BenchmarkConfig
  /** Where tfjs computed: the times mean nothing without it. */
  backend: string
  rows: BenchmarkRow[]
}

/**
 * B1 · A classifier of sequences: recurrent layers of one kind and a dense softmax layer on the last state.
 *
 * @param kind - which recurrent layer
 * @param config - D, H, T, K, the number of layers and the seed of the weights
 * @returns a model (batch, T, D) → (batch, K) probabilities
 */
export function buildRecurrentModel(kind: ModelKind, config: BenchmarkConfig): tf.LayersModel {
  // TODO(B1): escribe aquí tu código (assignments/benchmark/README.md#b1)
  throw new NotImplemented('B1', 'buildRecurrentModel', 'assignments/benchmark/README.md#b1')
}

/**
 * B2 · Random sequences with random classes: there is nothing in them to learn, only to memorise.
 *
 * @param config - B, T, D, K and the seed
 * @returns standard normal numbers (B × T × D), and B classes, all equally probable
 */
export function makeBenchmarkData(config: BenchmarkConfig): BenchmarkData {
  // TODO(B2): escribe aquí tu código (assignments/benchmark/README.md#b2)
  throw new NotImplemented('B2', 'makeBenchmarkData', 'assignments/benchmark/README.md#b2')
}

/**
 * B3 · Trains the three models on the same data and measures them: Adam with rate 0.001, every step on the whole batch.
 *
 * @param config - sizes, steps and seed; the models are those of {@link buildRecurrentModel}
 * @param data - the sequences to train on, in the sizes of `config`
 * @returns a row per model
 */
export async function runBenchmark(config: BenchmarkConfig, data: BenchmarkData): Promise<BenchmarkResult> {
  // TODO(B3): escribe aquí tu código (assignments/benchmark/README.md#b3)
  throw new NotImplemented('B3', 'runBenchmark', 'assignments/benchmark/README.md#b3')
}
