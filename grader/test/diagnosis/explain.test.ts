import { describe, expect } from 'vitest'
import { fc, it } from '@fast-check/vitest'
import { flatten, type Observation } from '../../diagnosis/block.ts'
import { diagnose, withRecognised, type AskedUnit } from '../../diagnosis/diagnose.ts'
import { describeDeparture } from '../../diagnosis/departure.ts'
import { explain, type Unit } from '../../diagnosis/explain.ts'
import { departuresOf, pairKey, type Fingerprints, type Units } from '../../diagnosis/fingerprints.ts'
import { matches, sketch } from '../../diagnosis/sketch.ts'
import { mat } from '../../numeric/mat.ts'

const step: Unit = { name: 'step', after: [], tolerance: 1e-9 }
const sequence: Unit = { name: 'sequence', after: ['step'], tolerance: 1e-9 }
const count: Unit = { name: 'count', after: [], tolerance: 1e-9 }
const units = [step, sequence, count]

/** A small course: a step that scales and shifts, a sequence that repeats it, and a count. */
interface Code {
  readonly scale?: number
  readonly shift?: number
  readonly carried?: boolean
  readonly count?: number
}

const start = mat(2, 3, (i, j) => 1 + i - 0.7 * j)

function run({ scale = 0.5, shift = 0.25, carried = true, count: weights = 7 }: Code): Record<string, Observation> {
  const next = (m: typeof start): typeof start => ({ ...m, data: m.data.map((value) => scale * value + shift) })
  const hs = [next(start)]
  for (let t = 1; t < 4; t++) hs.push(next(carried ? (hs.at(-1) ?? start) : start))
  return { step: flatten({ h: next(start) }, ''), sequence: flatten({ hs }, ''), count: flatten({ weights }, '') }
}

const variants: Readonly<Record<string, Code>> = {
  'x.scale': { scale: -0.5 },
  'x.shift': { shift: 0 },
  'x.not-carried': { carried: false },
  'x.count': { count: 8 },
}

const prints: Fingerprints = record()

function record(): Fingerprints {
  const reference = run({})
  const departures = (code: Code): Units => departuresOf(units, reference, run(code))
  const ids = Object.keys(variants)
  const pairs = ids.flatMap((a, k) => ids.slice(k + 1).map((b): [string, string] => [a, b]))
  return {
    sources: '',
    reference,
    variants: Object.fromEntries(ids.map((id) => [id, { task: 'X1', units: departures(variants[id] ?? {}) }])),
    pairs: Object.fromEntries(
      pairs.map(([a, b]) => [pairKey(a, b), departures({ ...variants[a], ...variants[b] })] as const),
    ),
  }
}

const names = (code: Code): string[] => explain(units, prints, run(code)).named.map(({ ids }) => ids.join(' + '))

describe('Explaining outputs', () => {
  it('says nothing of right code', () => {
    expect(explain(units, prints, run({}))).toEqual({ named: [], unexplained: [] })
  })

  it.each(Object.keys(variants))('names %s, alone', (id) => {
    expect(explain(units, prints, run(variants[id] ?? {}))).toMatchObject({ named: [{ ids: [id] }], unexplained: [] })
  })

  it('names two mistakes of one unit together, and two of different units one by one', () => {
    expect(names({ ...variants['x.scale'], ...variants['x.shift'] })).toEqual(['x.scale + x.shift'])
    expect(names({ ...variants['x.scale'], ...variants['x.not-carried'] })).toEqual(['x.scale', 'x.not-carried'])
    expect(names({ ...variants['x.shift'], ...variants['x.count'] })).toEqual(['x.shift', 'x.count'])
  })

  it('names nothing when what is seen fits no variant, and does not judge what uses it', () => {
    expect(explain(units, prints, run({ scale: 0.4 }))).toEqual({ named: [], unexplained: ['step'] })
    expect(explain(units, prints, run({ scale: 0.4, count: 8 }))).toEqual({
      named: [{ unit: 'count', ids: ['x.count'] }],
      unexplained: ['step'],
    })
  })

  it('is silent about a unit that differs in its own way after a mistake that was named', () => {
    const observed = { ...run(variants['x.scale'] ?? {}), sequence: run({ scale: 0.1 })['sequence'] ?? null }
    expect(explain(units, prints, observed)).toEqual({ named: [{ unit: 'step', ids: ['x.scale'] }], unexplained: [] })
  })

  it('does not judge what is not written, nor what uses it', () => {
    expect(explain(units, prints, { ...run({ carried: false }), step: null })).toEqual({ named: [], unexplained: [] })
  })

  it.prop([fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 })])(
    'never gives a name to numbers of no code',
    (values) => {
      const observed = { ...run({}), step: flatten({ h: mat(2, 3, (i, j) => values[3 * i + j] ?? 0) }, '') }
      expect(explain(units, prints, observed).named).toEqual([])
    },
  )

  it.prop([fc.anything()])('takes whatever a subject answers', (answer) => {
    const observed = { step: flatten({ h: answer }, ''), sequence: flatten(answer, ''), count: flatten(answer, '') }
    expect(explain(units, prints, observed).named).toEqual([])
  })
})

