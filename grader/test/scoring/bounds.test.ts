import { describe, expect, it } from 'vitest'
import type { RubricCondition } from '../../model/rubric.ts'
import type { CheckId, VerdictKind } from '../../model/verdict.ts'
import { holds } from '../../scoring/bounds.ts'
import { score, type CriterionScore } from '../../scoring/score.ts'
import { checksOf, ownRubric, smallRubric } from './rubrics.ts'

const rubric = ownRubric()

/** The checks of these rows. */
function rows(...ids: string[]): CheckId[] {
  return rubric.criteria
    .flatMap((criterion) => criterion.rows)
    .flatMap((row) => (ids.includes(row.id) ? Object.keys(row.checks) : []))
}

/** What a criterion comes to when everything passes, or nothing, but for some checks. */
function criterion(
  id: string,
  rest: 'passed' | 'failed',
  other: readonly CheckId[],
  kind?: VerdictKind,
): CriterionScore {
  const verdict = kind ?? (rest === 'passed' ? 'failed' : 'passed')
  const verdicts = new Map<CheckId, VerdictKind>(checksOf(rubric).map((check) => [check, rest]))
  for (const check of other) verdicts.set(check, verdict)
  const found = score(rubric, verdicts).criteria.find((each) => each.id === id)
  if (!found) throw new Error(`There is no criterion ${id}`)
  return found
}

type Case = readonly [
  what: string,
  criterion: string,
  lost: readonly CheckId[],
  points: number,
  level: string | null,
  why: RegExp,
]

describe('Whoever passes everything but …', () => {
  it.for<Case>([
    ['nothing', 'implementacion-numpy', [], 2000, null, /^$/],
    ['BPTT is aceptable at most, 0.74 of 20', 'implementacion-numpy', rows('2b'), 1480, 'aceptable', /^BPTT/],
    [
      'the LSTM backwards is bueno at most, 0.89 of 20: it sums to 17.50',
      'implementacion-numpy',
      rows('2h'),
      1750,
      null,
      /^$/,
    ],
    [
      'one step of the LSTM backwards in ten: 17.80 at most',
      'implementacion-numpy',
      ['lstm-cell/backward-torch', 'lstm-cell/backward-dc0'],
      1780,
      'bueno',
      /incompleta|PyTorch/,
    ],
    [
      'what PyTorch says of BPTT is bueno at most',
      'implementacion-numpy',
      ['rnn-bptt/bptt-torch'],
      1780,
      'bueno',
      /PyTorch/,
    ],
    [
      'GRU keeps excelente within reach: 18 of 20',
      'implementacion-numpy',
      rows('2i-forward', '2i-backward'),
      1800,
      null,
      /^$/,
    ],
    ['one gate is aceptable at most', 'puertas-lstm', ['lstm-cell/gate-forget'], 740, 'aceptable', /^Alguna/],
    [
      'two gates is aceptable at most: it sums to 8.40',
      'puertas-lstm',
      ['lstm-cell/gate-forget', 'lstm-cell/gate-output'],
      740,
      'aceptable',
      /^Alguna/,
    ],
    [
      'all three gates is insuficiente: it sums to 7.60',
      'puertas-lstm',
      ['lstm-cell/gate-forget', 'lstm-cell/gate-input', 'lstm-cell/gate-output'],
      590,
      'insuficiente',
      /^Ninguna/,
    ],
    ['85 %', 'aplicacion-texto', ['sentiment/accuracy-85'], 1335, 'bueno', /85 %/],
    ['75 %', 'aplicacion-texto', ['sentiment/accuracy-85', 'sentiment/accuracy-75'], 1110, 'aceptable', /75 %/],
    [
      '60 %',
      'aplicacion-texto',
      ['sentiment/accuracy-85', 'sentiment/accuracy-75', 'sentiment/accuracy-60'],
      885,
      'insuficiente',
      /60 %/,
    ],
    ['the GRU', 'aplicacion-series', rows('5c'), 1335, 'bueno', /GRU/],
    ['the metrics', 'aplicacion-series', rows('5e'), 1110, 'aceptable', /métricas/],
    ['a model that works', 'aplicacion-series', ['time-series/lstm-works'], 885, 'insuficiente', /no funciona/],
    [
      'one of three architectures: it sums to 8, which is bueno anyway',
      'arquitecturas-avanzadas',
      rows('6b'),
      800,
      null,
      /^$/,
    ],
    ['the report', 'reporte-final', rows('9a', '9b', '9c'), 0, null, /^$/],
    ['a figure that can be seen', 'reporte-final', ['reporte/figures-whole'], 445, 'bueno', /figura/],
    [
      'two answers of ten: it sums to 8.85, and is bueno',
      'comprension-rnn',
      ['comprension/s1', 'comprension/n1'],
      875,
      null,
      /^$/,
    ],
    [
      'three answers of ten, and is aceptable',
      'comprension-rnn',
      ['comprension/s1', 'comprension/s2', 'comprension/s3'],
      740,
      'aceptable',
      /menos de 8/,
    ],
    [
      'six answers of ten, and is insuficiente',
      'comprension-rnn',
      ['comprension/s1', 'comprension/s2', 'comprension/s3', 'comprension/s4', 'comprension/n1', 'comprension/n2'],
      590,
      'insuficiente',
      /menos de 5/,
    ],
    ['the questions about the gates: 7, which the report lifts to bueno', 'puertas-lstm', rows('3b'), 750, null, /^$/],
    [
      'two of the questions about the gates',
      'puertas-lstm',
      ['comprension/n4', 'comprension/m4'],
      890,
      'bueno',
      /tres cuartos/,
    ],
    ['all that shows the gates understood', 'puertas-lstm', rows('3b', '3c'), 590, 'insuficiente', /se entiendan/],
    ['experiments and their analysis', 'aplicacion-texto', rows('4e'), 1110, 'aceptable', /configuración/],
    ['an analysis of the forecasts', 'aplicacion-series', rows('5f'), 1110, 'aceptable', /análisis/],
    ['an explanation of the architectures', 'arquitecturas-avanzadas', rows('6e'), 850, null, /^$/],
    ["the benchmark's figure", 'benchmark-analisis', ['reporte/benchmark-figure'], 890, 'bueno', /figura/],
    ['code that can be read', 'calidad-codigo', ['calidad/readable'], 370, 'aceptable', /cuesta leerlo/],
    ['half of the deliverables', 'calidad-codigo', ['calidad/implemented'], 295, 'insuficiente', /mitad/],
    ['comments or order', 'calidad-codigo', ['calidad/tidy'], 445, 'bueno', /comentarios/],
    [
      'a parameter count of the benchmark',
      'benchmark-analisis',
      ['benchmark/run-counts'],
      740,
      'aceptable',
      /parámetros/,
    ],
  ])('%s', ([, id, lost, points, level, why]) => {
    const scored = criterion(id, 'passed', lost)
    const bound = scored.cappedBy
    expect([scored.points, bound?.level ?? null]).toEqual([points, level])
    expect(bound?.why.es ?? '').toMatch(why)
  })
})

