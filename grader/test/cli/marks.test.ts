import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { evidenceOf } from '../../grading/marks.ts'
import type { Mark } from '../../model/mark.ts'
import type { Report, ReportCriterion } from '../../model/report.ts'
import { inside, submission, temporary } from './folders.ts'
import { reviewed, reviewRubric, writeMarks } from './marking.ts'
import { pointsOf, storedReport } from './reports.ts'
import { es, run, type Ran } from './run.ts'

let [top, folder, rubric, out, marks] = ['', '', '', '', '']
let unmarked: Report
beforeAll(async () => {
  top = await temporary()
  rubric = await reviewRubric(top)
  folder = await submission(path.join(top, 'Ana Rojas'))
  out = path.join(top, 'out')
  marks = `${out}-marks`
  expect((await grade()).exitCode).toBe(0)
  unmarked = storedReport(out, 'ana-rojas')
})

beforeEach(() => rm(marks, { recursive: true, force: true }))

function grade(...more: readonly string[]): Promise<Ran> {
  return run(['grade', folder, '--deliverable', 'lstm-cell', '--seed', '7', '--out', out, '--rubric', rubric, ...more])
}

function report(...more: readonly string[]): Promise<Ran> {
  return run(['report', out, '--rubric', rubric, ...more])
}

function criterionOf({ criteria }: Report, id: string = reviewed.id): ReportCriterion {
  const found = criteria.find((criterion) => criterion.id === id)
  if (!found) throw new Error(`The report has no criterion ${id}`)
  return found
}

/** A mark for what was graded, as the page writes it. */
function given(points: number | null, reason: string, id: string = reviewed.id): Mark {
  return { criterion: id, points, reason, date: '2026-11-21', of: evidenceOf(unmarked, criterionOf(unmarked, id)) }
}

describe('without marks', () => {
  it('what checks see only in part is provisional, and told as something to do', async () => {
    expect(criterionOf(unmarked)).toMatchObject({
      points: reviewed.max,
      review: true,
      provisional: reviewed.open,
      mark: null,
    })
    const { stdout } = await report()
    expect(stdout).toContain(es('marks.todo', { criteria: 1, submissions: 1, provisional: '3.00' }))
    expect(stdout).toContain(`npm run mark -- ${out}`)
    const title = criterionOf(unmarked).title
    const line = es('report.todo', { title, points: '3.00' })
    expect(stdout).toContain(line)
    expect(await readFile(path.join(out, 'ana-rojas', 'report.md'), 'utf8')).toMatch(/^- \[ \] Puertas LSTM: /m)
  })
})

describe('a mark', () => {
  it('completes a criterion under review: its points are firm, the total follows, and everybody reads why', async () => {
    await writeMarks(marks, 'ana-rojas', [given(8.25, 'Explica cada puerta con un ejemplo propio.')])
    const { exitCode, stdout, stderr } = await report()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).not.toContain('npm run mark')
    expect(stdout).toContain('Explica cada puerta con un ejemplo propio.')
    const after = storedReport(out, 'ana-rojas')
    const reason = 'Explica cada puerta con un ejemplo propio.'
    expect(criterionOf(after)).toMatchObject({
      points: 8.25,
      sum: reviewed.max,
      review: false,
      provisional: 0,
      level: 'bueno',
      mark: { points: 8.25, reason, date: '2026-11-21', stale: false },
    })
    expect(after.score.provisional).toBe(0)
    const others = unmarked.criteria.filter(({ id }) => id !== reviewed.id).reduce((sum, { points }) => sum + points, 0)
    expect(after.score.points).toBe(Math.min(after.score.max, others + 8.25 + after.score.bonus))
    const attained = (of: Report): number | null | undefined => of.cdio.find(({ id }) => id === 'concebir')?.attained
    expect(attained(after)).toBeLessThan(attained(unmarked) ?? NaN)
    const copy = storedReport(out, 'ana-rojas', 'student')
    expect(criterionOf(copy).mark).toEqual(criterionOf(after).mark)
    for (const place of ['', 'student'])
      expect(await readFile(path.join(out, 'ana-rojas', place, 'report.md'), 'utf8')).toContain(
        `Puertas LSTM: 8.25 puntos, puestos a mano el 2026-11-21. ${reason}`,
      )
  })

  it('overrides a criterion that nobody has to look at, too', async () => {
    await writeMarks(marks, 'ana-rojas', [given(1, 'Copiado de otra entrega.', 'implementacion-numpy')])
    await report()
    const after = storedReport(out, 'ana-rojas')
    expect(pointsOf(after, 'implementacion-numpy')).toBe(1)
    expect(criterionOf(after)).toEqual(criterionOf(unmarked))
  })

  it('gives way to a later one, and to being taken back', async () => {
    await writeMarks(marks, 'ana-rojas', [given(2, 'Primera lectura.'), given(6.5, 'Segunda lectura.')])
    await report()
    expect(criterionOf(storedReport(out, 'ana-rojas'))).toMatchObject({
      points: 6.5,
      mark: { reason: 'Segunda lectura.' },
    })
    await writeMarks(marks, 'ana-rojas', [given(2, 'Primera lectura.'), given(null, 'Era otra entrega.')])
    await report()
    expect(storedReport(out, 'ana-rojas')).toEqual(unmarked)
  })

  it('is read from another folder where one is named', async () => {
    const other = path.join(top, 'elsewhere')
    await writeMarks(other, 'ana-rojas', [given(8.25, 'Bien.')])
    await report('--marks', other)
    expect(criterionOf(storedReport(out, 'ana-rojas')).points).toBe(8.25)
    await report()
    expect(criterionOf(storedReport(out, 'ana-rojas')).points).toBe(reviewed.max)
  })
})