describe('Describing a departure', () => {
  const reference = run({})
  const seen = (unit: Unit, own: Observation): [string, unknown][] =>
    describeDeparture(unit, '`f`', prints, own).map(({ messageId, params }) => [messageId, params])
  const mapped = (change: (value: number) => number): Observation =>
    Object.fromEntries(
      Object.entries(reference['sequence'] ?? {}).map(([name, block]) => [
        name,
        'values' in block && !name.endsWith('.length') ? { ...block, values: block.values.map(change) } : block,
      ]),
    )

  it('names the first place in time and what is right', () => {
    const own = { ...reference['sequence'], 'hs[2]': { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] } }
    expect(seen(sequence, own)).toEqual([
      ['diagnosis.departs', { functions: '`f`', at: 'hs[2]' }],
      ['diagnosis.right', { places: 'hs[0..1], hs[3]' }],
    ])
  })

  it('sees a sign, a factor and 32 bits', () => {
    expect(
      seen(
        sequence,
        mapped((v) => -v),
      )[1],
    ).toEqual(['diagnosis.sign', {}])
    expect(
      seen(
        sequence,
        mapped((v) => v / 4),
      )[1],
    ).toEqual(['diagnosis.ratio', { ratio: '0.25' }])
    expect(seen(sequence, mapped(Math.fround))[1]).toEqual(['diagnosis.float32', {}])
    expect(
      seen(
        sequence,
        mapped((v) => v + 0.1),
      ),
    ).toHaveLength(1)
  })

  it('sees a transposed matrix', () => {
    const own = {
      h: { rows: 3, columns: 2, values: [0, 3, 1, 4, 2, 5].map((k) => numbers(reference['step']?.['h'])[k] ?? 0) },
    }
    expect(seen(step, own)[1]).toEqual(['diagnosis.transposed', {}])
  })

  it('sees a list that is one step late or early', () => {
    const moved = (by: number): Observation => ({
      ...reference['sequence'],
      ...Object.fromEntries(
        [0, 1, 2, 3].map((t) => [`hs[${String(t)}]`, reference['sequence']?.[`hs[${String(t + by)}]`] ?? start0]),
      ),
    })
    const start0 = { rows: 2, columns: 3, values: Array.from(start.data) }
    expect(seen(sequence, moved(-1))[1]).toEqual(['diagnosis.late', {}])
    expect(seen(sequence, moved(1))[1]).toEqual(['diagnosis.early', {}])
  })
})

describe('Diagnosing', () => {
  const asked: readonly AskedUnit[] = units.map((unit) => ({
    ...unit,
    functions: ['f'],
    task: 'X1',
    namesOnly: false,
  }))
  const recognised = [
    { misconception: 'x.habit', task: 'X2', clue: 'x.seen' },
    { misconception: 'x.scale', task: 'X1', clue: 'x.seen' },
    { misconception: 'x.habit', task: 'X3', clue: 'x.seen-again' },
  ]

  it('tells where outputs depart, but not of what threw', () => {
    const seen = (own: Observation): number => diagnose('x', asked, prints, { ...run({}), step: own }).length
    expect(seen(flatten({ h: mat(2, 3, () => 7) }, ''))).toBe(1)
    expect(seen({ '!': { word: 'threw' } })).toBe(0)
  })

  it('adds what checks saw, each mistake once and none that has its name already', () => {
    const probed = diagnose('x', asked, prints, run(variants['x.scale'] ?? {}))
    expect(probed.map(({ misconceptions }) => misconceptions)).toEqual([['x.scale']])
    expect(withRecognised('x', probed, recognised)).toEqual([
      ...probed,
      { deliverable: 'x', task: 'X2', misconceptions: ['x.habit'], clues: [{ messageId: 'x.seen', params: {} }] },
    ])
  })
})

describe('A sketch', () => {
  it.prop([fc.array(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), { minLength: 1, maxLength: 40 }), fc.nat()])(
    'tells any one changed value',
    (values, k) => {
      const block = { rows: 1, columns: values.length, values }
      const other = values.map((value, i) => (i === k % values.length ? value + 0.01 : value))
      expect(matches(block, sketch(block), 1e-9)).toBe(true)
      expect(matches({ ...block, values: other }, sketch(block), 1e-9)).toBe(false)
    },
  )

  it('tells NaN, the two infinities, shapes and words apart', () => {
    const of = (value: number): Observation => flatten({ a: mat(1, 2, (_, j) => (j === 0 ? value : 1)) }, '')
    const all = [
      of(NaN),
      of(Infinity),
      of(-Infinity),
      of(0),
      flatten({ a: mat(2, 1, () => 0) }, ''),
      flatten({ a: 'x' }, ''),
      {},
    ]
    all.forEach((a, i) => {
      all.forEach((b, j) => {
        expect(matches(a['a'], sketch(b['a']), 1e-9)).toBe(i === j)
      })
    })
  })
})

function numbers(block: Observation[string] | undefined): readonly number[] {
  return block !== undefined && 'values' in block ? block.values : []
}
