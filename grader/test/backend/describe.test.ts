import { expect, it } from 'vitest'
import { describeBackends } from '../../backend/describe.ts'
import { loadTf } from '../../backend/load.ts'
import { LabError } from '../../model/errors.ts'

it('names every backend, with the version where it loads and the reason where it does not', async () => {
  const statuses = await describeBackends(async (name) => {
    if (name === 'wasm') return loadTf(name)
    if (name === 'cpu') throw new TypeError('kernel missing')
    throw new LabError('usage', 'backend.unavailable', { backend: name, reason: 'absent', detail: '' })
  })
  expect(statuses).toEqual([
    { name: 'wasm', available: true, reason: 'loads', detail: expect.stringMatching(/^4\./) as string },
    { name: 'cpu', available: false, reason: 'broken', detail: 'kernel missing' },
    { name: 'tfjs-node', available: false, reason: 'absent', detail: '' },
  ])
})

it('passes on why an installed backend does not load', async () => {
  const params = { backend: 'tfjs-node', reason: 'broken', detail: 'libtensorflow.so.2: cannot open' }
  const statuses = await describeBackends(() => Promise.reject(new LabError('usage', 'backend.unavailable', params)))
  expect(statuses[2]).toEqual({ name: 'tfjs-node', available: false, reason: 'broken', detail: params.detail })
})

it('finds wasm and cpu on every machine', async () => {
  const [wasm, cpu] = await describeBackends()
  expect([wasm?.available, cpu?.available]).toEqual([true, true])
})
