import { readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { expect, it, onTestFinished } from 'vitest'
import { edit, inside, submission, temporary } from './folders.ts'
import { environment, es, repository, startScript } from './run.ts'

const gru = path.join('gru-cell', 'gru-cell.ts')
const lstm = path.join('lstm-cell', 'lstm-cell.ts')

interface Watching {
  /** The next report of which this is true; a save may be seen in two steps, and then it is reported on twice. */
  readonly report: (wanted: (report: string) => boolean) => Promise<string>
  readonly press: (keys: string) => void
  readonly end: Promise<{ readonly exitCode?: number | undefined; readonly stderr: string }>
}

/** `check --watch` on two deliverables. */
function watch(folder: string, tmp: string): Watching {
  const args = ['check', 'lstm-cell', 'gru-cell', '--watch', '--submission', folder]
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
  let screen = ''
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
  })
  const report: Watching['report'] = async (wanted) => {
    for (;;) {
      const whole = screen.split(/(?=Lab 11 · )/).filter((text) => /ocultas.*\n$/.test(text))
      const found = whole.find(wanted)
      screen = screen.slice(whole.join('').length)
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  return { report, press: (keys) => child.stdin.write(keys), end: child }
}

/** What the LSTM printed first. */
function stamps(report: string): string[] {
  return [...report.matchAll(/\| stamp (\d+)/g)].map(([, stamp]) => stamp ?? '').slice(0, 1)
}

it('check --watch checks again what was saved, keeps the verdicts of the rest, and ends with q', async () => {
  const [top, tmp] = [await temporary(), await temporary()]
  const folder = await submission(path.join(top, 'ana'), {
    // What a deliverable printed is shown while something of it fails: here, when it ran.
    [lstm]: (text) =>
      inside('lstmStep', `console.log('stamp', Date.now())`)(inside('countLstmParams', 'return 0')(text)),
  })
  const { report, press, end } = watch(folder, tmp)

  const first = await report(() => true)
  expect(first).toMatch(/^ {2}gru-cell +█{10} /m)
  expect(stamps(first)).toHaveLength(1)

  await edit(path.join(folder, gru), inside('countGruParams', 'return 0'))
  const second = await report((text) => /^ {2}gru-cell {3}█{9}░ {2}\d+ de \d+$/m.test(text))
  expect(second).toContain(es('report.check-title', { name: 'ana' }))
  expect(stamps(second)).toEqual(stamps(first))

  // Some editors write another file and move it into place.
  await writeFile(path.join(top, 'saved.ts'), 'export const nothing = true\n')
  await rename(path.join(top, 'saved.ts'), path.join(folder, gru))
  const third = await report((text) => /^ {2}gru-cell {3}░{10} {2}1 de \d+$/m.test(text))
  expect(stamps(third)).toEqual(stamps(first))

  await edit(path.join(folder, lstm), (text) => text.replace('return 0', 'return 1'))
  const fourth = await report((text) => stamps(text).length > 0 && stamps(text)[0] !== stamps(first)[0])
  expect(fourth).toMatch(/^ {2}lstm-cell {2}█{9}░ {2}\d+ de \d+$/m)

  press('q')
  const { exitCode, stderr } = await end
  expect(exitCode).toBe(0)
  expect(stderr).toContain(es('progress.watching', { path: folder }))
  expect(await readdir(tmp)).toEqual([])
})
