import { describe, expect, it } from 'vitest'
import { chances } from '../../../evidence/quality/chance.ts'
import { ownFiles } from '../../../evidence/quality/sources.ts'
import { creditOf, folderTexts, judged, result, verdictOf, wordsOf } from './material.ts'

const head = `import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
`

/** Some thirty lines with nothing wrong. */
const clean = `${head}
/** The sum of the entries of \`m\` (rows × columns), a number. */
export function total(m: Matrix): number {
  let sum = 0
  for (let i = 0; i < m.rows; i++) {
    for (let j = 0; j < m.columns; j++) {
      sum += m.get(i, j)
    }
  }
  return sum
}

/** A matrix of \`rows\` × \`columns\` that a seed determines. */
export function draw(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed)
  const m = new Matrix(rows, columns)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      m.set(i, j, random.normal())
    }
  }
  return m
}

/** How many of \`values\` are above a threshold. */
export function above(values: readonly number[], threshold: number): number {
  const found = values.filter((value) => value > threshold)
  return found.length
}
`

const one = (text: string): Record<string, string> => ({ 'demo/demo.ts': text })

describe('Code that has nothing wrong', () => {
  it('earns everything that reading shows', async () => {
    const all = await judged({ files: one(clean), results: [result('demo/init-seed', 'passed')] })
    const names = [
      'implemented',
      'types',
      'lint',
      'readable',
      'doc-comments',
      'repetition',
      'tidy',
      'no-chance',
      'same-seed',
    ]
    expect(Object.fromEntries(names.map((name) => [name, verdictOf(all, name).kind]))).toEqual(
      Object.fromEntries(names.map((name) => [name, 'passed'])),
    )
  })

  it('earns in proportion to the deliverables that work', async () => {
    const files = { ...one(clean), 'other/other.ts': 'export {}', 'more/more.ts': '', 'last/last.ts': '' }
    const earned = new Map([
      ['demo', 1],
      ['other', 0.6],
      ['more', 0.59],
      ['last', 0],
    ])
    const all = await judged({ files, code: { earned } })
    expect(creditOf(all, 'types')).toBe(0.5)
    expect(wordsOf(all, 'types')).toContain('2 de 4')
    expect(verdictOf(all, 'implemented').kind).toBe('passed')
    const fewer = await judged({ files, code: { earned: new Map([...earned, ['other', 0.5]]) } })
    expect(wordsOf(fewer, 'implemented')).toContain('Funciona 1 entregable de 4')
    expect(wordsOf(fewer, 'readable')).toBe('')
  })
})

describe('The starter', () => {
  it('has no line of its author’s, earns nothing and has not been begun', async () => {
    const files = folderTexts('starter')
    const loaded = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))].map((slug) => ({
      slug,
      files: Object.entries(files)
        .filter(([file]) => file.startsWith(`${slug}/`) && !file.endsWith('.test.ts'))
        .map(([file, text]) => ({ path: file.slice(slug.length + 1), bytes: new TextEncoder().encode(text) })),
    }))
    expect(loaded.length).toBeGreaterThan(8)
    expect(ownFiles({ loaded })).toEqual([])
    for (const mode of ['public', 'full'] as const) {
      const { results } = await judged({ files, mode, code: { earned: new Map() } })
      expect(results.length).toBeGreaterThan(5)
      for (const { verdict } of results)
        expect(verdict).toMatchObject({ kind: 'failed', finding: { kind: 'not-implemented' } })
      expect(results.filter(({ verdict }) => 'fraction' in verdict)).toEqual([])
    }
  })

  it('never counts where somebody has written between its lines', async () => {
    const stub = folderTexts('starter')['rnn-bptt/rnn-bptt.ts'] ?? ''
    expect(stub).toContain('throw new NotImplemented')
    const all = await judged({ files: { 'rnn-bptt/rnn-bptt.ts': `${stub}\nconst answer: string = 42\n` } })
    expect(wordsOf(all, 'types')).toContain(`rnn-bptt/rnn-bptt.ts:${String(stub.split('\n').length + 1)}`)
    expect(wordsOf(all, 'types').match(/rnn-bptt\.ts:\d+ \(/g)).toHaveLength(2)
    expect(wordsOf(all, 'doc-comments')).toBe('')
  })
})

