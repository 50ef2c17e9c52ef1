import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { expect, it, onTestFinished } from 'vitest'
import { reportOf } from '../reports/example.ts'
import { filesOf, inside, submission, temporary } from './folders.ts'
import { lost, parseReport, storedReport } from './reports.ts'
import { environment, es, repository, startScript } from './run.ts'

/** The command lines of all processes, by what the system offers. */
async function commandLines(): Promise<readonly string[]> {
  if (!existsSync('/proc/self/cmdline')) return (await execa('ps', ['-A', '-o', 'args='])).stdout.split('\n')
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
}

async function until<Value>(what: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await what()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Starts a command whose temporary files are in `tmp`, and that is gone when the test is. */
function start(
  args: readonly string[],
  tmp: string,
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof launch> {
  const child = launch(args, tmp, env)
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

const launch = (args: readonly string[], tmp: string, env: Readonly<Record<string, string>>) =>
  execa(process.execPath, [startScript(), ...args], {
    cwd: repository,
    env: environment({ TMPDIR: tmp, TEMP: tmp, TMP: tmp, ...env }),
    extendEnv: false,
    reject: false,
    timeout: 120_000,
  })

it('Ctrl-C in the middle of a grade leaves whole reports and nothing else', async () => {
  const top = await temporary()
  const good = await submission(path.join(top, 'good'))
  const loop = await submission(path.join(top, 'loop'), { 'gru-cell/gru-cell.ts': inside('initGru', 'for (;;);') })
  const [out, tmp] = [path.join(top, 'out'), await temporary()]
  const args = ['grade', good, loop, '--deliverable', 'gru-cell', '--timeout', '600', '--out', out]
  const child = start(args, tmp)
  // The first report is there, so that whatever runs now is the endless loop of the second submission.
  await until(() => (existsSync(path.join(out, 'good', 'student', 'report.html')) ? true : undefined))
  const bundle = await until(async () => {
    const lines = await commandLines()
    return lines.find((line) => line.includes(tmp) && line.includes('run-2'))
  })
  expect(bundle).toContain(path.join('bundles', 'gru-cell.mjs'))

  child.kill('SIGINT')
  const { exitCode, stderr } = await child

  expect(exitCode).toBe(130)
  expect(stderr).toContain(es('progress.interrupted'))
  const files = ['', 'student/'].flatMap((copy) => ['html', 'json', 'md'].map((kind) => `${copy}report.${kind}`))
  expect(await filesOf(out)).toEqual(files.map((file) => `good/${file}`))
  expect(lost(storedReport(out, 'good'))).toEqual([])
  expect(readdirSync(tmp)).toEqual([])
  expect((await commandLines()).filter((line) => line.includes(tmp))).toEqual([])
})

it('A grade that is cut short leaves what was through, and says that it is no grade', async () => {
  const top = await temporary()
  const [half, out, tmp] = [path.join(top, 'half'), path.join(top, 'out'), await temporary()]
  await submission(half, { 'gru-cell/gru-cell.ts': inside('initGru', 'for (;;);') })
  const partial = path.join(out, 'half', 'partial.json')
  const args = ['grade', half, '--deliverable', 'rnn-bptt', 'gru-cell', '--out', out]
  const child = start([...args, '--timeout', '600'], tmp)
  await until(() => (existsSync(partial) ? true : undefined))
  child.kill('SIGKILL')
  await child

  const report = parseReport(readFileSync(partial, 'utf8'))
  expect(new Set(report.checks.map(({ deliverable }) => deliverable))).toEqual(new Set(['rnn-bptt']))
  expect(lost(report)).toEqual([])
  expect(report.score.points).toBe(report.score.max)
  expect(report.flags.map(({ kind, message }) => [kind, message])).toEqual([
    ['not-graded', es('flag.unfinished', { count: 1, deliverables: 'gru-cell' })],
  ])
  expect(await filesOf(out)).toEqual(['half/partial.json'])

  // Graded to its end over it, nothing of it is left.
  await submission(half)
  expect((await start(args, tmp)).exitCode).toBe(0)
  expect(await filesOf(out)).not.toContain('half/partial.json')
  expect(storedReport(out, 'half').flags).toEqual([])
})

it.skipIf(process.platform === 'win32')(
  'Ctrl-C while a page is printed ends the browser, and leaves nothing of it',
  async () => {
    const [top, tmp] = [await temporary(), await temporary()]
    const [out, browser] = [path.join(top, 'out'), path.join(top, 'browser')]
    await mkdir(path.join(out, 'ana'), { recursive: true })
    await writeFile(path.join(out, 'ana', 'report.json'), JSON.stringify(reportOf([])))
    // Like a browser, it is more than one process, and writes where it was told to.
    await writeFile(browser, '#!/bin/sh\nmkdir "$TMPDIR/profile"\nsleep 600 &\nsleep 600 "$@"\n', { mode: 0o755 })
    const child = start(['report', out, '--pdf'], tmp, { CHROME_PATH: browser })
    const printing = async (): Promise<boolean> =>
      (await commandLines()).some((line) => line.includes(`--user-data-dir=${tmp}`))
    await until(async () => ((await printing()) ? true : undefined))

    child.kill('SIGINT')
    expect((await child).exitCode).toBe(130)
    expect(readdirSync(tmp)).toEqual([])
    expect(await printing()).toBe(false)
  },
)
