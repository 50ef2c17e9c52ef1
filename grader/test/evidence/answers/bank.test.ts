import { test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bank, misconceptionsOf, questionIds } from '../../../evidence/answers/bank.ts'
import { apart, drawQuestions, roomOf, type DrawnNumber } from '../../../evidence/answers/draw.ts'
import { formulas } from '../../../evidence/answers/formulas.ts'
import { confusions, sequenceConfusions } from '../../../evidence/answers/kinds.ts'
import { catalogue } from '../../../messages/say.ts'
import { anyId, numberQuestion } from './draws.ts'

const known = catalogue as Readonly<Record<string, unknown>>
const kinds = bank.kinds.map(({ id }) => id)

describe('the bank', () => {
  it('has 24 questions: ten to compute, ten to choose, four to sort', () => {
    const numbered = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1)}`)
    expect(questionIds).toEqual([...numbered('N', 10), ...numbered('M', 10), ...numbered('S', 4)])
  })

  it('has a formula for every number and for every known wrong one, and no other', () => {
    expect(Object.keys(formulas)).toEqual(bank.numbers.map(({ id }) => id))
    for (const { id, wrong } of bank.numbers)
      expect(Object.keys(formulas[id]?.wrong ?? {}).toSorted(), id).toEqual(Object.keys(wrong).toSorted())
  })

  it('names only mistakes that can be told', () => {
    const ids = [...misconceptionsOf(bank), ...Object.values(sequenceConfusions)]
    expect(ids.filter((id) => !(`misconception.${id}` in known))).toEqual([])
  })

  it('has words for every question, option, kind and task, and none to spare', () => {
    const own = [...bank.numbers, ...bank.choices].map(({ id }) => id.toLowerCase())
    const options = bank.choices.flatMap(({ id, right, wrong }) =>
      [right, ...Object.keys(wrong)].map((name) => `${id.toLowerCase()}-${name}`),
    )
    const tasks = bank.kinds.flatMap(({ id, items }) => [`kind-${id}`, ...items.map((item) => `item-${item}`)])
    const wanted = [...own, ...options, ...tasks, 's'].map((name) => `question.${name}`)
    expect(
      Object.keys(catalogue)
        .filter((id) => id.startsWith('question.'))
        .toSorted(),
    ).toEqual(wanted.toSorted())
  })

  it('asks of each kind of sequence in at least three ways', () => {
    for (const { items } of bank.kinds) expect(new Set(items).size).toBeGreaterThanOrEqual(3)
  })
})

describe('the numbers of the handout', () => {
  const wrongOf = ({ wrong }: DrawnNumber): number[] => wrong.map(({ value }) => Number(value.toPrecision(4)))

  // Computed by hand from the statements, not by the formulas.
  it.each([
    ['N1', 142_592, [142_800, 7_680_000, 14_260_000]],
    ['N2', 5.617e-15, [1.776e-15, 1.776e-14]],
    ['N3', 0.2483, [0.2192, 0.637, 0.3568, 0.392]],
    ['N4', 0.2382, [-0.08346, 0.252, 0.347, -0.1748]],
    ['N5', 448, [480, 336, 112, 416]],
    ['N6', 0.0436, [0.7311, 0.0009766, 0.9564]],
    ['N7', 294_658, [295_700, 230_700, 261_900]],
    ['N8', 296, [297, 295, 270]],
    ['N9', 66_306, [33_150, 66_180, 66_820]],
    ['N10', 12_480, [12_610, 49_920, 37_440]],
  ] as const)('make %s %d', (id, right, wrong) => {
    const drawn = numberQuestion(id, 'starter')
    expect(drawn.whole ? drawn.right : Number(drawn.right.toPrecision(4))).toBe(right)
    expect(wrongOf(drawn)).toEqual(wrong)
    expect(numberQuestion(id, 'solutions')).toEqual(drawn)
  })
})

describe('the numbers of an id', () => {
  property.prop([anyId], { numRuns: 150 })('are legal, and tell every known mistake from all others', (id) => {
    for (const drawn of drawQuestions(id)) {
      if (drawn.kind !== 'number') continue
      const { right, wrong, tolerance, whole } = drawn
      const values = [right, ...wrong.map(({ value }) => value)]
      expect(values.every((value) => (whole ? Number.isSafeInteger(value) && value > 0 : Number.isFinite(value)))).toBe(
        true,
      )
      const alike = values.flatMap((a, i) => values.slice(i + 1).filter((b) => !apart(a, b, tolerance)))
      expect(alike, drawn.id).toEqual([])
      for (const [name, value] of Object.entries(drawn.given)) {
        const domain = bank.numbers.find((each) => each.id === drawn.id)?.given[name]
        const legal =
          domain && ('low' in domain ? value >= domain.low && value <= domain.high : domain.values.includes(value))
        expect(legal, `${drawn.id}.${name} = ${String(value)}`).toBe(true)
      }
    }
  })

  property.prop([anyId], { numRuns: 150 })('leave no constant that is right for everybody', (id) => {
    for (const drawn of drawQuestions(id)) {
      if (drawn.kind !== 'number' || drawn.whole) continue
      // A tolerance that is a large part of the value would take 0 for an answer.
      expect(roomOf(drawn.right, drawn.tolerance) / Math.abs(drawn.right)).toBeLessThanOrEqual(0.025 + 1e-12)
    }
  })

  property.prop([anyId], { numRuns: 150 })('give options that are a permutation, with one that is right', (id) => {
    const choices = drawQuestions(id).filter((drawn) => drawn.kind === 'choice')
    for (const { id: question, options, right } of choices) {
      const own = bank.choices.find((each) => each.id === question)
      const names = own ? [own.right, ...Object.keys(own.wrong)] : kinds
      expect(options.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
      expect(options.map(({ letter }) => letter).join('')).toBe('abcde'.slice(0, names.length))
      expect(options.filter(({ misconceptions }) => misconceptions.length === 0).map(({ letter }) => letter)).toEqual([
        right,
      ])
      if (own) expect(options.find(({ letter }) => letter === right)?.name).toBe(own.right)
    }
  })

  property.prop([anyId], { numRuns: 150 })('give four tasks of four kinds', (id) => {
    const sorting = drawQuestions(id).flatMap((drawn) =>
      drawn.kind === 'choice' && drawn.item !== undefined ? [drawn] : [],
    )
    const right = sorting.map(({ options, right }) => options.find(({ letter }) => letter === right)?.name)
    expect(new Set(right).size).toBe(4)
    for (const [i, { item }] of sorting.entries())
      expect(bank.kinds.find((kind) => kind.id === right[i])?.items).toContain(item)
  })

  it('are many: of 200 ids no two are asked the same, and no letter is right too often', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `estudiante-${String(i)}`)
    const all = ids.map(drawQuestions)
    expect(new Set(all.map((drawn) => JSON.stringify(drawn))).size).toBe(ids.length)
    for (const [k, id] of questionIds.entries()) {
      const rights = all.map((drawn) => String(drawn[k]?.right))
      const times = new Map<string, number>()
      for (const right of rights) times.set(right, (times.get(right) ?? 0) + 1)
      // A quarter or a fifth each, give or take five standard errors.
      expect(Math.max(...times.values()) / ids.length, id).toBeLessThan(0.4)
      if (!id.startsWith('S')) continue
      expect(times.size).toBe(5)
    }
  })

  it('are the same for ever', () => {
    const shown = drawQuestions('ana-rojas').map((drawn) =>
      drawn.kind === 'number'
        ? `${drawn.id} ${Object.entries(drawn.given).flat().join(' ')}`
        : `${drawn.id} ${drawn.right} ${drawn.item ?? drawn.options.map(({ name }) => name).join(' ')}`,
    )
    expect(shown).toMatchInlineSnapshot(`
      [
        "N1 T 80 d 300 H 192",
        "N2 H 8 s 1.1 k 28",
        "N3 wx 0.75 w 0.8 x1 0.5 x2 1 h0 0.5",
        "N4 f 0.9 i 0.4 o 0.5 cPrev 0.6 cTilde 0.9",
        "N5 D 16 H 21",
        "N6 b 3 k 23",
        "N7 V 1000 E 32 L 2 H 160 K 4",
        "N8 n 870 w 15 h 6",
        "N9 E 64 H 128 K 2",
        "N10 D 2 H 24",
        "M1 b weights once twice missing",
        "M2 b explodes vanishes constant always",
        "M3 b own-norm global by-value sum",
        "M4 a both-closed keeps hides writes",
        "M5 c weights gate-derivative forget whole",
        "M6 b never-explodes mitigates lasts never-vanishes",
        "M7 d zero-embedding unknown slower mask",
        "M8 a train per-window all shuffled",
        "M9 c none all one all-but-one",
        "M10 c rnn transformer gru bilstm",
        "S1 c heartbeat",
        "S2 a house",
        "S3 e reply",
        "S4 d names",
      ]
    `)
  })

  property.prop([anyId], { numRuns: 50 })('come out alike each time', (id) => {
    expect(drawQuestions(id)).toEqual(drawQuestions(id))
  })
})

describe('taking one kind of sequence for another', () => {
  it.each(kinds)('is no mistake when it is %s', (kind) => {
    expect(confusions(kind, kind)).toEqual([])
  })

  it.each([
    ['aligned', 'unaligned', ['aligned-as-unaligned']],
    ['unaligned', 'aligned', ['unaligned-as-aligned']],
    ['many-to-one', 'aligned', ['output-kind']],
    ['one-to-many', 'unaligned', ['input-kind']],
    ['one-to-many', 'many-to-one', ['input-kind', 'output-kind']],
    ['one-to-one', 'one-to-many', ['output-kind']],
  ])('%s for %s says what was not seen', (right, answered, names) => {
    expect(confusions(right, answered)).toEqual(names.map((name) => `comprension.${name}`))
  })
})
