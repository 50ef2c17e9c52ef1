import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { canvasImport } from '../reports/consumers/canvas.ts'
import { reported } from '../reports/consumers/reporter.ts'
import { obeyed } from '../reports/consumers/runner.ts'
import { objections } from '../reports/consumers/schemas.ts'
import { filesOf, inside, submission, temporary } from './folders.ts'
import { rubric, storedReport } from './reports.ts'
import { es, run } from './run.ts'

let [top, stored, out] = ['', '', '']
beforeAll(async () => {
  top = await temporary()
  stored = path.join(top, 'stored')
  const ana = await submission(path.join(top, 'class', 'ana'), {
    'gru-cell/gru-cell.ts': inside('gruStep', 'throw new Error("::error::x\\n::notice title=Points::20/20")'),
  })
  await submission(path.join(top, 'class', 'luis'))
  const graded = await run(['grade', path.dirname(ana), '--deliverable', 'gru-cell', '--seed', '7', '--out', stored])
  expect(graded.exitCode).toBe(0)
})

/** A fresh copy of the graded class, one or both of its submissions. */
async function reports(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await store(id, storedReport(stored, id))
}

async function store(id: string, report: Report): Promise<void> {
  await mkdir(path.join(out, id), { recursive: true })
  await writeFile(path.join(out, id, 'report.json'), JSON.stringify(report))
}

const text = (...place: readonly string[]): Promise<string> => readFile(path.join(out, ...place), 'utf8')

beforeEach(async () => {
  out = path.join(top, 'out')
  await rm(out, { recursive: true, force: true })
})

describe("report in other systems' forms", () => {
  it('writes each where it belongs, and says where', async () => {
    await reports('ana', 'luis')
    const own = ['github-summary', 'github-annotations', 'classroom', 'gradescope', 'junit']
    const { exitCode, stdout, stderr } = await run(['report', out, '--format', ...own, 'moodle', 'canvas'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(await filesOf(path.join(out, 'luis', 'student'))).toEqual([
      'annotations.txt',
      'classroom.txt',
      'gradescope.json',
      'junit.xml',
      'report.html',
      'report.json',
      'report.md',
      'summary.md',
    ])
    const place = path.join(out, 'ana', 'student', 'junit.xml')
    expect(stdout).toContain(es('progress.format', { format: 'junit', path: place, more: 1 }))
    expect(stdout).toContain(es('progress.format', { format: 'canvas', path: path.join(out, 'canvas.csv'), more: 0 }))
    const [ana, luis] = ['ana', 'luis'].map((id) => storedReport(out, id).score)
    expect(objections('gradescope', JSON.parse(await text('ana', 'student', 'gradescope.json')))).toEqual([])
    const max = String(Math.round(ana?.max ?? NaN))
    expect(reported(await text('ana', 'student', 'classroom.txt')).points).toBe(
      `Points ${String(Math.round(ana?.points ?? NaN))}/${max}`,
    )
    expect(canvasImport(await text('canvas.csv')).students).toMatchObject([
      { login: 'ana', score: ana?.points.toFixed(2) },
      { login: 'luis', score: luis?.points.toFixed(2) },
    ])
    expect(await text('moodle.csv')).toContain(`\r\nluis,${luis?.points.toFixed(2) ?? ''},`)
  })

  it('of a repository of one submission takes what Classroom 50 tells, and says what it does not', async () => {
    await reports('ana')
    const env = {
      ...{ CLASSROOM: 'dl', ASSIGNMENT: 'lab11', USERNAME: 'ana', SUBMISSION_TAG: 'submit/1' },
      ...{ COMMIT_URL: 'https://x.example/c', RELEASE_URL: 'https://x.example/r' },
    }
    const args = ['report', out, '--format', 'classroom50']
    expect((await run(args, { env })).exitCode).toBe(0)
    const written = JSON.parse(await text('ana', 'student', 'classroom50.json')) as object
    expect(objections('classroom50', written)).toEqual([])
    expect(written).toMatchObject({ owner: 'ana', submission: 'submit/1', review: 'https://x.example/c' })
    const { CLASSROOM: _one, COMMIT_URL: _other, ...rest } = env
    for (const [given, sentence] of [
      [rest, es('usage.classroom50-env', { names: 'CLASSROOM, COMMIT_URL' })],
      [{ ...env, SUBMISSION_TAG: 'v1' }, es('usage.classroom50-odd', { type: 'individual', tag: 'v1' })],
      [{ ...env, ASSIGNMENT_TYPE: 'solo' }, es('usage.classroom50-odd', { type: 'solo', tag: 'submit/1' })],
    ] as const) {
      expect(await run(args, { env: given })).toEqual({ exitCode: 2, stdout: '', stderr: `✗ ${sentence}` })
    }
    await reports('luis')
    expect((await run(args, { env })).stderr).toBe(`✗ ${es('usage.classroom50-one', { count: 2 })}`)
  })

  it('prints annotations that name the file in the repository, and obeys nothing of a student', async () => {
    await reports('ana')
    const { stdout } = await run(['report', out, '--annotations', '--folder', 'starter'])
    const commands = obeyed(stdout)
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.map(({ properties }) => properties['file'])).toContain('starter/gru-cell/gru-cell.ts')
    expect(commands.filter(({ properties }) => properties['title'] === 'Points')).toEqual([])
    expect(obeyed((await run(['report', out])).stdout)).toEqual([])
  })

  it('adds to the summary of a step where GitHub asks for one, within what is left of its room', async () => {
    await reports('ana', 'luis')
    const step = path.join(top, 'step.md')
    await writeFile(step, 'before\n')
    const args = ['report', out, '--format', 'github-summary', '--lang', 'en']
    const { stdout } = await run(args, { env: { GITHUB_STEP_SUMMARY: step } })
    expect(stdout).toContain('The summary was added to that of the GitHub Actions step.')
    expect(await readFile(step, 'utf8')).toMatch(/^before\n# Lab 11\n[^]*## Lab 11 · ana\n[^]*## Lab 11 · luis\n/)
    await appendFile(step, 'x'.repeat(1024 * 1024 - 6_000 - (await readFile(step)).length))
    await run(args, { env: { GITHUB_STEP_SUMMARY: step } })
    const full = await readFile(step)
    expect(full.length).toBeLessThanOrEqual(1024 * 1024)
    expect(full.toString()).toMatch(/There is no room for \d+ more lines here[^\n]*\n$/)
    expect((await run(['report', out], { env: { GITHUB_STEP_SUMMARY: step } })).exitCode).toBe(0)
    expect((await readFile(step)).length).toBe(full.length)
  })

  it('says that the summary of the step cannot be written', async () => {
    await reports('ana')
    const { exitCode, stderr } = await run(['report', out, '--format', 'github-summary'], {
      env: { GITHUB_STEP_SUMMARY: top },
    })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `✗ ${es('usage.out-unwritable', { path: top, reason: 'EISDIR' })}`,
    })
  })

  it('takes what check prints as JSON: feedback at a push, on the public checks', async () => {
    const checked = await run(['check', 'gru-cell', '--submission', path.join(top, 'class', 'ana'), '--json'])
    await store('push', JSON.parse(checked.stdout) as Report)
    const { exitCode, stdout } = await run(['report', out, '--format', 'github-summary', '--annotations'])
    expect(exitCode).toBe(0)
    expect(obeyed(stdout).some(({ name }) => name === 'error')).toBe(true)
    expect(await text('push', 'student', 'summary.md')).toContain('> Solo se ejecutaron las comprobaciones públicas')
  })
})

