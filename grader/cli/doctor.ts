import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeBackends, type BackendStatus } from '../backend/describe.ts'
import { bundleSubject } from '../subject/bundle.ts'
import { permissionFlag } from '../subject/confinement.ts'
import { surveyIsolation, type Trial } from '../subject/isolation/choose.ts'
import { confinementOf, type Isolation } from '../subject/isolation/levels.ts'
import { matrixRuntime } from '../subject/runtime.ts'
import { Subject } from '../subject/subject.ts'
import { stage } from '../submission/stage.ts'
import { Session } from '../grading/session.ts'
import { sayAny } from '../messages/say.ts'
import { LabError } from '../model/errors.ts'
import type { Workshop } from '../running/catalogue.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { describeTrial } from './isolation.ts'
import { findBrowser } from './pdf.ts'

/** Says what this machine has, what is missing and how to get it. */
export async function doctorCommand(context: CommandContext): Promise<ExitCode> {
  const { say, print, colors, workshop } = context
  const lines: { state: 'ok' | 'optional' | 'missing'; text: string }[] = []
  const good = nodeIsSupported(process.versions.node)
  lines.push({
    state: good ? 'ok' : 'missing',
    text: say(good ? 'doctor.node' : 'doctor.node-old', { version: process.versions.node }),
  })
  lines.push({ state: 'ok', text: say('doctor.permission', { flag: permissionFlag() }) })
  const trials = await surveyIsolation(workshop.root)
  const best = trials.find((trial) => 'isolation' in trial)
  lines.push({ state: best ? 'ok' : 'missing', text: say('doctor.isolation', { level: best?.level ?? 'none' }) })
  lines.push(...trials.map((trial) => levelLine(context, trial)))
  const failure = best ? await subjectFailure(workshop, best.isolation) : ''
  lines.push({
    state: failure === '' ? 'ok' : 'missing',
    text: failure === '' ? say('doctor.subject') : say('doctor.subject-failed', { error: failure }),
  })
  for (const status of await describeBackends()) lines.push(backendLine(context, status))
  lines.push(await rubricLine(context))
  lines.push(browserLine(context))
  lines.push({ state: 'ok', text: say('doctor.cache', { path: workshop.cache }) })
  const marks = { ok: colors.green('✓'), optional: colors.yellow('–'), missing: colors.red('✗') }
  print(
    `${colors.bold(say('doctor.title'))}\n${lines.map(({ state, text }) => `  ${marks[state]} ${text}\n`).join('')}`,
  )
  const healthy = lines.every(({ state }) => state !== 'missing')
  print(`${say(healthy ? 'doctor.ok' : 'doctor.not-ok')}\n`)
  return healthy ? exit.done : exit.usage
}

/** As `engines` in package.json says. */
export function nodeIsSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
}

/** A level that does not hold is a pity, not a fault. */
function levelLine(context: CommandContext, trial: Trial): { state: 'ok' | 'optional'; text: string } {
  return { state: 'why' in trial ? 'optional' : 'ok', text: describeTrial(context, trial) }
}

function backendLine(
  { say }: CommandContext,
  { name, available, reason, detail }: BackendStatus,
): { state: 'ok' | 'optional' | 'missing'; text: string } {
  if (available) return { state: 'ok', text: say('doctor.backend', { name, detail }) }
  const text =
    reason === 'absent'
      ? say('doctor.backend-absent', { name })
      : say('doctor.backend-broken', { name, detail: detail.split('\n')[0] ?? '' })
  return { state: name === 'tfjs-node' ? 'optional' : 'missing', text }
}

/** Only a report as PDF needs one. */
function browserLine({ say }: CommandContext): { state: 'ok' | 'optional'; text: string } {
  try {
    return { state: 'ok', text: say('doctor.browser', { path: findBrowser() }) }
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    return { state: 'optional', text: say('doctor.browser-absent') }
  }
}

async function rubricLine({
  say,
  workshop,
  language,
}: CommandContext): Promise<{ state: 'ok' | 'missing'; text: string }> {
  try {
    const session = await Session.open(workshop)
    session.discard()
    const checks = session.deliverables.reduce((sum, deliverable) => sum + deliverable.checks.length, 0)
    return { state: 'ok', text: say('doctor.rubric', { criteria: session.rubric.criteria.length, checks }) }
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    return { state: 'missing', text: sayAny(language, error.messageId, error.params) }
  }
}

/** Starts a real subject on the first starter and asks for its exports; '' when it answers. */
async function subjectFailure(workshop: Workshop, isolation: Isolation): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lab11-doctor-'))
  if (isolation.level === 'U') chmodSync(folder, 0o711)
  try {
    const slug = 'probe'
    const bytes = new TextEncoder().encode('export function answer(): number { return 42 }\n')
    const loaded = { slug, files: [{ path: `${slug}.ts`, bytes }] }
    await stage(loaded, path.join(workshop.root, 'solutions', 'shared'), folder)
    const runtime = await matrixRuntime(workshop.root, workshop.cache)
    const bundle = await bundleSubject({ slug, staging: folder, runtime, out: path.join(folder, 'out') })
    for (const name of ['cwd', 'pids']) mkdirSync(path.join(folder, name))
    const places = { cwd: path.join(folder, 'cwd'), pids: path.join(folder, 'pids') }
    const subject = new Subject({
      bundle,
      confinement: confinementOf(isolation),
      seed: 1,
      deadlineMs: 20_000,
      ...places,
    })
    const answer = await subject.call('answer')
    subject.close()
    return answer === 42 ? '' : String(answer)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
