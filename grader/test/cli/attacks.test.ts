import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { cp, readdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chooseIsolation, type Choice } from '../../subject/isolation/choose.ts'
import { temporary } from './folders.ts'
import { parseReport, storedReport } from './reports.ts'
import { environment, repository, startScript } from './run.ts'

const secret = 'only-the-grader-knows'
/** Node keeps low descriptors to itself, and hands such a high one on. */
const pipe = 77
const fixture = path.join(repository, 'grader', 'test', 'submissions', 'attacks-at-import')

/** What the attacks of one run reached, seen from outside. */
interface Seen {
  readonly stdout: string
  readonly stderr: string
  readonly heard: readonly string[]
  readonly wrote: boolean
}

let top = ''
let best: Choice
beforeAll(async () => {
  top = await temporary()
  best = await chooseIsolation(repository)
})

/** Runs a command on the fixture with a secret in its environment, in a file beside it and in an open descriptor. */
async function attack(name: string, args: (submission: string) => readonly string[]): Promise<Seen> {
  const submission = path.join(top, name)
  await cp(fixture, submission, { recursive: true })
  const [file, kept] = [path.join(top, `${name}.written`), path.join(top, `${name}.secret`)]
  await writeFile(kept, secret)
  const heard: string[] = []
  const where = { port: await listen(0, 'tcp', heard), socket: path.join(top, `${name}.socket`) }
  await listen(where.socket, 'socket', heard)
  const attacks = path.join(submission, 'lstm-cell', 'attacks.ts')
  const target = `const target = ${JSON.stringify({ ...where, secret: kept, file, pipe })}\n`
  await writeFile(attacks, readFileSync(attacks, 'utf8').replace(/^const target = .*\n/m, target))
  const open = openSync(kept, 'r')
  const child = spawn(process.execPath, [startScript(), ...args(submission)], {
    env: environment({ SECRET: secret }),
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe', ...Array<'ignore'>(pipe - 3).fill('ignore'), open],
  })
  const [stdout, stderr] = await Promise.all([said(child.stdout), said(child.stderr)])
  closeSync(open)
  return { stdout, stderr, heard, wrote: existsSync(file) }
}

async function listen(where: number | string, name: string, heard: string[]): Promise<number> {
  const server = createServer((connection) => {
    heard.push(name)
    connection.on('error', () => undefined).destroy()
  })
  if (typeof where === 'string') server.listen(where)
  else server.listen(where, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return typeof where === 'string' ? 0 : (server.address() as AddressInfo).port
}

describe('A submission that attacks while it is loaded', () => {
  it('scores in grade what zeros score, reads no secret, and reaches only what the report says is open', async () => {
    const out = path.join(top, 'out')
    const seen = await attack('grade', (submission) => [
      'grade',
      submission,
      '--deliverable',
      'lstm-cell',
      '--out',
      out,
    ])
    const report = storedReport(out, 'grade')
    expect(report.run).toMatchObject({ isolation: best.isolation.level, reached: best.reached })
    expect(report.score).toMatchObject({ points: 0, bonus: 0 })
    expect(report.checks.filter(({ verdict }) => verdict === 'faulted')).toEqual([])
    const places = report.flags.map(({ messageId, params }) => [messageId, params['name'], params['place']])
    expect(places).toContainEqual(['review.surroundings', 'process', 'lstm-cell/attacks.ts:7'])
    const open = { tcp: best.reached.includes('connect'), socket: best.reached.includes('socket') }
    expect(seen.heard.filter((name) => !open[name as 'tcp' | 'socket'])).toEqual([])
    expectUnharmed(seen, JSON.stringify(report))
    expect((await readdir(out)).sort()).toEqual(['grade'])
  })

  it('is no better off in check, at L0: no inspector, no secret, no file', async () => {
    const seen = await attack('check', (submission) => ['check', 'lstm-cell', '--submission', submission, '--json'])
    const report = parseReport(seen.stdout)
    expect(report.score).toMatchObject({ points: 0, bonus: 0 })
    expectUnharmed(seen, seen.stdout)
  })
})

function expectUnharmed({ stderr, wrote }: Seen, report: string): void {
  // Node says `Debugger listening on …` when SIGUSR1 reaches it.
  expect(stderr).not.toMatch(/Debugger|forged/)
  expect(wrote).toBe(false)
  // Not `toContain`, which would print the whole report.
  expect(report.includes(secret)).toBe(false)
}

function said(stream: Readable | null): Promise<string> {
  return stream ? text(stream) : Promise.resolve('')
}
