import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execa } from 'execa'
import { expect, it, onTestFinished } from 'vitest'
import { filesOf, inside, submission, temporary } from './folders.ts'
import { lost, storedReport } from './reports.ts'
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

it('Ctrl-C in the middle of a grade leaves whole reports and nothing else', async () => {
  const top = await temporary()
  const good = await submission(path.join(top, 'good'))
  const loop = await submission(path.join(top, 'loop'), { 'gru-cell/gru-cell.ts': inside('initGru', 'for (;;);') })
  const [out, tmp] = [path.join(top, 'out'), await temporary()]
  const args = ['grade', good, loop, '--deliverable', 'gru-cell', '--timeout', '600', '--out', out]
  const child = execa(process.execPath, [startScript(), ...args], {
    cwd: repository,
    env: environment({ TMPDIR: tmp, TEMP: tmp, TMP: tmp }),
    extendEnv: false,
    reject: false,
    timeout: 60_000,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  // The first report is there, so that whatever runs now is the endless loop of the second submission.
  await until(() => (existsSync(path.join(out, 'good', 'student', 'report.md')) ? true : undefined))
  const bundle = await until(async () => {
    const lines = await commandLines()
    return lines.find((line) => line.includes(tmp) && line.includes('run-2'))
  })
  expect(bundle).toContain(path.join('bundles', 'gru-cell.mjs'))

  child.kill('SIGINT')
  const { exitCode, stderr } = await child

  expect(exitCode).toBe(130)
  expect(stderr).toContain(es('progress.interrupted'))
  const files = ['report.json', 'report.md', 'student/report.json', 'student/report.md']
  expect(await filesOf(out)).toEqual(files.map((file) => `good/${file}`))
  expect(lost(storedReport(out, 'good'))).toEqual([])
  expect(readdirSync(tmp)).toEqual([])
  expect((await commandLines()).filter((line) => line.includes(tmp))).toEqual([])
})
