import { describeBackends } from '../backend/describe.ts'
import { loadTf } from '../backend/load.ts'
import type { BackendName } from '../backend/names.ts'
import type { Tf } from '../backend/tf.ts'
import type { MessageId } from '../messages/say.ts'
import type { Tolerance } from '../numeric/compare.ts'
import { stream } from '../numeric/random.ts'
import { none, worseOf, worstOf, type Worst } from '../oracles/margins/deviations.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { ProgressLine } from './progress-line.ts'
import { questions32, questions64, type Named, type Question } from './tolerance-questions.ts'

export interface ToleranceOptions {
  readonly tolerances: boolean
  /** Random cases for every line of the table. */
  readonly cases: number
  readonly seed: number
}

/** How many times the room that right code needs a tolerance must leave it. */
const leastMargin = 10

const columns = [
  'tolerances.column-name',
  'tolerances.column-tolerance',
  'tolerances.column-what',
  'tolerances.column-engine',
  'tolerances.column-error',
  'tolerances.column-margin',
] as const

/** What came of a question under one tolerance; `engine` is a backend, or float64. */
interface Measured extends Named {
  readonly what: MessageId
  readonly engine: string
  readonly worst: Worst
}

/** Measures how much room every tolerance leaves right code, on every backend that loads; less than ten times is an error. */
export async function tolerancesCommand(context: CommandContext, options: ToleranceOptions): Promise<ExitCode> {
  const { say, print, colors } = context
  const { cases, seed } = options
  print(`${colors.bold(say('tolerances.title', { cases, seed }))}\n`)
  const backends = await describeBackends()
  const measured = [...(await measure(context, options, 'float64', questions64, await loadTf('cpu')))]
  for (const { name, available } of backends) {
    if (available) measured.push(...(await measure(context, options, name, questions32, await loadTf(name))))
  }
  print(table(context, measured))
  for (const { name, available } of backends)
    if (!available) print(`  ${colors.yellow('–')} ${say('tolerances.absent', { backend: name })}\n`)
  const narrow = measured.filter(isNarrow)
  for (const line of narrow) print(`  ${colors.red('✗')} ${sayNarrow(context, line)}\n`)
  const least = marginOf(measured.reduce((worst, line) => worseOf(worst, line.worst), none))
  const params = { count: narrow.length, least: leastMargin, margin: rounded(least) }
  print(`${say(narrow.length === 0 ? 'tolerances.passed' : 'tolerances.failed', params)}\n`)
  return narrow.length === 0 ? exit.done : exit.notYet
}

async function measure(
  context: CommandContext,
  { cases, seed }: ToleranceOptions,
  engine: 'float64' | BackendName,
  questions: readonly Question[],
  tf: Tf,
): Promise<Measured[]> {
  const { say } = context
  const line = new ProgressLine(context)
  const measured: Measured[] = []
  for (const { what, pairs, within } of questions) {
    line.show(() => say('tolerances.progress', { engine, what: say(what) }))
    let worst = within.map(() => none)
    for (let k = 0; k < cases; k++) {
      // The same cases on every backend.
      for (const pair of await pairs(stream(seed, what, String(k)), tf))
        worst = within.map(({ tolerance }, index) => worseOf(worst[index] ?? none, worstOf(pair, tolerance)))
    }
    measured.push(...within.map((named, index) => ({ ...named, what, engine, worst: worst[index] ?? none })))
  }
  line.clear()
  return measured
}

function table({ say, colors }: CommandContext, measured: readonly Measured[]): string {
  const head = columns.map((column) => say(column))
  const rows = measured.map(({ name, tolerance, what, engine, worst }) => [
    ...[name, written(tolerance), say(what), engine, exponential(worst.error)],
    `× ${rounded(marginOf(worst))}`,
  ])
  const widths = head.map((_, k) => Math.max(...[head, ...rows].map((row) => row[k]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, k) => cell.padEnd(widths[k] ?? 0))
      .join('  ')
      .trimEnd()
  const marked = measured.map((one, k) => {
    const mark = isNarrow(one) ? colors.red('✗') : colors.green('✓')
    return `  ${mark} ${line(rows[k] ?? [])}\n`
  })
  return `    ${line(head)}\n${marked.join('')}`
}

function sayNarrow({ say }: CommandContext, { name, tolerance, what, engine, worst }: Measured): string {
  const needed = { atol: enough(tolerance.atol, worst), rtol: enough(tolerance.rtol, worst) }
  const params = { tolerance: name, is: written(tolerance), what: say(what), engine, needed: written(needed) }
  return say('tolerances.narrow', { ...params, margin: rounded(marginOf(worst)), least: leastMargin })
}

function isNarrow({ worst }: Measured): boolean {
  return !(marginOf(worst) >= leastMargin)
}

function marginOf({ share }: Worst): number {
  return 1 / share
}

/** The next power of ten that leaves room enough. */
function enough(part: number, { share }: Worst): number {
  return part === 0 ? 0 : 10 ** Math.ceil(Math.log10(part * share * leastMargin) - 1e-9)
}

/** As a reader of the sources knows it: `1e-10 + 1e-9·│x│`. */
function written({ atol, rtol }: Tolerance): string {
  const parts = [atol === 0 ? [] : [exponential(atol)], rtol === 0 ? [] : [`${exponential(rtol)}·│x│`]].flat()
  return parts.length === 0 ? '0' : parts.join(' + ')
}

/** `1e-10`, `8.5e-7`: two digits, and a zero that is only a zero. */
function exponential(value: number): string {
  return value === 0 || !Number.isFinite(value) ? String(value) : value.toExponential(1).replace('.0e', 'e')
}

/** Two digits, and whole from ten on. */
function rounded(margin: number): string {
  if (!Number.isFinite(margin)) return '∞'
  return margin < 1e5 ? String(Number(margin.toPrecision(2))) : exponential(margin).replace('e+', 'e')
}
