import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { say } from '../../messages/say.ts'
import { parseReport, timeless, unasked } from './reports.ts'
import { es, repository, run } from './run.ts'

// One escape character is what these tests look for.
const escape = String.fromCharCode(27)

describe('check of the untouched starter', () => {
  it('exits 1 and names the one next step, with its task, its place in the handout and the command to repeat it', async () => {
    const { exitCode, stdout, stderr } = await run(['check'])
    expect(exitCode).toBe(1)
    expect(stderr).toBe('')
    expect(stdout).toContain(`${es('report.check-title', { name: 'starter' })} · ${es('report.seed', { seed: 11 })}\n`)
    for (const slug of ['rnn-bptt', 'lstm-cell', 'gru-cell']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${slug} .* 2 de \\d+ {2}${es('report.not-started')}$`, 'm'))
    }
    const [, step = ''] = stdout.split(es('report.next'))
    expect(step).toContain(es('subject.not-implemented', { fn: 'initRnn', task: 'R1' }))
    expect(step).toContain(`${es('report.again')}: npm run check -- rnn-bptt --seed 11\n`)
    expect(step).toContain(`npm run check -- ${unasked.join(' ')} --all\n`)
    const [, file = '', anchor = ''] = /: (assignments\S+)#(\S+)/.exec(step) ?? []
    expect(readFileSync(path.join(repository, file), 'utf8')).toContain(`<a id="${anchor}"></a>`)
  })

  it('shows several deliverables in the order of the course, and no other', async () => {
    const { stdout } = await run(['check', 'gru-cell', 'lstm-cell'])
    expect([...stdout.matchAll(/^ {2}(\S+) +[█░]{10} /gm)].map(([, slug]) => slug)).toEqual(['lstm-cell', 'gru-cell'])
    expect(stdout).not.toContain('rnn-bptt')
    expect(stdout).not.toContain('○ `initGru`')
  })

  it('shows every failure with --all, each with its own section of the handout', async () => {
    const { exitCode, stdout } = await run(['check', 'gru-cell', '--all'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain(es('report.failing'))
    const anchors = [...stdout.matchAll(/: assignments\/gru-cell\/README\.md#(\w+)/g)].map(([, id]) => id)
    expect([...new Set(anchors)]).toEqual(['g1', 'g2', 'g3', 'g5'])
    expect(stdout).not.toContain('--all')
  })

  it('speaks English with --lang en as with LAB_LANG=en, and --lang wins', async () => {
    const option = await run(['check', 'gru-cell', '--lang', 'en'])
    expect(option.exitCode).toBe(1)
    expect(option.stdout).toContain(say('en', 'report.next'))
    expect(option.stdout).toContain(say('en', 'subject.not-implemented', { fn: 'initGru', task: 'G1' }))
    expect(option.stdout).toContain(`${say('en', 'report.handout')}: assignments/gru-cell/README.en.md#g1\n`)
    expect(existsSync(path.join(repository, 'assignments', 'gru-cell', 'README.en.md'))).toBe(true)
    const variable = await run(['check', 'gru-cell'], { env: { LAB_LANG: 'en_GB.UTF-8' } })
    expect(variable).toEqual(option)
    const both = await run(['check', '--lang=es', 'nothing'], { env: { LAB_LANG: 'en' } })
    expect(both.stderr).toContain('«nothing»')
  })

  it('is coloured when FORCE_COLOR asks for it, never under NO_COLOR, and says the same', async () => {
    const plain = await run(['check', 'gru-cell'])
    const coloured = await run(['check', 'gru-cell'], { env: { FORCE_COLOR: '1' } })
    expect(plain.stdout).not.toContain(escape)
    expect(coloured.stdout).toContain(`${escape}[1m`)
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout)
    const complaints = await Promise.all(
      [{}, { FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }, { FORCE_COLOR: '1', NO_COLOR: '1' }].map((env) =>
        run(['check', 'nothing'], { env }),
      ),
    )
    expect(complaints.map(({ stderr }) => stderr.includes(escape))).toEqual([false, true, false, false])
  })
})

describe('check of the solutions', () => {
  it('exits 0 and says that all public checks pass', async () => {
    const { exitCode, stdout } = await run(['check', '--submission', 'solutions'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`✓ ${es('report.all-passed')}\n  ${es('report.next-all-passed')}\n`)
    const rows = [...stdout.matchAll(/^ {2}(\S+) +█{10} {2}(\d+) de (\d+) {2}\S+$/gm)]
    expect(rows.map(([, slug]) => slug)).toEqual(unasked)
    expect(rows.every(([, , passed, total]) => passed === total)).toBe(true)
    const [, points = '', max = ''] = /(\d+\.\d\d) \D+ (\d+\.\d\d)\.$/m.exec(stdout) ?? []
    expect(points).toBe(max)
    expect(stdout).toContain(es('report.public-points', { points, max }))
    const [, checks = '', worth = ''] = /(\d+) \D+ (\d+\.\d\d) \D+$/.exec(stdout) ?? []
    expect(stdout).toContain(es('report.hidden', { checks: Number(checks), points: worth }))
  })

  it('lists the claims of a single deliverable, and --json says the same, as a valid report of public checks only', async () => {
    const args = ['check', 'gru-cell', '--submission', 'solutions', '--seed', '5']
    const { stdout } = await run(args)
    const json = await run([...args, '--json'])
    expect(json).toMatchObject({ exitCode: 0, stderr: '' })
    const report = parseReport(json.stdout)
    expect(report.run).toMatchObject({ mode: 'public', seed: 5, backend: 'wasm', isolation: 'L0', reached: null })
    expect(report.submission).toMatchObject({ id: 'solutions', name: 'solutions', submittedAt: null })
    expect(report.checks.length).toBeGreaterThan(10)
    expect(report.checks.every(({ visibility }) => visibility === 'public')).toBe(true)
    expect(report.checks.every(({ deliverable }) => deliverable === 'gru-cell')).toBe(true)
    expect(report.score.hidden.checks).toBeGreaterThan(report.checks.length)
    expect(stdout).toContain(es('report.seed', { seed: 5 }))
    expect(stdout.match(/^ {2}✓ .+$/gm)).toEqual(report.checks.map(({ claim }) => `  ✓ ${claim}`))
  })

  it('gives the same JSON for the same seed, but for the times', async () => {
    const args = ['check', 'gru-cell', '--submission', 'solutions', '--seed', '5', '--json']
    const first = parseReport((await run(args)).stdout)
    const second = parseReport((await run(args)).stdout)
    expect(timeless(second)).toEqual(timeless(first))
    expect(first.run.startedAt).not.toBe(second.run.startedAt)
  })

  it('passes on the cpu backend of tfjs too', async () => {
    const { exitCode, stdout } = await run(['check', 'gru-cell', '--submission', 'solutions', '--backend', 'cpu'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`✓ ${es('report.all-passed')}`)
  })
})
