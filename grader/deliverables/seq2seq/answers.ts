import type { CheckContext } from '../../checks/check.ts'
import { expectLaw } from '../../checks/expect.ts'
import { CheckFailure } from '../../checks/failure.ts'
import { describe, formatNumber } from '../../numeric/compare.ts'
import { TensorValue, type Handle } from '../../subject/protocol.ts'
import type { FitOptions, ModelSizes, Sizes } from './domains.ts'
import { lossError } from './tolerances.ts'

/** A live model of the student's. */
export function build(
  { subject }: { readonly subject: Pick<CheckContext['subject'], 'keep'> },
  sizes: ModelSizes,
  seed: number,
): Promise<Handle> {
  const { inputSize, outputSize, hiddenSize } = sizes
  return subject.keep('buildSeq2Seq', { inputSize, outputSize, hiddenSize }, seed)
}

/** What a model writes, known to be finite and (batch, steps, outputSize). */
export async function predict(
  { subject }: CheckContext,
  model: Handle,
  source: TensorValue,
  steps: number,
  { outputSize }: Pick<Sizes, 'outputSize'>,
): Promise<TensorValue> {
  const received = await subject.callMethod(model, 'predict', source, steps)
  return expectTensor(received, [source.shape[0] ?? 0, steps, outputSize], 'predict')
}

/** Sources and what is to be written for them. */
export type Examples = readonly [source: TensorValue, target: TensorValue]

/** The losses of a training, known to be one finite number per epoch. */
export async function fit(
  context: CheckContext,
  model: Handle,
  examples: Examples,
  options: FitOptions,
): Promise<readonly number[]> {
  return (await train(context, model, examples, options)).losses
}

/**
 * Trains a model in the student's process. More optimiser steps than the options ask for are a finding; `tensors` says
 * how many it left behind.
 */
export async function train(
  { subject }: CheckContext,
  model: Handle,
  [source, target]: Examples,
  options: FitOptions,
): Promise<{ readonly losses: readonly number[]; readonly tensors: number }> {
  const { epochs, batchSize, seed } = options
  const steps = epochs * Math.ceil((source.shape[0] ?? 0) / batchSize)
  const { value, tensors } = await subject.train({ of: model, method: 'fit' }, [source, target, options], {
    seed,
    steps,
    epochs,
  })
  const losses = Array.isArray(value) ? (value as unknown[]) : undefined
  if (losses?.length !== epochs) throw mismatch('type', 'fit', `number[${String(epochs)}]`, describe(value))
  return { losses: losses.map(expectFiniteLoss), tensors }
}

/** A loss against the one that it must be. */
export function expectLoss(loss: number, expected: number, messageId: string): void {
  const seen = written({ expected, received: loss })
  expectLaw(Math.abs(loss - expected) <= lossError * expected, messageId, seen, seen)
}

/** Numbers as they are told. */
export function written<Key extends string>(numbers: Readonly<Record<Key, number>>): Record<Key, string> {
  const entries = Object.entries<number>(numbers).map(([key, value]) => [key, formatNumber(value, 4)])
  return Object.fromEntries(entries) as Record<Key, string>
}

/** Numbers that are not all the same; NaN has been turned away before. */
export function expectVaried(numbers: ArrayLike<number>, key: string): void {
  expectLaw(new Set(Array.from(numbers)).size > 1, 'law.constant', { key })
}

/** The largest absolute difference between two tensors of one shape. */
export function largestDifference(a: TensorValue, b: TensorValue): number {
  return a.data.reduce((largest, value, k) => Math.max(largest, Math.abs(value - (b.data[k] ?? NaN))), 0)
}

function expectFiniteLoss(loss: unknown, k: number): number {
  const at = `fit[${String(k)}]`
  if (typeof loss !== 'number') throw mismatch('type', at, 'number', describe(loss))
  if (!Number.isFinite(loss)) throw notFinite(at, loss)
  return loss
}

function expectTensor(received: unknown, shape: readonly number[], name: string): TensorValue {
  const form = (lengths: readonly number[]): string => `Tensor(${lengths.join('×')})`
  if (!(received instanceof TensorValue)) throw mismatch('type', name, form(shape), describe(received))
  if (received.shape.length !== shape.length || received.shape.some((length, axis) => length !== shape[axis])) {
    throw mismatch('shape', name, form(shape), form(received.shape))
  }
  const odd = received.data.findIndex((value) => !Number.isFinite(value))
  if (odd >= 0) throw notFinite(`${name}[${indices(odd, shape).join(',')}]`, received.data[odd] ?? NaN)
  return received
}

function indices(k: number, shape: readonly number[]): number[] {
  const found: number[] = []
  for (const length of shape.toReversed()) {
    found.unshift(k % length)
    k = Math.floor(k / length)
  }
  return found
}

function mismatch(kind: 'type' | 'shape', at: string, expected: string, received: string): CheckFailure {
  const seen = { at, expected, received }
  const messageId = kind === 'type' ? 'expect.type' : 'seq2seq.shape'
  return new CheckFailure({ kind, messageId, params: seen, ...seen })
}

function notFinite(at: string, value: number): CheckFailure {
  const seen = { at, received: formatNumber(value) }
  return new CheckFailure({ kind: 'value', messageId: 'expect.not-finite', params: seen, ...seen })
}
