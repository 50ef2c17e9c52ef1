import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parts } from '../../evidence/parts.ts'
import { LabError } from '../../model/errors.ts'
import type { Rubric, RubricBound, RubricCondition } from '../../model/rubric.ts'
import type { CheckMeta } from '../../model/verdict.ts'
import { sayAny } from '../../messages/say.ts'
import { discover } from '../../running/catalogue.ts'
import { toHundredths } from '../../scoring/points.ts'
import { loadRubric, matchRubric } from '../../scoring/rubric.ts'
import { workshop } from '../checks/workshop.ts'
import { checksOf, rubricFile, smallRubric } from './rubrics.ts'

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> }
type Draft = Writable<Rubric>

describe("The project's own rubric", () => {
  it('is valid, and names exactly the checks that exist', async () => {
    const rubric = await loadRubric(rubricFile)
    const ofCode = (await discover(workshop())).flatMap((deliverable) => deliverable.checks)
    const checks = [...ofCode, ...parts.flatMap((part) => part.checks.map(({ meta }) => meta))]
    expect(() => {
      matchRubric(rubric, checks, rubricFile)
    }).not.toThrow()
    expect(checksOf(rubric).toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
  })

  it('adds up to 100 points and to 100 per cent of the stages', async () => {
    const rubric = await loadRubric(rubricFile)
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
    expect(sum(rubric.criteria.map(({ points }) => toHundredths(points)))).toBe(10_000)
    expect(sum(rubric.stages.map(({ weight }) => weight))).toBe(100)
    for (const { points, pending, rows } of rubric.criteria) {
      expect(sum(rows.map((row) => toHundredths(row.points)))).toBe(pending ? 0 : toHundredths(points))
    }
  })

  it('gives a check to one deliverable and to one row', async () => {
    const rubric = await loadRubric(rubricFile)
    const rows = [...rubric.criteria.flatMap(({ rows }) => rows), ...rubric.bonus]
    const weighed = rows.flatMap(({ checks }) => Object.keys(checks))
    expect(new Set(weighed).size).toBe(weighed.length)
    const slugs = [...rubric.deliverables, ...parts.map(({ slug }) => slug)]
    for (const id of checksOf(rubric)) expect(slugs).toContain(id.split('/')[0])
  })
})

describe('A rubric file that cannot be used says why', () => {
  it('when it is not there', async () => {
    const file = path.join(tmpdir(), 'no such folder', 'rubric.json')
    const error = await errorOf(loadRubric(file))
    expect(error).toMatchObject({ blame: 'usage', messageId: 'rubric.unreadable', params: { file } })
    expect(error.params['reason']).toMatch(/ENOENT/)
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('when it is a folder', async () => {
    const error = await errorOf(loadRubric(tmpdir()))
    expect(error).toMatchObject({ messageId: 'rubric.unreadable' })
    expect(error.params['reason']).toMatch(/EISDIR/)
  })

  it('when it is not JSON', async () => {
    const error = await errorOf(loadRubric(written('{ "schema": "lab11/rubric/v1", }')))
    expect(error).toMatchObject({ blame: 'usage', messageId: 'rubric.not-json' })
    expect(error.params['reason']).not.toBe('')
  })

  it.each<[string, (draft: Draft) => unknown, string | RegExp, RegExp]>([
    [
      'a key that is misspelt',
      (d) => ({ ...d, criterias: d.criteria }),
      'rubric',
      /criterias.*Did you mean.*criteria/i,
    ],
    ['a key that is missing', ({ gates: _gates, ...d }) => d, 'rubric', /gates/],
    ['another schema', (d) => ({ ...d, schema: 'lab11/rubric/v2' }), 'rubric.schema', /allowed value/],
    [
      'points that are text',
      (d) => at(d, (c) => (c.points = '10' as never)),
      /^rubric\.criteria\.0\.points$/,
      /number/,
    ],
    ['points that are negative', (d) => at(d, (c) => (c.points = -1)), /points$/, /0/],
    ['a level that does not exist', (d) => band(d, 'exelente'), /bands\.0\.level/, /Did you mean.*excelente/i],
    ['a check without a slug', (d) => ({ ...d, gates: ['loads'] }), /gates\.0/, /pattern/],
    ['a check of no weight', (d) => row(d, (r) => (r.checks = { 'demo/a': 0 })), /checks/, /0/],
    ['a row of no checks', (d) => row(d, (r) => (r.checks = {})), /checks/, /1/],
    ['a title in one language', (d) => at(d, (c) => (c.title = { es: 'x' } as never)), /title/, /en/],
    [
      'a floor of insuficiente',
      (d) => at(d, (c) => (c.floors = [bound({ passed: ['demo/a'] }, 'insuficiente')])),
      /floors\.0\.level/,
      /allowed value/,
    ],
    [
      'a condition of two kinds',
      (d) => at(d, (c) => (c.caps = [bound({ passed: ['demo/a'], credit: 1 })])),
      /^rubric\.criteria\.0\.caps\.0\.when$/,
      /rows, credit/,
    ],
    ['a list', () => [], 'rubric', /object/],
    ['nothing', () => null, 'rubric', /object/],
  ])('when its form is wrong: %s', async (_, spoil, where, problem) => {
    const error = await errorOf(loadRubric(written(spoil(draft()))))
    expect(error).toMatchObject({ blame: 'usage', messageId: 'rubric.invalid' })
    expect(error.params['path']).toMatch(where)
    expect(error.params['problem']).toMatch(problem)
    expect(error.params['problem']).not.toMatch(/\{base\}/)
  })

  it.each<[string, (draft: Draft) => unknown, string, string]>([
    ['points that do not add up', (d) => at(d, (c) => (c.points = 61)), 'rubric.criteria', 'Σ points = 101 ≠ 100.'],
    ['two criteria of one name', (d) => at(d, (c) => (c.id = 'second')), 'rubric.criteria', 'id «second» × 2.'],
    ['two rows of one name', (d) => row(d, (r) => (r.id = '1b')), 'rubric.criteria.rows', 'id «1b» × 2.'],
    ['bands that do not fall', (d) => bandFrom(d, 0, 0.7), 'rubric.bands', 'from: 1 > … > 0.'],
    ['bands that do not reach 0', (d) => bandFrom(d, 3, 0.1), 'rubric.bands', 'from: 1 > … > 0.'],
    [
      'rows in what is pending',
      (d) => at(d, (c) => (c.pending = true)),
      'rubric.criteria[0] (first)',
      'pending = true, rows = 2.',
    ],
    [
      'no rows in what is not',
      (d) => at(d, (c) => (c.rows = [])),
      'rubric.criteria[0] (first)',
      'pending = false, rows = 0.',
    ],
    [
      'rows that do not add up',
      (d) => row(d, (r) => (r.points = 41)),
      'rubric.criteria[0] (first)',
      'Σ rows = 61 ≠ 60.',
    ],
    [
      'a stage that does not exist',
      (d) => row(d, (r) => (r.stage = 'concevir')),
      'rubric.criteria[0] (first).rows (1a)',
      'stage «concevir» ∉ {concebir, operar}.',
    ],
    [
      'a cap on a row of elsewhere',
      (d) => at(d, (c) => (c.caps = [bound({ rows: ['9z'], credit: 0.9 })])),
      'rubric.criteria[0] (first).caps, floors',
      'rows «9z» ∉ {1a, 1b}.',
    ],
    [
      'a floor on such a row, deep inside',
      (d) => at(d, (c) => (c.floors = [bound({ all: [{ any: [{ rows: ['9z'], credit: 1 }] }] })])),
      'rubric.criteria[0] (first).caps, floors',
      'rows «9z» ∉ {1a, 1b}.',
    ],
    ['a gate with a weight', (d) => ({ ...d, gates: ['demo/a'] }), 'rubric.gates', '«demo/a» ∈ rows.'],
    [
      "a bonus's gate with a weight",
      (d) => ({ ...d, bonus: [{ ...d.bonus[0], gates: ['demo/x'] }] }),
      'rubric.gates',
      '«demo/x» ∈ rows.',
    ],
  ])('when it contradicts itself: %s', async (_, spoil, where, problem) => {
    const file = written(spoil(draft()))
    expect(await errorOf(loadRubric(file))).toMatchObject({
      blame: 'usage',
      messageId: 'rubric.invalid',
      params: { file, path: where, problem },
    })
  })

  it('while the small rubric is valid', async () => {
    expect(await loadRubric(written(draft()))).toEqual(smallRubric)
  })
})

describe('A rubric and the checks belong together', () => {
  it('unless it names one that does not exist: the nearest name is suggested', () => {
    const checks = metas(checksOf(smallRubric).map((id) => (id === 'demo/x-gate' ? 'demo/x-gates' : id)))
    const params = { file: 'r.json', check: 'demo/x-gate', near: 'demo/x-gates' }
    expect(matching(checks)).toMatchObject({ blame: 'usage', messageId: 'rubric.unknown-check', params })
  })

  it('unless one is left out of it', () => {
    const error = matching(metas([...checksOf(smallRubric), 'demo/new']))
    expect(error).toMatchObject({ messageId: 'rubric.orphan-check', params: { file: 'r.json', check: 'demo/new' } })
  })

  it('unless there are none', () => {
    expect(matching([])).toMatchObject({ messageId: 'rubric.unknown-check', params: { near: '' } })
  })

  it('and then nothing is said', () => {
    expect(matching(metas(checksOf(smallRubric)))).toBeUndefined()
  })
})

function matching(checks: readonly CheckMeta[]): unknown {
  try {
    matchRubric(smallRubric, checks, 'r.json')
    return undefined
  } catch (error) {
    return error
  }
}

function metas(ids: readonly string[]): CheckMeta[] {
  const claim = { es: 'x', en: 'x' }
  return ids.map((id) => ({ id, deliverable: 'demo', needs: [], visibility: 'public', claim }))
}

async function errorOf(loading: Promise<unknown>): Promise<LabError> {
  const error: unknown = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof LabError)) throw new Error(`Expected a LabError, got ${String(error)}`)
  for (const language of ['es', 'en'] as const) {
    expect(sayAny(language, error.messageId, error.params)).toContain(String(error.params['file']))
  }
  return error
}

function written(content: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lab11-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file = path.join(folder, 'rubric.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

function draft(): Draft {
  return structuredClone(smallRubric) as Draft
}

function at(draft: Draft, change: (criterion: Draft['criteria'][number]) => void): Draft {
  for (const criterion of draft.criteria.slice(0, 1)) change(criterion)
  return draft
}

function row(draft: Draft, change: (row: Draft['criteria'][number]['rows'][number]) => void): Draft {
  return at(draft, ({ rows }) => {
    for (const first of rows.slice(0, 1)) change(first)
  })
}

function band(draft: Draft, level: string): unknown {
  return { ...draft, bands: draft.bands.map((entry, k) => (k === 0 ? { ...entry, level } : entry)) }
}

function bandFrom(draft: Draft, index: number, from: number): unknown {
  return { ...draft, bands: draft.bands.map((entry, k) => (k === index ? { ...entry, from } : entry)) }
}

function bound(when: RubricCondition, level: RubricBound['level'] = 'bueno'): Writable<RubricBound> {
  return structuredClone({ level, when, why: { es: 'x', en: 'x' } }) as Writable<RubricBound>
}
