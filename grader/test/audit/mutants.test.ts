import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it, test } from 'vitest'
import { operators, mutantsOf } from '../../audit/mutants/mutate.ts'
import { namedMutants } from '../../audit/mutants/named.ts'
import { sampleOf } from '../../audit/mutants/sample.ts'

const solutions = path.resolve(import.meta.dirname, '..', '..', '..', 'solutions')
const slugs = readdirSync(solutions).filter((name) => existsSync(path.join(solutions, name, `${name}.ts`)))

function solution(slug: string): string {
  return readFileSync(path.join(solutions, slug, `${slug}.ts`), 'utf8')
}

/** A deliverable with one task, of which this is the body. */
function around(body: string): string {
  return [
    'interface Params { W: Matrix; U: Matrix; size: number }',
    'export function task(params: Params, xs: Matrix[], n: number): Matrix {',
    '  // @solution R1',
    `  ${body}`,
    '  // @end',
    '}',
    '// @remove',
    '// @end',
    'function slope(m: Matrix): Matrix { return m.neg() }',
    'function draw(rows: number, columns: number, text: string): Matrix { return zeros(rows, columns, text) }',
    'function take(m: Matrix, t: number): Matrix { return m.take(t) }',
    'const product = (a: Matrix, b: Matrix): Matrix => Matrix.mul(a, b)',
  ].join('\n')
}

/** What an operator makes of a body. */
function mutated(operator: string, body: string): readonly string[] {
  return mutantsOf(around(body), 'small')
    .filter((mutant) => mutant.operator === operator)
    .map(({ after }) => after)
}

const cases: readonly (readonly [operator: string, body: string, expected: readonly string[]])[] = [
  ['accumulation-lost', 'sum = Matrix.add(sum, x)', ['sum = x']],
  ['accumulation-lost', 'sum = x + sum', ['sum = x']],
  ['accumulation-lost', 'sum += x * y', ['sum = x * y']],
  ['accumulation-lost', 'sum -= x * y', ['sum = -(x * y)']],
  [
    'accumulation-lost',
    'return map((sum, name) => Matrix.add(sum, step[name]))',
    ['return map((sum, name) => step[name])'],
  ],
  ['accumulation-lost', 'other = Matrix.add(sum, x)', []],
  ['arithmetic', 'return -a + b', ['return -a - b', 'return a + b']],
  ['arithmetic', 'return a * b / c', ['return a * b * c', 'return a / b / c']],
  ['arithmetic', 'return a ** 2', ['return a * 2']],
  ['term-dropped', 'return (a + b) * c', ['return (a + b)', 'return c', 'return (a) * c', 'return (b) * c']],
  ['term-dropped', 'return a / b', ['return a']],
  ['term-dropped', 'return Matrix.add(a, b)', ['return a', 'return b']],
  ['term-dropped', 'return W.mmul(z).addColumnVector(b)', ['return W.mmul(z)']],
  ['term-dropped', 'grads.W.add(x)', []],
  ['term-dropped', 'const model = tf.sequential(); model.add(layer)', []],
  [
    'constant',
    'return f(0, 1, 7, 0.5)',
    ['f(1, 1, 7, 0.5)', 'f(0, 0, 7, 0.5)', 'f(0, 1, 8, 0.5)', 'f(0, 1, 7, 1)'].map((call) => `return ${call}`),
  ],
  ['max-min', 'return Math.max(a, m.min())', ['return Math.min(a, m.min())', 'return Math.max(a, m.max())']],
  ['transpose-dropped', 'return W.transpose().mmul(d)', ['return W.mmul(d)']],
  ['transpose-dropped', 'return tf.transpose(W)', ['return W']],
  ['axis', "return m.sum('row')", ["return m.sum('column')"]],
  ['reduction', 'return m.sum(axis)', ['return m.mean(axis)']],
  ['matrix-arithmetic', 'return Matrix.add(a, b)', ['return Matrix.sub(a, b)']],
  ['matrix-arithmetic', 'return m.divRowVector(v)', ['return m.mulRowVector(v)']],
  ['factors-swapped', 'return a.mmul(b)', ['return b.mmul(a)']],
  ['factors-swapped', 'return h.concat(x)', ['return x.concat(h)']],
  ['call-unwrapped', 'return Matrix.tanh(a)', ['return a']],
  ['call-unwrapped', 'return slope(a)', ['return a']],
  ['call-unwrapped', 'return take(a, 1)', ['return a']],
  ['call-unwrapped', 'return draw(n, n, text)', []],
  ['copy-dropped', 'return [...a.clone()]', ['return a.clone()', 'return [...a]']],
  ['boundary', 'return a < b', ['return a <= b']],
  ['boundary', 'return a >= b', ['return a > b']],
  ['off-by-one', 'return xs[t]', ['return xs[t + 1]', 'return xs[t - 1]']],
  ['off-by-one', 'return take(a, n)', ['return take(a, n + 1)', 'return take(a, n - 1)']],
  [
    'off-by-one',
    'for (let t = n - 1; t >= 0; t--) f(t)',
    ['for (let t = (n - 1) + 1; t >= 0; t--) f(t)', 'for (let t = (n - 1) - 1; t >= 0; t--) f(t)'],
  ],
  [
    'off-by-one',
    'return Array.from({ length: n })',
    ['return Array.from({ length: n + 1 })', 'return Array.from({ length: n - 1 })'],
  ],
  ['arguments-swapped', 'return Matrix.sub(a, b)', ['return Matrix.sub(b, a)']],
  ['arguments-swapped', 'return draw(n, m, text)', ['return draw(m, n, text)']],
  ['arguments-swapped', 'return product(a, b)', []],
  ['items-swapped', 'return [h, c]', ['return [c, h]']],
  ['field-confused', 'return params.W', ['return params.U']],
  ['field-confused', 'return params.size', []],
  ['fields-exchanged', 'return { W: a, U: b, size: n }', ['return { W: b, U: a, size: n }']],
  ['condition-negated', 'return a > b ? a : b', ['return !(a > b) ? a : b']],
  ['logic', 'return a === b && c', ['return a === b || c', 'return a !== b && c']],
  ['default-lost', 'return h0 ?? zeros', ['return h0', 'return zeros']],
  ['statement-removed', 'for (const x of xs) { h = f(x) }', ['for (const x of xs) { ; }']],
  ['order-reversed', 'for (const x of xs) f(x)', ['for (const x of [...xs].reverse()) f(x)']],
  ['order-reversed', 'hs.push(h)', ['hs.unshift(h)']],
  [
    'option',
    "return { units, bias: true, activation: 'sigmoid' }",
    ["return { units, bias: false, activation: 'sigmoid' }", "return { units, bias: true, activation: 'hardSigmoid' }"],
  ],
  ['spread-lost', 'return [h0, ...hs]', ['return [h0, ...[]]']],
  ['spread-lost', 'return { ...grads, W }', ['return { ...{}, W }']],
]