describe('report gives a gradebook no grades that may still change', () => {
  const refusal = async (names: string, count = 1): Promise<void> => {
    const before = await filesOf(out)
    expect(await run(['report', out, '--format', 'junit', 'moodle'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: es('gradebook.unsettled', { count, names }),
    })
    expect(await filesOf(out)).toEqual(before)
    expect((await run(['report', out, '--format', 'moodle', '--allow-provisional'])).exitCode).toBe(0)
    expect((await text('moodle.csv')).split('\r\n').length).toBeGreaterThan(2)
  }

  it('because somebody still has to look at a part of it', async () => {
    await reports('luis')
    const criteria = rubric.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) => (row.id === '2i-forward' ? { ...row, review: true } : row)),
    }))
    const file = path.join(top, 'reviewed.json')
    await writeFile(file, JSON.stringify({ ...rubric, criteria }))
    const args = ['report', out, '--rubric', file, '--format', 'canvas', 'gradescope']
    const refused = await run(args)
    expect({ ...refused, stderr: '' }).toEqual({ exitCode: 1, stdout: '', stderr: '' })
    expect(refused.stderr).toMatch(/: luis \(\d+\.\d\d puntos provisionales\)\./)
    expect(await filesOf(path.join(out, 'luis'))).toEqual(['report.json'])
    expect((await run([...args, '--allow-provisional'])).exitCode).toBe(0)
    const { provisional } = storedReport(out, 'luis').score
    expect(provisional).toBeGreaterThan(0)
    expect(await text('luis', 'student', 'gradescope.json')).toContain(
      `${provisional.toFixed(2)} puntos son provisionales`,
    )
  })

  it('because the grader failed on a check', async () => {
    await reports('luis')
    const { checks, ...report } = storedReport(stored, 'ana')
    const [first, ...others] = checks
    if (!first) throw new Error('no checks')
    await store('ana', { ...report, checks: [{ ...first, verdict: 'faulted', fault: 'x', finding: null }, ...others] })
    await refusal(`ana (${es('gradebook.reason-faults', { count: 1 })})`)
  })

  it('because only public checks ran, or not the long ones', async () => {
    const report = storedReport(stored, 'ana')
    await store('ana', { ...report, run: { ...report.run, mode: 'public', quick: true } })
    await refusal(`ana (${es('gradebook.reason-public')}, ${es('gradebook.reason-quick')})`)
  })

  it('because grading was cut short', async () => {
    await reports('ana')
    await mkdir(path.join(out, 'luis'))
    await writeFile(path.join(out, 'luis', 'partial.json'), '{}')
    await refusal(`luis (${es('gradebook.reason-partial')})`)
  })

  it('nor two of one name', async () => {
    await reports('ana')
    const report = storedReport(stored, 'luis')
    await store('luis', { ...report, submission: { ...report.submission, name: 'Ana ' } })
    expect(await run(['report', out, '--format', 'canvas'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${es('usage.same-name', { name: 'Ana ', ids: 'ana, luis' })}`,
    })
  })
})
