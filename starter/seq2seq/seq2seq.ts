/**
 * Lab 11 · Deliverable: sequence to sequence, with an encoder and a decoder that are LSTMs.
 *
 * Conventions: tensors are batch first, (batch, time, features). Shapes use B = batch, S = length of the source,
 * T = length of the target, D = inputSize, O = outputSize, H = hiddenSize. S and T are free and need not be equal.
 */
import * as tf from '@tensorflow/tfjs'
import { NotImplemented } from '../shared/not-implemented.ts'
import { createRandom } from '../shared/random.ts'

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
  // TODO(SQ1): escribe aquí tu código (assignments/seq2seq/README.md#sq1)
  throw new NotImplemented('SQ1', 'buildSeq2Seq', 'assignments/seq2seq/README.md#sq1')
}