describe('an operator', () => {
  test.each(cases)('%s of «%s»', (operator, body, expected) => {
    expect(mutated(operator, body)).toEqual(expected)
  })

  it('is tried here, whichever it is', () => {
    const tried = new Set(cases.filter(([, , expected]) => expected.length > 0).map(([operator]) => operator))
    expect([...new Set(operators.map(({ name }) => name))].filter((name) => !tried.has(name))).toEqual([])
  })
})

describe('a mutant', () => {
  it('is named after its deliverable, its line and what was done', () => {
    const [first, second] = mutantsOf(around('return a - b'), 'small').filter(
      ({ operator }) => operator === 'term-dropped',
    )
    expect(first).toMatchObject({ id: 'small:4:term-dropped:1', slug: 'small', line: 4, within: 'task' })
    expect(second).toMatchObject({ id: 'small:4:term-dropped:2', before: 'return a - b', after: 'return b' })
    expect(second?.text).toBe(around('return b'))
  })

  it('is no program that another one is, nor the solution', () => {
    const mutants = mutantsOf(around('return f(a + 0) // a comment'), 'small')
    // `a` alone is what dropping the zero and what dropping a term of two makes.
    expect(mutants.map(({ after }) => after).sort()).toEqual([
      'return f(0)',
      'return f(a + 1)',
      'return f(a - 0)',
      'return f(a)',
    ])
    expect(mutantsOf(around('return (a)'), 'small')).toEqual([])
  })

  it('lies where a student writes, and neither in types, nor in imports, nor in the words of an error', () => {
    const text = [
      "import { Matrix, one } from 'ml-matrix'",
      'const outside = 1 + 2',
      'export function task(a: 0 | 1): number {',
      '  const given = 3',
      '  // @solution R1',
      '  type Inner = 0 | 1',
      "  if (a === given) throw new RangeError(String(a + 1) + 'row')",
      '  return given as 3',
      '  // @end',
      '}',
      '// @remove',
      "import type { Random } from '../shared/random.ts'",
      'const TINY = 5',
      '// @end',
      'const after = 7',
    ].join('\n')
    const lines = mutantsOf(text, 'small').map(({ line, operator }) => [line, operator])
    expect(lines).toEqual([
      [7, 'condition-negated'],
      [13, 'constant'],
    ])
  })

  it('is a bonus one where only bonus tasks reach it', () => {
    const text = [
      '/** R1 · Needed. */',
      'export function needed(): number {',
      '  // @solution R1',
      '  return both() + 1',
      '  // @end',
      '}',
      '/** RB1 (bonus) · More. */',
      'export function more(): number {',
      '  // @solution RB1',
      '  return both() + own(1)',
      '  // @end',
      '}',
      '// @remove',
      'function both(): number { return 2 }',
      'function own(k: number): number { return k + 3 }',
      '// @end',
    ].join('\n')
    const bonus = new Map(mutantsOf(text, 'small').map((mutant) => [mutant.within, mutant.bonus]))
    expect(Object.fromEntries(bonus)).toEqual({ needed: false, more: true, both: false, own: true })
  })
})

