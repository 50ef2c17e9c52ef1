import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { buildSeq2Seq, type Seq2SeqSizes } from '../../../../solutions/seq2seq/seq2seq.ts'
import { exampleBlocks, handout } from '../../handouts/handout.ts'

/** The worked example of the handout: all weights of a model, a question, and what comes out of it. */
interface Example {
  readonly arguments: readonly [Seq2SeqSizes, number]
  readonly weights: Readonly<Record<'encoder' | 'decoder' | 'projection', readonly (number[] | number[][])[]>>
  readonly source: number[][][]
  readonly target: number[][][]
  readonly result: { readonly predict: number[][][]; readonly loss: number }
}

describe('the worked example of seq2seq', () => {
  it('is what the solution writes, and loses, with these weights', async () => {
    const { weights, source, target, result, ...example } = JSON.parse(
      exampleBlocks(handout('seq2seq', 'README.md'))[0] ?? '',
    ) as Example
    const before = new Set(Object.keys(tf.engine().registeredVariables))
    const model = buildSeq2Seq(...example.arguments)
    const made = Object.entries(tf.engine().registeredVariables).flatMap(([name, variable]) =>
      before.has(name) ? [] : [variable],
    )
    const values = [...weights.encoder, ...weights.decoder, ...weights.projection]
    expect(made.map(({ shape }) => shape)).toEqual(values.map((value) => tf.tensor(value).shape))
    made.forEach((variable, k) => {
      variable.assign(tf.tensor(values[k] ?? []))
    })

    const src = tf.tensor3d(source)
    expect(rounded(model.predict(src, target[0]?.length ?? 0).arraySync())).toEqual(result.predict)
    const still = { epochs: 1, batchSize: 1, learningRate: 0, clipNorm: 1, weightDecay: 0, seed: 1 }
    const [loss = NaN] = await model.fit(src, tf.tensor3d(target), still)
    expect(rounded([[[loss]]])).toEqual([[[result.loss]]])
  })
})

function rounded(values: readonly number[][][]): number[][][] {
  return values.map((rows) => rows.map((row) => row.map((value) => Math.round(value * 10_000) / 10_000 + 0)))
}
