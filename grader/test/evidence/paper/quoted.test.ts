import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { numbersIn, prints, printsShare } from '../../../evidence/paper/numbers.ts'
import { changed, earned, findingOf, judge, lost, repository } from './judge.ts'

const says = (text: string, value: number): boolean => numbersIn(text).some((printed) => prints(printed, value))
const saysShare = (text: string, value: number): boolean =>
  numbersIn(text).some((printed) => printsShare(printed, value))

describe('A printed number', () => {
  it.each([
    ['57 986', 57_986],
    ['57\u202f986', 57_986],
    ['57.986', 57_986],
    ['57,986', 57_986],
    ["57'986", 57_986],
    ['**57986**', 57_986],
    ['1.234.567', 1_234_567],
    ['1.234,5', 1234.46],
    ['1,234.5', 1234.46],
    ['13.71 s', 13.714808],
    ['13,71', 13.714808],
    ['≈ 13,7', 13.714808],
    ['14', 13.714808],
    ['13', 13.714808],
    ['0.0011', 0.0010937602],
    ['0,0010', 0.0010937602],
    ['1,1e-3', 0.0010937602],
    ['1.09·10⁻³', 0.0010937602],
    ['1,09 × 10^-3', 0.0010937602],
    ['−0,5', -0.5],
    ['5.6e-15', 5.617e-15],
    ['1,34e9', 1_344_224_150],
  ])('%s says %d', (text, value) => {
    expect(says(text, value)).toBe(true)
  })

  it.each([
    ['58 498', 57_986],
    ['57 987', 57_986],
    ['57.99', 57_986],
    ['13,8', 13.714808],
    ['0,0012', 0.0010937602],
    ['1,1e-4', 0.0010937602],
    ['0,5', -0.5],
    ['LSTM2', 2],
    ['', 0],
  ])('%s does not say %d', (text, value) => {
    expect(says(text, value)).toBe(false)
  })

  it.each(['98.5 %', '98,5%', '0.985', '0,99', '0,98', '98 %', '99 %', '98,5'])('%s says a share of 0.985', (text) => {
    expect(saysShare(text, 0.985)).toBe(true)
  })

  it.each(['98.6 %', '97 %', '0.95', '0,985 %', '1', '9.85'])('%s does not say a share of 0.985', (text) => {
    expect(saysShare(text, 0.985)).toBe(false)
  })

  it('says the number that it was printed from, however many digits it has and whatever its decimal sign', () => {
    const value = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 8 }), fc.boolean(), (number, digits, comma) => {
        const printed = number.toFixed(digits)
        expect(says(comma ? printed.replace('.', ',') : printed, number)).toBe(true)
        expect(says(number.toExponential(digits), number)).toBe(true)
      }),
    )
  })
})

describe('The table of the benchmark', () => {
  const row = /^\| LSTM +\| +57 986.*$/m

  it('names the row, the column and both figures where it disagrees', async () => {
    const text = changed([row, '| LSTM | 58 498 | 25,50 | 0.6867 | 0.0011 | 3 |'])
    const verdicts = await judge(text)
    const line = text.split('\n').findIndex((each) => each.includes('58 498')) + 1
    expect(lost(verdicts)).toEqual(['benchmark-agrees'])
    expect(findingOf(verdicts, 'benchmark-agrees')).toMatchObject({
      messageId: 'paper.table-disagrees',
      params: { line, row: 'LSTM', column: 'params', printed: '58 498', expected: '57986', more: 0, share: 91 },
      location: `reporte.md:${String(line)}`,
    })
    expect(earned(verdicts.get('benchmark-agrees'))).toBeCloseTo(11 / 12)
  })

  it('can have its models as columns', async () => {
    const turned =
      '| | RNN | LSTM | GRU |\n|---|---|---|---|\n| Parámetros | 14594 | 57986 | 43522 |\n| Tiempo (s) | 13,7 | 25,5 | 23,2 |'
    const text = changed([/^\| Modelo \| Parámetros[^]*?\n\n/m, `${turned}\n\n`])
    expect(lost(await judge(text))).toEqual([])
    const wrong = text.replace('25,5', '52,5')
    expect(findingOf(await judge(wrong), 'benchmark-agrees').params).toMatchObject({ row: 'LSTM', column: 'seconds' })
  })

  it('needs no column in particular, and all three models', async () => {
    const small = '| Red | Params |\n|---|---|\n| RNN simple | 14594 |\n| LSTM | 57986 |\n| GRU | 43522 |'
    const text = changed([/^\| Modelo \| Parámetros[^]*?\n\n/m, `${small}\n\n`])
    expect(lost(await judge(text))).toEqual([])
    expect(lost(await judge(text.replace(/\| GRU \| 43522 \|/, '')))).toEqual(['benchmark-table', 'benchmark-agrees'])
  })

  it('cannot be held against a file that is not there, or is something else', async () => {
    const absent = await judge(changed(), { 'artifacts/benchmark.json': null })
    expect(findingOf(absent, 'benchmark-agrees').messageId).toBe('paper.artifact-absent')
    for (const content of [
      '',
      '{',
      '[]',
      '{"rows":{}}',
      '{"rows":[{"model":"LSTM","params":"muchos"}]}',
      'null',
      '"x"',
    ]) {
      const odd = await judge(changed(), { 'artifacts/benchmark.json': content })
      expect(findingOf(odd, 'benchmark-agrees').messageId, content).toBe('paper.artifact-unreadable')
    }
  })
})