describe('a mistake with a name', () => {
  it('lies where it first changes the text, and is a bonus one where only bonus tasks reach it', () => {
    const text = [
      'export function needed(): number { return 1 }',
      '/** RB1 (bonus) · More. */',
      'export function more(): number {',
      '  return own(1)',
      '}',
      'function own(k: number): number { return k + 3 }',
    ].join('\n')
    const made = (...changes: (readonly [string, string])[]): string =>
      changes.reduce((whole, [from, to]) => whole.replace(from, to), text)
    const naming = { task: 'R1', calls: ['needed'] }
    const all = namedMutants(text, 'small', [
      { ...naming, id: 'small.two', text: made(['return 1', 'return 2']) },
      { ...naming, id: 'small.more', text: made(['k + 3', 'k'], ['own(1)', 'own(2)']) },
      { ...naming, id: 'small.less', text: made(['k + 3', 'k']) },
    ])
    expect(all.map(({ id, line, bonus }) => [id, line, bonus])).toEqual([
      ['small.two', 1, false],
      ['small.more', 4, true],
      ['small.less', 6, true],
    ])
    expect(all[0]).toMatchObject({ ...naming, slug: 'small', operator: 'named', text: made(['return 1', 'return 2']) })
  })
})

describe.each(slugs)('the mutants of %s', (slug) => {
  const mutants = mutantsOf(solution(slug), slug)

  it('have names of their own, the same ones every time', () => {
    const ids = mutants.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(mutantsOf(solution(slug), slug).map(({ id }) => id)).toEqual(ids)
    expect(ids.length).toBeGreaterThan(30)
  })

  it('all parse', () => {
    expect(syntaxErrors('return (')).toBeGreaterThan(0)
    const broken = mutants.filter(({ text }) => syntaxErrors(text) > 0)
    expect(broken.map(({ id }) => id)).toEqual([])
  })

  it('differ from the solution inside its marks only', () => {
    const given = blank(solution(slug))
    expect(mutants.filter(({ text }) => blank(text) !== given).map(({ id }) => id)).toEqual([])
  })
})

/** The compiler keeps them where only its own tools look. */
function syntaxErrors(text: string): number {
  const parsed: object = ts.createSourceFile('mutant.ts', text, ts.ScriptTarget.Latest)
  if (!('parseDiagnostics' in parsed) || !Array.isArray(parsed.parseDiagnostics)) throw new TypeError('No diagnostics')
  return parsed.parseDiagnostics.length
}

/** What a student starts with, and the marks. */
function blank(text: string): string {
  return text.replaceAll(/(\/\/ @(?:solution|remove)[^\n]*\n)[\s\S]*?(\/\/ @end)/g, '$1$2')
}

describe('a sample', () => {
  const mutants = mutantsOf(around('return a + b * c - d / e + Math.max(f, 3)'), 'small')

  it('is the same for the same seed, another for another, and in order', () => {
    const ids = (size: number, seed: number): string[] => sampleOf(mutants, size, seed).map(({ id }) => id)
    expect(ids(4, 1)).toEqual(ids(4, 1))
    expect(ids(4, 1)).not.toEqual(ids(4, 2))
    expect(ids(4, 1)).toHaveLength(4)
    expect(ids(1000, 1)).toEqual(mutants.map(({ id }) => id))
    expect(mutants.map(({ id }) => id).filter((id) => ids(4, 1).includes(id))).toEqual(ids(4, 1))
  })

  it('keeps those it had when others come', () => {
    const fewer = mutants.filter((_, k) => k % 3 > 0)
    const drawn = sampleOf(mutants, 5, 1)
    const kept = drawn.filter((mutant) => fewer.includes(mutant))
    expect(kept.length).toBeGreaterThan(0)
    expect(sampleOf(fewer, 5, 1)).toEqual(expect.arrayContaining(kept))
  })
})
