import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import { decodeModel, encodeModel, type NamedWeight } from '../../backend/model-files.ts'
import type { CheckContext } from '../../checks/check.ts'
import { modelOf, type ModelData } from '../../checks/models.ts'
import type { SentimentConfig } from '../../deliverables/sentiment/contract.ts'
import { measureOn } from '../../deliverables/sentiment/learning.ts'
import { reviewData } from '../../deliverables/sentiment/review-data.ts'
import { prepare } from '../../deliverables/time-series/pipeline.ts'
import { drawSinusoid } from '../../deliverables/time-series/series.ts'
import { lossOf } from '../../deliverables/time-series/training.ts'
import type { Slug } from '../../model/verdict.ts'
import { stream } from '../../numeric/random.ts'
import { Lab } from './lab.ts'
import { root } from './workshop.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

const tf = (): ReturnType<typeof loadTf> => loadTf('wasm')

describe('A stored model of reviews', () => {
  it('that gives one class to all is named by it', async () => {
    const files = await sentimentArtifact((model) => withHead(model, () => 0))
    expect(await told('sentiment', 'artifact-accuracy', files)).toEqual({
      failed: ['artifact-accuracy'],
      named: ['sentiment.constant-class'],
      clues: ['diagnosis.one-class'],
    })
  })

  it('that is wrong about nearly all has no name', async () => {
    const files = await sentimentArtifact((model) => withHead(model, (value) => -value))
    expect(await told('sentiment', 'artifact-accuracy', files)).toMatchObject({
      failed: ['artifact-accuracy'],
      named: [],
    })
  })

  it.each([
    ['those of the training, epoch by epoch', 'trainLoss', 'trainAccuracy', ['sentiment.accuracy-on-train']],
    ['made up', 'valAccuracy', 'valLoss', []],
  ])('whose validation figures are %s', async (_, loss, accuracy, ids) => {
    const stored = storedFiles('sentiment')
    const history = historyOf(stored)
    const share = (list: readonly number[] = []): number[] => list.map((value) => Math.min(1, value))
    const other = { ...history, valLoss: history[loss], valAccuracy: share(history[accuracy] as number[]) }
    const files = { ...stored, 'history.json': JSON.stringify(other) }
    expect(await told('sentiment', 'artifact-history', files)).toMatchObject({
      failed: ['artifact-history'],
      named: ids,
    })
  })
})

describe('A stored forecaster', () => {
  it.each([
    ['repeats the last value of its window', 1, ['series.persistence']],
    ['says half of it', 0.5, []],
  ])('that %s', async (_, share, ids) => {
    const files = await forecasterArtifact(share)
    expect(await told('time-series', 'artifact-works', files)).toMatchObject({
      failed: ['artifact-works'],
      named: ids,
    })
  })
})

interface Told {
  readonly failed: readonly string[]
  readonly named: readonly string[]
  readonly clues: readonly string[]
}

/** What a grade says of the solution beside other artifacts: one check, with those that it needs. */
async function told(slug: Slug, check: string, files: Artifacts): Promise<Told> {
  const folder = lab.submission({})
  const place = path.join(folder, 'artifacts', slug)
  mkdirSync(place, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(place, name), content)
  const { results, diagnoses, named } = await lab.runOne(slug, folder, { only: [`${slug}/${check}`] })
  const failed = results.filter(({ verdict }) => verdict.kind === 'failed')
  return {
    failed: failed.map(({ meta }) => meta.id.slice(slug.length + 1)),
    named,
    clues: diagnoses.flatMap(({ clues }) => clues.map(({ messageId }) => messageId)),
  }
}

type Artifacts = Readonly<Record<string, string | Uint8Array>>

/** The artifacts of the solution. */
function storedFiles(slug: Slug): Record<'history.json' | 'model.json' | 'weights.bin', Buffer> {
  const read = (name: string): Buffer => readFileSync(path.join(root, 'solutions', 'artifacts', slug, name))
  return { 'history.json': read('history.json'), 'model.json': read('model.json'), 'weights.bin': read('weights.bin') }
}

interface History extends Readonly<Record<string, unknown>> {
  readonly seed: number
  readonly valLoss: readonly number[]
}

function historyOf(files: { readonly 'history.json': Buffer }): History {
  return JSON.parse(files['history.json'].toString('utf8')) as History
}

/** The solution's reviewer with other weights, and a history that says of them what is true. */
async function sentimentArtifact(change: (weights: readonly NamedWeight[]) => NamedWeight[]): Promise<Artifacts> {
  const stored = storedFiles('sentiment')
  const history = historyOf(stored)
  const { topology, weights } = decodeModel(stored['model.json'], stored['weights.bin'])
  const files = encodeModel(topology, change(weights))
  const model = await dataOf(topology, change(weights))
  const { validation } = reviewData(history.seed, history['config'] as SentimentConfig)
  const { loss, accuracy } = await measureOn({ tf } as unknown as CheckContext, model, validation)
  const valAccuracy = (history['valAccuracy'] as readonly number[]).with(-1, accuracy)
  return {
    ...files,
    'history.json': JSON.stringify({ ...history, valLoss: history.valLoss.with(-1, loss), valAccuracy }),
  }
}

/** A forecaster that says this share of the last value of its window, and a history that says how far off that is. */
async function forecasterArtifact(share: number): Promise<Artifacts> {
  const history = historyOf(storedFiles('time-series'))
  const window = 16
  const engine = await tf()
  const live = engine.sequential({
    layers: [engine.layers.flatten({ inputShape: [window, 1] }), engine.layers.dense({ units: 1 })],
  })
  const topology = live.toJSON(null, false) as object
  const values = Float32Array.from({ length: window }, (_, t) => (t === window - 1 ? share : 0))
  live.dispose()
  const weights = [
    { name: 'kernel', shape: [window, 1], values },
    { name: 'bias', shape: [1], values: new Float32Array(1) },
  ]
  const series = drawSinusoid(stream(history.seed, 'time-series', 'sinusoid'), 2000)
  const loss = await lossOf(engine, await dataOf(topology, weights), prepare(series, window, 1).validation)
  return {
    ...encodeModel(topology, weights),
    'history.json': JSON.stringify({ ...history, valLoss: history.valLoss.with(-1, loss) }),
  }
}

async function dataOf(topology: object, weights: readonly NamedWeight[]): Promise<ModelData> {
  const described = weights.map((weight) => ({ ...weight, trainable: true, values: Array.from(weight.values) }))
  return modelOf(await tf(), { topology: JSON.stringify(topology), weights: described }, 'stored')
}

/** The same with other numbers in the dense layer, whose weights come last. */
function withHead(weights: readonly NamedWeight[], change: (value: number) => number): NamedWeight[] {
  return weights.map((weight, k) =>
    k < weights.length - 2 ? weight : { ...weight, values: weight.values.map(change) },
  )
}
