import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadTf } from '../../backend/load.ts'
import { withoutOrthogonalWarnings, withoutRethrowers } from '../../backend/quiet.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('withoutOrthogonalWarnings', () => {
  it('hides what tfjs says of the orthogonal initialiser, and only that', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const tf = await loadTf('wasm')
    withoutOrthogonalWarnings(() => {
      tf.tidy(() => tf.initializers.orthogonal({}).apply([46, 46]))
      console.warn('something else', 1)
    })
    expect(warn.mock.calls).toEqual([['something else', 1]])
    tf.tidy(() => tf.initializers.orthogonal({}).apply([46, 46]))
    expect(warn.mock.lastCall?.[0]).toMatch(/^Orthogonal initializer/)
  })

  it('gives the console back after an error', () => {
    const before = console.warn
    const act = (): never => {
      throw new Error('on purpose')
    }
    expect(() => withoutOrthogonalWarnings(act)).toThrow('on purpose')
    expect(console.warn).toBe(before)
  })
})

it('loading says nothing, on any backend', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  for (const name of ['cpu', 'wasm'] as const) {
    const tf = await loadTf(name)
    tf.tidy(() => tf.ones([2]).dataSync())
  }
  expect(warn).not.toHaveBeenCalled()
})

describe('withoutRethrowers', () => {
  it('takes away a new listener that throws again, and keeps the others', async () => {
    const before = process.listeners('uncaughtException')
    const other = vi.fn()
    await withoutRethrowers(async () => {
      process.on('uncaughtException', other)
      // As Emscripten writes it.
      process.on('uncaughtException', function (ex) {
        if (ex.name !== 'ExitStatus') throw ex
      })
      return Promise.resolve()
    })
    expect(process.listeners('uncaughtException')).toEqual([...before, other])
    process.removeListener('uncaughtException', other)
  })

  it('does so after an error too', async () => {
    const before = process.listeners('unhandledRejection')
    const start = (): Promise<never> => {
      process.on('unhandledRejection', function (reason) {
        throw reason
      })
      return Promise.reject(new Error('on purpose'))
    }
    await expect(withoutRethrowers(start)).rejects.toThrow('on purpose')
    expect(process.listeners('unhandledRejection')).toEqual(before)
  })
})