describe('The table of the series', () => {
  it('says the errors of the stored forecasts', async () => {
    const verdicts = await judge(changed([/^\| GRU +\| +881.*$/m, '| GRU | 881 | 0.0201 | 0.1156 | 0.0952 |']))
    expect(lost(verdicts)).toEqual(['series-table'])
    expect(findingOf(verdicts, 'series-table').params).toMatchObject({
      row: 'GRU',
      column: 'MSE',
      printed: '0.0201',
      expected: '0.01336',
    })
  })

  it('has no errors of forecasts that lack a cell', async () => {
    const file = path.join(repository, 'solutions', 'artifacts', 'time-series', 'forecast.json')
    const { actual } = JSON.parse(readFileSync(file, 'utf8')) as { actual: number[] }
    const verdicts = await judge(changed(), { 'artifacts/time-series/forecast.json': JSON.stringify({ actual }) })
    expect(findingOf(verdicts, 'series-table').messageId).toBe('paper.artifact-unreadable')
  })
})

describe('The validation accuracy', () => {
  const nowhere = [
    [/es del 98\.5 %/, 'es muy alta'],
    [/^\| Elegida.*$/m, ''],
  ] as const

  it('is said in the text or in a table', async () => {
    expect(lost(await judge(changed(nowhere[0])))).toEqual([])
    expect(lost(await judge(changed(nowhere[1])))).toEqual([])
    expect(lost(await judge(changed(...nowhere)))).toEqual(['accuracy'])
  })
})

describe('The table of configurations', () => {
  it('names the row that is none of them', async () => {
    const verdicts = await judge(changed([/^(\| Sin regularizar.*)98\.0 %/m, '$199.0 %']))
    expect(lost(verdicts)).toEqual(['experiments-table'])
    expect(findingOf(verdicts, 'experiments-table').params).toMatchObject({
      row: 'Sin regularizar',
      column: 'valAccuracy',
      printed: '99.0 %',
      expected: '0.98',
      share: 80,
    })
  })

  it('can leave out configurations, but has three of them', async () => {
    const three = changed([/^\| Pequeña.*\n/m, ''], [/^\| Más despacio.*\n/m, ''])
    expect(lost(await judge(three))).toEqual([])
    const two = three.replace(/^\| Bidireccional.*\n/m, '')
    const verdicts = await judge(two)
    expect(findingOf(verdicts, 'experiments-table').messageId).toBe('paper.experiments-table-short')
    expect(earned(verdicts.get('experiments-table'))).toBeCloseTo(2 / 3)
  })

  it('counts no configuration twice', async () => {
    const verdicts = await judge(changed([/^(\| Elegida.*)$/m, '$1\n$1']))
    expect(earned(verdicts.get('experiments-table'))).toBeCloseTo(5 / 6)
  })
})

describe('The file of configurations', () => {
  interface Stored {
    experiments: {
      config: Record<string, unknown>
      options: Record<string, unknown>
      figures: Record<string, unknown>
    }[]
  }
  const file = path.join(repository, 'solutions', 'artifacts', 'experimentos.json')
  const stored = (change: (stored: Stored) => void): Record<string, string> => {
    const json = JSON.parse(readFileSync(file, 'utf8')) as Stored
    change(json)
    return { 'artifacts/experimentos.json': JSON.stringify(json) }
  }

  it('counts different configurations', async () => {
    const verdicts = await judge(
      changed(),
      stored((json) => (json.experiments = json.experiments.slice(0, 2))),
    )
    expect(earned(verdicts.get('experiments'))).toBeCloseTo(2 / 3)
    const same = await judge(
      changed(),
      stored((json) => (json.experiments = json.experiments.flatMap((_, __, all) => all.slice(0, 1)))),
    )
    expect(earned(same.get('experiments'))).toBeCloseTo(1 / 3)
  })

  it('asks for one without regularisation and one with it', async () => {
    const without = stored(({ experiments }) => {
      for (const { config, options } of experiments) [config['dropout'], options['weightDecay']] = [0, 0]
    })
    expect(findingOf(await judge(changed(), without), 'experiments-regularization').params['missing']).toBe('on')
    const withIt = stored(({ experiments }) => {
      for (const { options } of experiments) options['weightDecay'] = 0.01
    })
    expect(findingOf(await judge(changed(), withIt), 'experiments-regularization').params['missing']).toBe('off')
  })

  it.each<readonly [at: string, problem: string, change: (stored: Stored) => void]>([
    [
      'experiments[1].figures.valAccuracy',
      'missing',
      ({ experiments }) => delete experiments[1]?.figures['valAccuracy'],
    ],
    [
      'experiments[0].figures.valLoss',
      'type',
      ({ experiments }) => Object.assign(experiments[0]?.figures ?? {}, { valLoss: '0,2' }),
    ],
    [
      'experiments[0].figures.valAccuracy',
      'range',
      ({ experiments }) => Object.assign(experiments[0]?.figures ?? {}, { valAccuracy: 98.5 }),
    ],
    ['experiments[2].nota', 'extra', ({ experiments }) => Object.assign(experiments[2] ?? {}, { nota: 'x' })],
    ['experiments', 'type', (json) => Object.assign(json, { experiments: {} })],
    ['experiments', 'missing', (json) => delete (json as Partial<Stored>).experiments],
  ])('says where it is not as it should be: %s, %s', async (at, problem, change) => {
    expect(findingOf(await judge(changed(), stored(change)), 'experiments')).toMatchObject({
      messageId: 'paper.experiments-odd',
      params: { at, problem },
    })
  })

  it('is not JSON when it is not', async () => {
    for (const content of ['', '{"experiments": [', 'NaN'])
      expect(
        findingOf(await judge(changed(), { 'artifacts/experimentos.json': content }), 'experiments').messageId,
      ).toBe('paper.experiments-not-json')
  })
})
