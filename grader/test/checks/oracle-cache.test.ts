import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { OracleCache } from '../../checks/oracle-cache.ts'

it('A remembered answer is given without asking again, exactly as it was', async () => {
  const folder = temporary()
  const answer = { hs: [{ rows: 1, columns: 2, data: new Float64Array([NaN, -0]) }], loss: Infinity }
  const first = new OracleCache(folder, 'demo')
  expect(first.proven).toBe(false)
  expect(await first.answer('a', () => Promise.resolve(answer))).toBe(answer)
  first.save()
  const second = new OracleCache(folder, 'demo')
  expect(second.proven).toBe(true)
  expect(await second.answer('a', refuse)).toEqual(answer)
  await expect(second.answer('b', refuse)).rejects.toThrow('asked')
})

it('An answer that failed is not remembered, and nothing is written before it is saved', async () => {
  const folder = temporary()
  const cache = new OracleCache(folder, 'demo')
  await expect(cache.answer('a', refuse)).rejects.toThrow('asked')
  cache.save()
  expect(readdirSync(folder)).toEqual([])
  await cache.answer('a', () => Promise.resolve(1))
  expect(readdirSync(folder)).toEqual([])
  cache.save()
  expect(readdirSync(folder)).toEqual(['demo.bin'])
})

it('A cache that is damaged, or cannot be written, is only a slow one', async () => {
  const folder = temporary()
  writeFileSync(path.join(folder, 'demo.bin'), 'not what it was')
  const cache = new OracleCache(folder, 'demo')
  expect(cache.proven).toBe(false)
  expect(await cache.answer('a', () => Promise.resolve(1))).toBe(1)
  const nowhere = new OracleCache(path.join(folder, 'demo.bin', 'inside a file'), 'demo')
  await nowhere.answer('a', () => Promise.resolve(1))
  expect(() => {
    nowhere.save()
  }).not.toThrow()
})

function refuse(): Promise<never> {
  return Promise.reject(new Error('asked'))
}

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lab11-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
