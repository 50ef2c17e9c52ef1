import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slug } from '../../model/verdict.ts'
import { stakesOf } from '../../scoring/score.ts'
import { crimeFolder } from '../subject/workbench.ts'
import { Lab, type Outcome } from './lab.ts'
import { root } from './workshop.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

it('The starter scores 0: nothing that is worth points passes, and nothing is a fault', async () => {
  const outcomes = await lab.run(path.join(root, 'starter'))
  expect(earning(outcomes)).toEqual([])
  expect(faults(outcomes)).toEqual([])
  expect(kindsOf(outcomes)).toEqual(['blocked', 'failed', 'passed'])
})

describe('Code of the right shapes that computes nothing earns nothing', () => {
  const filled = (value: string) => (source: string) =>
    `${source
      .replaceAll('Matrix.zeros(', 'filled(')
      .replaceAll('fill(0)', `fill(${value})`)
      .replaceAll('return 0', `return ${value}`)
      .replaceAll('loss: 0', `loss: ${value}`)
      .replaceAll('norm: 0', `norm: ${value}`)}
function filled(rows: number, columns: number): Matrix {
  return Matrix.zeros(rows, columns).fill(${value})
}
`

  it.for<[string, (source: string) => string]>([
    ['zeros', (source) => source],
    ['NaN', filled('NaN')],
    ['a constant', filled('0.25')],
    ['another constant each time', filled('Math.random()')],
  ])('%s', async ([, change]) => {
    const outcomes = await lab.run(lab.submission(rewritten(change)))
    expect(earning(outcomes)).toEqual([])
    expect(faults(outcomes)).toEqual([])
  })
})

describe('No answer makes a check fault, which would take its points out of the maximum', () => {
  const everywhere = (body: string) => (source: string) => {
    const names = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1] ?? '')
    const functions = names.map((name) => `export function ${name}(...args: any[]): any {\n  return answer(args)\n}\n`)
    const matrices = source.includes('@tensorflow/tfjs')
      ? `import * as tf from '@tensorflow/tfjs'\nconst Matrix = { zeros: (rows: number, columns: number) => tf.zeros([rows, columns]) }`
      : `import { Matrix } from 'ml-matrix'`
    return `${matrices}\n${functions.join('')}function answer(args: any[]): any {\n${body}\n}\n`
  }

  it.for<[string, string]>([
    ['its first argument', 'return args[0]'],
    [
      'errors that are no errors, or point nowhere',
      `if (args.length % 2 === 0) throw Object.create(null)
       throw Object.assign(new Error(), { stack: 'at x (' + args.length + '.mjs:0:0)' })`,
    ],
    [
      'the right keys with the wrong things',
      `const m = Matrix.zeros(1, 1)
       const grads = { Wxh: [1], Whh: m, bh: null, Wf: m, Wr: 'x' }
       const states = { hs: [undefined], cs: [m], ys: 'x', caches: {} }
       const step = { h: m, y: null, f: m, i: 1, o: [], c: {}, cTilde: m, r: [], z: m, hTilde: null }
       return { ...states, ...step, ...grads, grads, loss: 'NaN', dxs: [null], dh0: 1, dc0: [], norm: {}, losses: ['x'] }`,
    ],
    [
      'another thing each time',
      `const self = globalThis as unknown as { k?: number }
       self.k = (self.k ?? 0) + 1
       return [Matrix.zeros(2, 2), 7, { hs: [Matrix.zeros(1, 1)] }, [[]], () => 1, null][self.k % 6]`,
    ],
  ])('%s', async ([, body]) => {
    const outcomes = await lab.run(lab.submission(rewritten(everywhere(body))))
    expect(faults(outcomes)).toEqual([])
    expect(earning(outcomes)).toEqual([])
  })

  it('nor does a process that takes itself apart', async () => {
    const sabotage = `
      for (const name of ['from', 'isArray'] as const) (Array as any)[name] = () => 7
      Object.entries = () => [[{}, {}]] as never
      Array.prototype.map = function () { return [] as never }
      Number.isFinite = () => true
    `
    const outcomes = await lab.run(lab.submission(rewritten((source) => `${source}\n${sabotage}`)))
    expect(faults(outcomes)).toEqual([])
    expect(earning(outcomes)).toEqual([])
  })
})

/** The files of zeros, changed. */
function rewritten(change: (source: string) => string): Record<string, string> {
  return Object.fromEntries(
    lab.session.slugs.map((slug) => {
      const name = `${slug}/${slug}.ts`
      return [name, change(readFileSync(path.join(crimeFolder('all-zeros'), name), 'utf8'))]
    }),
  )
}

/** Checks that passed and are worth something, bonus points too. */
function earning(outcomes: ReadonlyMap<Slug, Outcome>): string[] {
  const worth = new Set(stakesOf(lab.session.rubric).map(({ check }) => check))
  return resultsOf(outcomes)
    .filter(({ meta, verdict }) => verdict.kind === 'passed' && worth.has(meta.id))
    .map(({ meta }) => meta.id)
}

function faults(outcomes: ReadonlyMap<Slug, Outcome>): string[] {
  return resultsOf(outcomes).flatMap(({ meta, verdict }) =>
    verdict.kind === 'faulted' ? [`${meta.id}: ${verdict.fault}`] : [],
  )
}

function kindsOf(outcomes: ReadonlyMap<Slug, Outcome>): string[] {
  return [...new Set(resultsOf(outcomes).map(({ verdict }) => verdict.kind))].sort()
}

function resultsOf(outcomes: ReadonlyMap<Slug, Outcome>): Outcome['results'] {
  return [...outcomes.values()].flatMap(({ results }) => results)
}
