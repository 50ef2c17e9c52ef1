import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import { backendNames, isBackendName } from '../../backend/names.ts'
import { wasmFolder } from '../../backend/paths.ts'
import { readdirSync } from 'node:fs'

const counts = (): number[] => ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event))

describe('loadTf', () => {
  it('computes on wasm, and leaves no listener on the process', async () => {
    const before = counts()
    const tf = await loadTf('wasm')
    expect(tf.getBackend()).toBe('wasm')
    expect(Array.from(tf.tidy(() => tf.add([1, 2], [3, 4]).dataSync()))).toEqual([4, 6])
    expect(counts()).toEqual(before)
  })

  it('changes over to the backend that was asked for last', async () => {
    const tf = await loadTf('cpu')
    expect(tf.getBackend()).toBe('cpu')
    expect(await loadTf('wasm')).toMatchObject({ version_core: tf.version_core })
    expect(tf.getBackend()).toBe('wasm')
  })

  it('loads once', async () => {
    expect(await loadTf('wasm')).toBe(await loadTf('wasm'))
  })

  it('shares its engine with whoever imports tfjs by name', async () => {
    const tf = await loadTf('cpu')
    const core = createRequire(import.meta.url)('@tensorflow/tfjs-core') as typeof tf
    expect(core.engine()).toBe(tf.engine())
  })

  it('has layers and gradients', async () => {
    const tf = await loadTf('wasm')
    const slope = tf.tidy(() =>
      Array.from(
        tf
          .grad((x) => tf.mul(x, x))(tf.tensor1d([3]))
          .dataSync(),
      ),
    )
    expect(slope).toEqual([6])
    expect(tf.layers.lstm({ units: 2 }).getClassName()).toBe('LSTM')
  })
})

describe('names and paths', () => {
  it('recognises the backends', () => {
    expect(backendNames.every(isBackendName)).toBe(true)
    expect(isBackendName('webgl')).toBe(false)
  })

  it('the wasm folder holds the binaries', () => {
    expect(readdirSync(wasmFolder())).toContain('tfjs-backend-wasm-simd.wasm')
  })
})