describe('What the compiler and the linter say', () => {
  it('of types costs by how much there is of it, and names places, rules and what to do', async () => {
    const wrong = `${clean}\nexport const label: string = total(new Matrix(1, 1))\n`
    const all = await judged({ files: one(wrong) })
    const line = wrong.split('\n').length - 1
    expect(wordsOf(all, 'types')).toContain(`1 error de tipos`)
    expect(wordsOf(all, 'types')).toContain(`demo/demo.ts:${String(line)} (TS2322)`)
    expect(wordsOf(all, 'types')).toContain('A value of one type is assigned where another is declared')
    expect(creditOf(all, 'types')).toBeGreaterThan(0.5)
    expect(creditOf(all, 'types')).toBeLessThan(1)
    const many = Array.from({ length: 12 }, (_, k) => `export const x${String(k)}: string = ${String(k)}`).join('\n')
    const worse = await judged({ files: one(clean + many) })
    expect(creditOf(worse, 'types')).toBe(0)
    expect(verdictOf(worse, 'readable').kind).toBe('failed')
    expect(verdictOf(all, 'tidy').kind).toBe('passed')
  })

  it('cannot be silenced by a comment, nor by a configuration in the file', async () => {
    const silenced = `// @ts-nocheck
/* eslint-disable */
/* eslint eqeqeq: "off" */
${clean}
// @ts-ignore
export const label: string = total(new Matrix(1, 1))
export const same = (a: any, b: number): boolean => a == b
`
    const all = await judged({ files: one(silenced) })
    expect(wordsOf(all, 'types')).toContain('TS2322')
    for (const rule of ['ban-ts-comment', 'no-explicit-any', 'eqeqeq'])
      expect(wordsOf(all, 'lint')).toContain(`(${rule})`)
  })

  it('is about mistakes, not about looks or names', async () => {
    const odd = `${clean}
/** Suma \`número\` y Wxh; h es un estado. */
export function añadir(número: number, Wxh: number, h: number): number { let s = "uno"; s += '' ; return número+Wxh +h + s.length; }
`
    expect(wordsOf(await judged({ files: one(odd) }), 'lint')).toBe('')
    const wrong = `${clean}
/** Looks for mistakes of every kind. */
export function mistakes(n: number): number {
  var unused = 3
  let fixed = n
  if (n == 3) {}
  for (const n of [1, 2]) { if (n > 3) break }
  return fixed
  fixed = 4
}
`
    const all = await judged({ files: one(wrong) })
    for (const rule of ['no-unused-vars', 'no-var', 'eqeqeq', 'no-empty', 'no-shadow', 'no-unreachable'])
      expect(wordsOf(all, 'lint')).toContain(`(${rule})`)
  })

  it('knows matrices, tensors, what is given and files beside, with and without their ending', async () => {
    const files = {
      'demo/demo.ts': `import * as tf from '@tensorflow/tfjs'
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { twice } from './parts/twice'
import { model } from './parts/model.ts'
/** Twice what a seed draws, as a number. */
export const drawn = (seed: number): number => twice(createRandom(seed).uniform()) + new Matrix(1, 1).get(0, 0)
/** The mean of the weights of a model, a scalar. */
export const mean = (): tf.Scalar => model().getWeights()[0]?.mul(2).mean() as tf.Scalar
`,
      'demo/parts/twice.ts': '/** Twice a number, and no more. */\nexport const twice = (x: number): number => 2 * x\n',
      'demo/parts/model.ts': `import * as tf from '@tensorflow/tfjs'
/** A model of one dense layer. */
export const model = (): tf.LayersModel => tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })
`,
    }
    expect(wordsOf(await judged({ files }), 'types')).toBe('')
  })

  it('is of no other file of the machine, and of no package but the repository’s', async () => {
    const files = one(`${clean}\nimport secret from '../../rubric.json'\nexport const points = secret.bands\n`)
    expect(wordsOf(await judged({ files }), 'types')).toContain('TS2307')
  })
})

