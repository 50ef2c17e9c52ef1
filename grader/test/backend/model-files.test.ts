import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import { decodeModel, encodeModel, folderHandler } from '../../backend/model-files.ts'
import type { LabError } from '../../model/errors.ts'

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'lab11-model-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}

const weights = [
  { name: 'a', shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) },
  { name: 'b', shape: [1], values: Float32Array.of(-0.5) },
]

describe('A saved model', () => {
  it('comes back from its folder with the same layers and the same answers', async () => {
    const tf = await loadTf('wasm')
    const place = path.join(folder(), 'deep', 'model')
    const before = tf.memory().numTensors
    const model = tf.sequential({
      layers: [
        tf.layers.embedding({ inputDim: 7, outputDim: 3, inputLength: 4 }),
        tf.layers.lstm({ units: 2, recurrentActivation: 'sigmoid' }),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    })
    await model.save(folderHandler(place))
    const loaded = await tf.loadLayersModel(folderHandler(place))
    const x = tf.tensor2d([1, 2, 3, 4, 6, 5, 0, 0], [2, 4])
    const [expected, received] = [model, loaded].map((one) => (one.predict(x) as typeof x).dataSync())
    expect(received).toEqual(expected)
    expect(JSON.parse(readFileSync(path.join(place, 'model.json'), 'utf8'))).toMatchObject({
      format: 'layers-model',
      weightsManifest: [{ paths: ['weights.bin'] }],
    })
    model.dispose()
    loaded.dispose()
    x.dispose()
    // The two predictions are all that is left.
    expect(tf.memory().numTensors - before).toBe(2)
  })

  it('is two files, and every weight is where the manifest says', () => {
    const files = encodeModel({ class_name: 'Sequential' }, weights)
    expect(files['weights.bin'].byteLength).toBe(20)
    expect(decodeModel(Buffer.from(files['model.json']), files['weights.bin'])).toEqual({
      topology: { class_name: 'Sequential' },
      weights,
    })
  })
})

describe('What is not a saved model is refused, naming what is wrong', () => {
  const whole = encodeModel({}, weights)
  const manifest = (change: (document: Record<string, unknown>) => void): string => {
    const document = JSON.parse(whole['model.json']) as Record<string, unknown>
    change(document)
    return JSON.stringify(document)
  }
  it.each([
    ['no JSON', 'not json', whole['weights.bin'], 'model.json'],
    ['a list', '[]', whole['weights.bin'], 'model.json'],
    ['no topology', manifest((d) => delete d['modelTopology']), whole['weights.bin'], 'modelTopology'],
    [
      'a path out of the folder',
      whole['model.json'].replace('weights.bin', '../weights.bin'),
      whole['weights.bin'],
      'weightsManifest',
    ],
    ['another type', whole['model.json'].replace('float32', 'int32'), whole['weights.bin'], 'weightsManifest'],
    [
      'a shape that is none',
      whole['model.json'].replace(/"shape": \[\s*2/, '"shape": [-2'),
      whole['weights.bin'],
      'weightsManifest',
    ],
    ['too few bytes', whole['model.json'], whole['weights.bin'].subarray(0, 16), 'weights.bin'],
    ['bytes left over', whole['model.json'], Buffer.alloc(24), 'weights.bin'],
  ])('%s', (_, json, bytes, what) => {
    const attempt = (): unknown => decodeModel(Buffer.from(json), bytes)
    expect(attempt).toThrow()
    try {
      attempt()
    } catch (error) {
      expect((error as LabError).messageId).toBe('model.file-unreadable')
      expect((error as LabError).params).toEqual({ what })
    }
  })

  it('a folder without files, by the name of the one that is missing', async () => {
    const tf = await loadTf('wasm')
    const place = folder()
    await expect(tf.loadLayersModel(folderHandler(place))).rejects.toMatchObject({ messageId: 'model.file-missing' })
    writeFileSync(path.join(place, 'model.json'), whole['model.json'])
    await expect(tf.loadLayersModel(folderHandler(place))).rejects.toMatchObject({
      params: { path: path.join(place, 'weights.bin') },
    })
  })
})
