import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../messages/say.ts'
import { curveNames } from '../../model/report.ts'
import { htmlReport } from '../../reports/html.ts'
import { chooseIsolation, type Choice } from '../../subject/isolation/choose.ts'
import { filesOf, submission, temporary, untouched } from './folders.ts'
import { tfjsNodeIsInstalled } from './installed.ts'
import { checkOf, full, lost, rubric, storedReport, timeless } from './reports.ts'
import { es, repository, run, type Ran } from './run.ts'

const files = ['', 'student/'].flatMap((copy) => ['html', 'json', 'md'].map((kind) => `${copy}report.${kind}`))

let top = ''
let best: Choice
beforeAll(async () => {
  best = await chooseIsolation(repository)
  top = await temporary()
})

describe('grade of the solutions', () => {
  let ran: Ran
  let out = ''
  beforeAll(async () => {
    out = path.join(top, 'full')
    ran = await run(['grade', 'solutions', '--out', out, '--seed', '7'])
  })

  it('gives every point, since every check passes', () => {
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    const report = storedReport(out, 'solutions')
    expect(lost(report)).toEqual([])
    expect(report.score.points).toBe(report.score.max)
    expect(report.score).toMatchObject({ ...full, level: 'excelente' })
    const stages = new Set(rubric.criteria.flatMap(({ rows }) => rows.map(({ stage }) => stage)))
    expect(report.cdio.map(({ id, attained }) => [id, attained])).toEqual(
      rubric.stages.map(({ id }) => [id, stages.has(id) ? 1 : null]),
    )
    expect(report.checks.every((check) => check.points === check.max)).toBe(true)
    expect(new Set(report.checks.map(({ visibility }) => visibility))).toEqual(new Set(['public', 'hidden']))
  })

  it("writes six files, the instructor's copy and the student's, and says where", async () => {
    expect(await filesOf(out)).toEqual(files.map((file) => `solutions/${file}`))
    expect(ran.stdout).toContain(es('report.grade-title', { name: 'solutions' }))
    const total = full.max.toFixed(2)
    expect(ran.stdout).toContain(es('report.total', { points: total, max: total, level: es('level.excelente') }))
    expect(ran.stdout).toContain(es('progress.next-grade', { path: path.join(out, 'solutions', 'report.html') }))
    const markdown = readFileSync(path.join(out, 'solutions', 'report.md'), 'utf8')
    expect(markdown).toMatch(/^# Lab 11 · solutions$/m)
    expect(markdown).toContain(`**${es('report.total-label')}: ${total} / ${total}** (${es('level.excelente')})`)
    expect(markdown.match(/^- ✅ /gm)).toHaveLength(storedReport(out, 'solutions').checks.length)
    const page = readFileSync(path.join(out, 'solutions', 'report.html'), 'utf8')
    expect(page).toBe(htmlReport(storedReport(out, 'solutions'), 'es'))
    expect(page).toContain(es('page.next-done'))
  })

  it('keeps the curves of the trained models, for the pages to draw', () => {
    const { curves } = storedReport(out, 'solutions')
    expect(new Set(curves.map(({ deliverable }) => deliverable))).toEqual(new Set(['sentiment', 'time-series']))
    expect(new Set(curves.map(({ name }) => name))).toEqual(
      new Set(curveNames.filter((name) => name !== 'predicted.rnn')),
    )
    const page = readFileSync(path.join(out, 'solutions', 'student', 'report.html'), 'utf8')
    expect(page.match(/<polyline /g)).toHaveLength(curves.length)
  })

  it('records the run, and gives the student the same verdicts without the seed', () => {
    const report = storedReport(out, 'solutions')
    const { isolation, reached } = best
    expect(report.run).toMatchObject({ mode: 'full', seed: 7, isolation: isolation.level, reached, backend: 'wasm' })
    expect(ran.stdout.split('\n')[0]).toContain(isolation.level)
    expect(report.run.node).toBe(process.versions.node)
    expect(report.submission.hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    const student = storedReport(out, 'solutions', 'student')
    expect(student).toEqual({ ...report, run: { ...report.run, seed: 0 } })
  })
})

describe('grade of a wrong submission', () => {
  let out = ''
  let wrong = ''
  beforeAll(async () => {
    wrong = await submission(path.join(top, 'Ana Rojas'), {
      // A wrong step, and a gradient that is wrong by itself.
      'gru-cell/gru-cell.ts': (text) =>
        text
          .replace('Matrix.tanh(affine(params.Wh', 'Matrix.sin(affine(params.Wh')
          .replace('Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)'),
    })
    out = path.join(top, 'wrong')
    await run(['grade', wrong, '--deliverable', 'gru-cell', '--out', out, '--seed', '7'])
  })

  it('tells the instructor of every finding, with the seed and the command that repeats it', () => {
    const report = storedReport(out, 'ana-rojas')
    expect(report.submission.name).toBe('Ana Rojas')
    const step = checkOf(report, 'gru-cell/step-reference')
    expect(step).toMatchObject({ visibility: 'hidden', verdict: 'failed', fraction: 0, points: 0 })
    expect(step.finding).toMatchObject({ kind: 'value', seed: 7 })
    expect(step.finding?.expected).toMatch(/^-?\d/)
    expect(step.finding?.received).not.toBe(step.finding?.expected)
    expect(step.finding?.replay).toBe(`npm run grade -- "${wrong}" --deliverable gru-cell --seed 7 --out out`)
    expect(checkOf(report, 'gru-cell/forward-reference')).toMatchObject({ verdict: 'passed', followThrough: true })
    expect(
      report.checks.filter(
        ({ finding, verdict }) => verdict !== 'blocked' && (finding === null) !== (verdict === 'passed'),
      ),
    ).toEqual([])
  })

  it('tells the student nothing about the numbers of hidden checks', () => {
    const report = storedReport(out, 'ana-rojas')
    const student = storedReport(out, 'ana-rojas', 'student')
    const hidden = student.checks.filter(({ visibility, finding }) => visibility === 'hidden' && finding !== null)
    expect(hidden.length).toBeGreaterThan(3)
    for (const { finding } of hidden) {
      expect(Object.keys(finding ?? {}).sort()).toEqual(['kind', 'message', 'messageId', 'params'])
    }
    expect(student.checks.map(({ id, verdict, points }) => [id, verdict, points])).toEqual(
      report.checks.map(({ id, verdict, points }) => [id, verdict, points]),
    )
    const secrets = report.checks
      .filter(({ visibility }) => visibility === 'hidden')
      .flatMap(({ finding }) => [finding?.expected, finding?.received, finding?.replay, finding?.counterexample])
      .filter((secret) => secret !== undefined && secret.length > 4)
    expect(secrets.length).toBeGreaterThan(3)
    for (const file of ['report.json', 'report.md', 'report.html']) {
      const text = readFileSync(path.join(out, 'ana-rojas', 'student', file), 'utf8')
      expect(secrets.filter((secret) => secret !== undefined && text.includes(secret))).toEqual([])
      expect(text).not.toContain('--seed')
    }
  })

  it('shows the student the findings of public checks, without the seed', () => {
    const report = storedReport(out, 'ana-rojas')
    const student = storedReport(out, 'ana-rojas', 'student')
    const step = checkOf(student, 'gru-cell/step-tfjs')
    expect(step.verdict).toBe('failed')
    const { seed: _seed, replay: _replay, ...rest } = checkOf(report, 'gru-cell/step-tfjs').finding ?? {}
    expect(step.finding).toEqual(rest)
    expect(step.finding?.expected).toMatch(/^-?\d/)
  })

  it('gives the same reports again for the same seed, over the earlier ones, and other numbers for another', async () => {
    const before = storedReport(out, 'ana-rojas')
    const again = ['grade', wrong, '--deliverable', 'gru-cell', '--out', out]
    expect(await run([...again, '--seed', '7'])).toMatchObject({ exitCode: 0 })
    const after = storedReport(out, 'ana-rojas')
    expect(timeless(after)).toEqual(timeless(before))
    expect(after.run.startedAt).not.toBe(before.run.startedAt)
    expect(await filesOf(out)).toEqual(files.map((file) => `ana-rojas/${file}`))
    await run([...again, '--seed', '8'])
    const other = storedReport(out, 'ana-rojas')
    expect(other.run.seed).toBe(8)
    const received = [before, other].map((report) => checkOf(report, 'gru-cell/step-reference').finding?.received)
    expect(received[0]).not.toBe(received[1])
  })
})

describe('the options of grade', () => {
  it('grades several folders with one seed, drawn and recorded where none is given, and --deliverable chooses', async () => {
    const out = path.join(top, 'two')
    const folders = ['starter', 'solutions']
    const ran = await run(['grade', ...folders, '--deliverable', 'gru-cell', '--out', out, '--require-isolation', 'L0'])
    expect(ran.exitCode).toBe(0)
    const [starter, solutions] = folders.map((id) => storedReport(out, id))
    expect(starter?.score).toMatchObject({ points: 0, bonus: 0, level: 'insuficiente' })
    expect(solutions?.score.points).toBe(solutions?.score.max)
    const seed = starter?.run.seed ?? 0
    expect(seed).toBeGreaterThan(0)
    expect(solutions?.run.seed).toBe(seed)
    expect(ran.stdout).toContain(es('progress.summary', { count: 2, seed }))
    expect(ran.stdout).toContain(`--seed ${String(seed)}`)
    expect(new Set(solutions?.checks.map(({ deliverable }) => deliverable))).toEqual(new Set(['gru-cell']))
    const next = await run(['grade', 'starter', '--deliverable', 'gru-cell', 'lstm-cell', '--out', out])
    const report = storedReport(out, 'starter')
    expect(next.stdout).toContain(`--seed ${String(report.run.seed)}`)
    expect(report.run.seed).not.toBe(seed)
    expect([...new Set(report.checks.map(({ deliverable }) => deliverable))]).toEqual(['lstm-cell', 'gru-cell'])
  })

  it('grades with the cpu backend of tfjs, and records it', async () => {
    const out = path.join(top, 'cpu')
    const ran = await run(['grade', 'solutions', '--deliverable', 'gru-cell', '--out', out, '--backend', 'cpu'])
    expect(ran.exitCode).toBe(0)
    const report = storedReport(out, 'solutions')
    expect(report.run.backend).toBe('cpu')
    expect(lost(report)).toEqual([])
  })

  it('refuses tfjs-node where it is not installed, as something that cannot be had on this machine', async () => {
    const out = path.join(top, 'native')
    const ran = await run(['grade', 'solutions', '--deliverable', 'gru-cell', '--out', out, '--backend', 'tfjs-node'])
    if (tfjsNodeIsInstalled()) {
      expect(ran.exitCode).toBe(0)
      expect(storedReport(out, 'solutions').run.backend).toBe('tfjs-node')
    } else {
      expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
      expect(ran.stderr).toMatch(/^✗ .*«tfjs-node» .*`--backend wasm`/)
      expect(await filesOf(out)).toBeUndefined()
    }
  })

  it('refuses an isolation level that this machine does not have, before anything is written', async () => {
    const out = path.join(top, 'isolated')
    const ran = await run(['grade', 'solutions', '--out', out, '--require-isolation', 'L3'])
    const [available, reason] = [best.isolation.level, es('isolation.container')]
    expect(ran).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${es('usage.isolation', { wanted: 'L3', available, reason })}`,
    })
    expect(await filesOf(out)).toBeUndefined()
  })

  it('writes nothing outside of OUT, and speaks English with --lang en, also in the reports', async () => {
    const cwd = path.join(top, 'elsewhere')
    await mkdir(cwd)
    await untouched(path.join(cwd, 'ana'))
    const args = ['grade', 'ana', '--deliverable', 'gru-cell', '--out', 'out/here', '--lang', 'en']
    const ran = await run(args, { cwd })
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout).toContain(say('en', 'report.grade-title', { name: 'ana' }))
    expect(ran.stdout).toContain('1 submission graded')
    const out = path.join(cwd, 'out', 'here')
    expect(readFileSync(path.join(out, 'ana', 'report.md'), 'utf8')).toContain(`## ${say('en', 'report.about')}`)
    const init = checkOf(storedReport(out, 'ana'), 'gru-cell/init-shapes').finding
    expect(init?.message).toBe(say('en', 'subject.not-implemented', { fn: 'initGru', task: 'G1' }))
    expect(init?.replay).toMatch(/^npm run grade -- ana --deliverable gru-cell --seed \d+ --out out$/)
    expect((await filesOf(cwd))?.filter((file) => !file.startsWith('ana/'))).toEqual(
      files.map((file) => `out/here/ana/${file}`),
    )
    expect((await filesOf(path.join(cwd, 'ana')))?.length).toBe(3)
  })
})