describe('Comments on what is exported', () => {
  const undocumented = clean.replace('/** The sum of the entries of `m` (rows × columns), a number. */', '')

  it('are missing where there are none, in whatever way a function is exported', async () => {
    const all = await judged({ files: one(undocumented) })
    expect(wordsOf(all, 'doc-comments')).toContain('total (demo/demo.ts:')
    expect(creditOf(all, 'doc-comments')).toBeCloseTo(2 / 3, 10)
    expect(verdictOf(all, 'tidy').kind).toBe('failed')
    const list = `${clean}\nconst hidden = (x: number): number => x\nfunction other(): void {}\nexport { hidden, other as another }\n`
    const named = wordsOf(await judged({ files: one(list) }), 'doc-comments')
    expect(named).toContain('hidden (demo/demo.ts:')
    expect(named).toContain('other (demo/demo.ts:')
  })

  it('say something, and speak of shapes where matrices come or go', async () => {
    const text = `import { Matrix } from 'ml-matrix'
/** @param m - */
export const silent = (m: Matrix): Matrix => m.clone()
/** Adds up all that is in it, exactly. */
export const shapeless = (m: Matrix): number => m.sum()
/** Suma todas las filas de la matriz. */
export const filas = (m: Matrix): number => m.sum()
/** A copy of \`m\`, (H × B). */
export const shaped = (m: Matrix): Matrix => m.clone()
/** Twice a number, no more. */
export const twice = (x: number): number => 2 * x
`
    const words = wordsOf(await judged({ files: one(text), only: ['doc-comments'] }), 'doc-comments')
    expect(words).toContain(': silent (demo/demo.ts:3), shapeless (demo/demo.ts:5).')
    expect(words).toContain('2 funciones exportadas de 5')
  })
})

describe('Chance and clocks', () => {
  const found = (text: string, timed: readonly string[] = []): readonly string[] => {
    const bytes = new TextEncoder().encode(text)
    const files = ownFiles({ loaded: [{ slug: 'demo', files: [{ path: 'demo.ts', bytes }] }] })
    return chances(files, timed).map(({ name, place }) => `${place} ${name}`)
  }

  it.each([
    ['Math.random', 'Math.random()'],
    ['Date.now', 'Date.now()'],
    ['new Date', 'new Date().getTime()'],
    ['performance.now', 'performance.now()'],
    ['crypto.randomUUID', 'crypto.randomUUID().length'],
  ])('such as %s are named with their place; only clocks may be read where times are told', (name, call) => {
    const text = `export const one = 1\nexport const start = ${call}\n`
    expect(found(text)).toEqual([`demo/demo.ts:2 ${name}`])
    expect(found(text, ['demo']).length).toBe(call.includes('random') ? 1 : 0)
  })

  it('do not hide in comments and texts, nor in names that are alike', () => {
    expect(found(`// Math.random()\nconst text = 'Date.now()'\nconst mine = { random: 1 }\nmine.random = 2\n`)).toEqual(
      [],
    )
  })

  it('earn nothing', async () => {
    const all = await judged({ files: one(`${clean}\nexport const start = Math.random()\n`) })
    expect(creditOf(all, 'no-chance')).toBe(0)
    expect(wordsOf(all, 'no-chance')).toContain('createRandom(seed)')
  })

  it('with a seed are what the checks of the code found', async () => {
    const results = [
      result('demo/init-seed', 'passed'),
      result('demo/deterministic', 'failed'),
      result('demo/train-seed', 'failed'),
      result('demo/seeds-of-plants', 'failed'),
      result('demo/seed', 'passed'),
    ]
    const only = ['same-seed']
    const unknown = await judged({ files: one(clean), only })
    expect(creditOf(unknown, 'same-seed')).toBe(0)
    const all = await judged({ files: one(clean), results, only })
    expect(creditOf(all, 'same-seed')).toBe(0.5)
    expect(wordsOf(all, 'same-seed')).toContain('demo/deterministic, demo/train-seed')
  })
})
