import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadTfjsNode, restoreTypeTests } from '../../backend/tfjs-node.ts'

const root = mkdtempSync(join(tmpdir(), 'tfjs-node-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('loadTfjsNode', () => {
  it('says that the package is absent', () => {
    const act = (): unknown => loadTfjsNode(join(root, 'nowhere', 'index.js'))
    expect(act).toThrow(unavailable('absent', ''))
  })

  it('says what went wrong in a package that does not load', () => {
    const from = installed('broken', `throw new Error('libtensorflow.so.2: cannot open\\nRequire stack: …')`)
    expect(() => loadTfjsNode(from)).toThrow(unavailable('broken', 'libtensorflow.so.2: cannot open'))
  })

  it('gives a package that loads, with the type tests that it needs back in place', () => {
    const from = installed('whole', `const util = require('util'); exports.answer = util.isNullOrUndefined(undefined)`)
    expect(loadTfjsNode(from)).toMatchObject({ answer: true })
  })
})

describe('restoreTypeTests', () => {
  it('puts back what Node 23 took out and keeps what is there', () => {
    const kept = (): boolean => true
    const util: Record<string, unknown> = { isArray: kept }
    restoreTypeTests(util)
    expect(util['isArray']).toBe(kept)
    expect(verdicts(util['isNullOrUndefined'])).toEqual([true, true, false, false, false])
    expect(verdicts(util['isUndefined'])).toEqual([true, false, false, false, false])
    expect(verdicts(util['isString'])).toEqual([false, false, false, true, false])
    expect(verdicts(util['isObject'])).toEqual([false, false, false, false, true])
  })

  it('agrees with the `util` of this Node where that still has them', () => {
    const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>
    const ours: Record<string, unknown> = {}
    restoreTypeTests(ours)
    const names = Object.keys(ours).filter((name) => typeof util[name] === 'function')
    for (const name of names) expect(verdicts(ours[name]), name).toEqual(verdicts(util[name]))
  })
})

function verdicts(test: unknown): boolean[] {
  return [undefined, null, 0, '', {}].map((value) => (test as (value: unknown) => boolean)(value))
}

/** What an error of that reason must hold; `toThrow` compares these. */
function unavailable(reason: string, detail: string): unknown {
  const params = { backend: 'tfjs-node', reason, detail }
  return expect.objectContaining({ blame: 'usage', messageId: 'backend.unavailable', params })
}

/** A package of the name in a folder of its own, whose only file is `source`; gives a file that can require it. */
function installed(name: string, source: string): string {
  const folder = join(root, name, 'node_modules', '@tensorflow', 'tfjs-node')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: '@tensorflow/tfjs-node', main: 'index.js' }))
  writeFileSync(join(folder, 'index.js'), source)
  return join(root, name, 'index.js')
}