describe('Whoever passes nothing but …', () => {
  it.for<Case>([
    ['nothing', 'implementacion-numpy', [], 0, null, /^$/],
    [
      'the RNN and BPTT is bueno, although it sums to 7',
      'implementacion-numpy',
      rows('2a', '2b'),
      1500,
      'bueno',
      /BPTT/,
    ],
    [
      'RNN and LSTM forward: aceptable as the guide says, although it sums to 4.50',
      'implementacion-numpy',
      rows('2a', '2g'),
      1200,
      'aceptable',
      /adelante/,
    ],
    ['one of three architectures is aceptable', 'arquitecturas-avanzadas', rows('6c'), 600, 'aceptable', /^Una/],
    ['two of three are bueno', 'arquitecturas-avanzadas', rows('6b', '6c'), 750, 'bueno', /^Dos/],
    [
      'an LSTM that works',
      'aplicacion-series',
      ['time-series/lstm-works', 'time-series/metrics-known', ...rows('5e').slice(0, 5)],
      900,
      'aceptable',
      /LSTM funciona/,
    ],
  ])('%s', ([, id, earned, points, level, why]) => {
    const scored = criterion(id, 'failed', earned)
    const bound = scored.flooredBy
    expect([scored.points, bound?.level ?? null]).toEqual([points, level])
    expect(bound?.why.es ?? '').toMatch(why)
  })
})

describe("The grader's own faults", () => {
  it('cap nobody', () => {
    const scored = criterion('implementacion-numpy', 'passed', rows('2b'), 'faulted')
    expect(scored).toMatchObject({ points: 1600, max: 1600, cappedBy: null })
  })

  it('lift nobody', () => {
    const scored = criterion('arquitecturas-avanzadas', 'failed', rows('6a'), 'faulted')
    expect(scored).toMatchObject({ points: 0, flooredBy: null })
  })
})

describe('A condition', () => {
  const [first] = smallRubric.criteria
  const verdicts = new Map<CheckId, VerdictKind>([
    ['demo/a', 'passed'],
    ['demo/b', 'failed'],
    ['demo/c', 'faulted'],
  ])
  it.for<[RubricCondition, boolean | undefined]>([
    [{ passed: ['demo/a'] }, true],
    [{ passed: ['demo/a', 'demo/b'] }, false],
    [{ passed: ['demo/a', 'demo/c'] }, undefined],
    [{ passed: ['demo/b', 'demo/c'] }, false],
    [{ passed: ['demo/b', 'demo/c'], count: 1 }, undefined],
    [{ passed: ['demo/a', 'demo/c'], count: 1 }, true],
    // 1a: three quarters of it are a's, one is b's; 1b: one half b's, one c's.
    [{ rows: ['1a'], credit: 0.75 }, true],
    [{ rows: ['1a'], credit: 0.76 }, false],
    [{ rows: ['1b'], credit: 0.5 }, undefined],
    [{ rows: ['1b'], credit: 0.51 }, false],
    [{ rows: ['1a', '1b'], credit: 0.5, count: 1 }, true],
    [{ all: [{ passed: ['demo/a'] }, { passed: ['demo/c'] }] }, undefined],
    [{ all: [{ passed: ['demo/b'] }, { passed: ['demo/c'] }] }, false],
    [{ any: [{ passed: ['demo/b'] }, { passed: ['demo/c'] }] }, undefined],
    [{ any: [{ passed: ['demo/a'] }, { passed: ['demo/c'] }] }, true],
  ])('%j is %s', ([condition, expected]) => {
    if (!first) throw new Error('Expected a criterion')
    expect(holds(first, condition, verdicts)).toBe(expected)
  })
})