describe('a mark that was given to something else', () => {
  it('counts as provisional and is flagged, after the submission has changed', async () => {
    await writeMarks(marks, 'ana-rojas', [given(8.25, 'Bien.')])
    const changed = await submission(path.join(top, 'newer', 'Ana Rojas'), {
      'lstm-cell/lstm-cell.ts': inside('countLstmParams', 'return 0'),
    })
    const again = path.join(top, 'again')
    const deliverable = ['--deliverable', 'lstm-cell', '--seed', '7']
    await run(['grade', changed, ...deliverable, '--out', again, '--rubric', rubric, '--marks', marks])
    const after = storedReport(again, 'ana-rojas')
    expect(criterionOf(after)).toMatchObject({
      points: 8.25,
      review: true,
      provisional: 8.25,
      mark: { points: 8.25, stale: true },
    })
    expect(after.flags).toContainEqual(expect.objectContaining({ kind: 'review', messageId: 'flag.mark-stale' }))
    const { stdout } = await run(['report', again, '--rubric', rubric, '--marks', marks])
    expect(stdout).toContain('npm run mark')
    expect(storedReport(again, 'ana-rojas')).toEqual(after)
    // Without the mark nothing of it is left.
    await run(['report', again, '--rubric', rubric])
    expect(storedReport(again, 'ana-rojas').flags).toEqual(unmarked.flags)
  })

  it('does so without a fingerprint, because nobody can know', async () => {
    const { of: _of, ...bare } = given(8.25, 'Escrita a mano.')
    await writeMarks(marks, 'ana-rojas', [bare])
    await report()
    expect(criterionOf(storedReport(out, 'ana-rojas'))).toMatchObject({ points: 8.25, provisional: 8.25, review: true })
  })

  it('does not count where it is more than there is, and is flagged all the same', async () => {
    const mark = { ...given(18, 'Bien.', 'implementacion-numpy') }
    await writeMarks(marks, 'ana-rojas', [mark])
    await report()
    const after = storedReport(out, 'ana-rojas')
    const before = criterionOf(unmarked, mark.criterion)
    expect(criterionOf(after, mark.criterion)).toMatchObject({
      points: before.points,
      provisional: before.points,
      review: true,
      mark: { points: 18, stale: true },
    })
    expect(after.flags.map(({ messageId }) => messageId)).toContain('flag.mark-too-many')
  })
})

describe('files of marks', () => {
  it('that are wrong end it before anything is graded or changed', async () => {
    const file = await writeMarks(marks, 'ana-rojas', [{ ...given(8, 'Bien.'), criterion: 'puertas-lsmt' }])
    const before = await readFile(path.join(out, 'ana-rojas', 'report.json'), 'utf8')
    const at = { file, place: 'marks[0]', criterion: 'puertas-lsmt', near: reviewed.id }
    const refused = { exitCode: 2, stdout: '', stderr: `✗ ${es('marks.unknown-criterion', at)}` }
    expect(await report()).toEqual(refused)
    expect(await grade()).toEqual(refused)
    expect(await run(['mark', out, '--rubric', rubric])).toEqual(refused)
    expect(await readFile(path.join(out, 'ana-rojas', 'report.json'), 'utf8')).toBe(before)
  })

  it('of nobody are named, with whom they were probably meant for', async () => {
    const file = await writeMarks(marks, 'ana-roja', [given(8, 'Bien.')])
    const { exitCode, stderr } = await report()
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: es('marks.stray', { file, id: 'ana-roja', near: 'ana-rojas' }),
    })
  })

  it('in a folder that is not there are missed, where the folder was named', async () => {
    const { exitCode, stderr } = await report('--marks', path.join(top, 'nowhere'))
    expect(exitCode).toBe(2)
    expect(stderr).toBe(`✗ ${es('marks.no-folder', { path: path.join(top, 'nowhere'), reason: 'ENOENT' })}`)
  })
})

describe('grading anew', () => {
  it('keeps the marks, whatever became of the reports, with other random numbers too', async () => {
    await writeMarks(marks, 'ana-rojas', [given(8.25, 'Bien.')])
    await rm(out, { recursive: true })
    const { exitCode, stdout } = await grade('--seed', '8')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Bien.')
    const after = storedReport(out, 'ana-rojas')
    expect(criterionOf(after)).toMatchObject({ points: 8.25, review: false, provisional: 0, mark: { stale: false } })
    await report()
    expect(storedReport(out, 'ana-rojas')).toEqual(after)
  })
})
