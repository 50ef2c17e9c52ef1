import { cpus } from 'node:os'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bagOfWordsAccuracy } from '../deliverables/sentiment/resenas/bag-of-words.ts'
import { drawReviews, type Reviews } from '../deliverables/sentiment/resenas/reviews.ts'
import type { Report } from '../model/report.ts'
import { stream } from '../numeric/random.ts'
import { diagnosisCosts } from './diagnosis.ts'
import { startCost, type StartCost } from './isolation.ts'
import { cost, median } from './process.ts'
import { printSteps, stepCosts, type StepCost } from './training.ts'
import { watchLatencies } from './watch.ts'

/** One measured figure beside what it may cost at most. */
interface Row {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly unit: string
  readonly detail: string
}

const rounds = 7

/** Measures what a student and an instructor wait for, as ratios and medians; `--json` for tools, `--start` and `--diagnosis` for these alone. */
export async function main(root: string, argv: readonly string[]): Promise<void> {
  if (argv[0] === '--steps') return printSteps(root, argv[1] ?? '')
  if (argv[0] === '--start') {
    print([startRow(await startCost(root))], argv)
    return
  }
  if (argv[0] === '--diagnosis') {
    print([await diagnosis(root)], argv)
    return
  }
  const steps = await stepCosts(root)
  const rows = [
    ...steps.map(stepRow),
    startRow(await startCost(root)),
    await checkAgainstVitest(root),
    await watchLatency(root),
    await gradeCpu(root),
    await diagnosis(root),
    ...(await fullGrade(root)),
    bagOfWords(),
  ]
  print(rows, argv)
}

function print(rows: readonly Row[], argv: readonly string[]): void {
  if (argv.includes('--json')) {
    console.log(JSON.stringify({ node: process.versions.node, cpus: cpus().length, rows }, null, 2))
    return
  }
  console.log(`Node ${process.versions.node}, ${String(cpus().length)} × ${cpus()[0]?.model ?? ''}`)
  for (const { name, value, limit, unit, detail } of rows) {
    console.log(
      `${value <= limit ? '✓' : '✗'} ${name}: ${value.toFixed(2)} ${unit} (at most ${String(limit)}) · ${detail}`,
    )
  }
}

/** `npm run check -- lstm-cell` beside a bare `npx vitest run` of one trivial test in this repository, in turn. */
async function checkAgainstVitest(root: string): Promise<Row> {
  const vitest = 'npx vitest run --root grader/bench/trivial'
  const check = 'npm run check -- lstm-cell --submission solutions'
  const ratios: number[] = []
  const times: [number, number][] = []
  await cost(check, root)
  for (let k = 0; k < rounds; k++) {
    const [a, b] = [await succeed(check, root), await succeed(vitest, root)]
    ratios.push(a.wallMs / b.wallMs)
    times.push([a.wallMs, b.wallMs])
  }
  const [ours, theirs] = [median(times.map(([a]) => a)), median(times.map(([, b]) => b))]
  const detail = `check ${ours.toFixed(0)} ms, vitest ${theirs.toFixed(0)} ms`
  return { name: 'check / bare vitest', value: median(ratios), limit: 2.5, unit: '×', detail }
}

async function watchLatency(root: string): Promise<Row> {
  const latencies = await watchLatencies(root, 2 * rounds)
  const detail = `${Math.min(...latencies).toFixed(0)} to ${Math.max(...latencies).toFixed(0)} ms`
  return { name: 'save → verdict under --watch', value: median(latencies), limit: 400, unit: 'ms', detail }
}

/** What a stronger lock costs whenever a process of students' code starts. */
function startRow({ level, portableMs, strongestMs, differenceMs }: StartCost): Row {
  const detail = `${portableMs.toFixed(0)} ms at L0, ${strongestMs.toFixed(0)} ms at ${level}`
  return { name: `subject start, ${level} over L0`, value: differenceMs, limit: 15, unit: 'ms', detail }
}

/** What looking for the name of a mistake adds to grading the cell that has it. */
async function diagnosis(root: string): Promise<Row> {
  const costs = await diagnosisCosts(root)
  const shares = costs.map(({ diagnosisMs, restMs }) => diagnosisMs / restMs)
  const worst = costs[shares.indexOf(Math.max(...shares))]
  const detail = `${String(costs.length)} mistakes, at most ${(100 * Math.max(...shares)).toFixed(1)} % (${worst?.id ?? ''})`
  return { name: 'diagnosis / rest of the grade', value: 100 * median(shares), limit: 15, unit: '%', detail }
}

/** What a step costs beside stock tfjs; the design measured 0.28 to 0.42 of it. */
function stepRow({ model, stockMs, oursMs }: StepCost): Row {
  const detail = `${oursMs.toFixed(0)} ms a step, stock tfjs wasm ${stockMs.toFixed(0)} ms`
  return { name: `training step, ${model} / stock`, value: oursMs / stockMs, limit: 0.6, unit: '×', detail }
}

/** Everything that a submission can hold, trainings included, and how well the reference reads new reviews. */
async function fullGrade(root: string): Promise<Row[]> {
  const out = path.join(root, 'node_modules', '.cache', 'lab11-bench-out')
  const { wallMs, cpuMs } = await succeed(
    `node grader/cli/start.js grade solutions --seed 1 --out ${JSON.stringify(out)}`,
    root,
  )
  const report = JSON.parse(readFileSync(path.join(out, 'solutions', 'report.json'), 'utf8')) as Report
  rmSync(out, { recursive: true, force: true })
  const measures = report.checks.flatMap(({ id, measures }) => (id === 'sentiment/accuracy-60' ? measures : []))
  const detail = `${(cpuMs / 1000).toFixed(1)} s of CPU time`
  return [
    { name: 'full grade with trainings', value: wallMs / 1000, limit: 90, unit: 's', detail },
    accuracy('reviews that the reference reads wrong', 1 - Number(measures[0]?.value), 0.08),
  ]
}

/** What a model reaches that knows which words a review has, and not their order: chance, or little more. */
function bagOfWords(): Row {
  const drawn = (seed: number, part: 'train' | 'held-out'): Reviews =>
    drawReviews(stream(seed, 'reviews', part), 2000, part)
  const accuracies = [1, 2, 3].map((seed) => bagOfWordsAccuracy(drawn(seed, 'train'), drawn(seed, 'held-out'), seed))
  return accuracy('reviews that a bag of words reads right', median(accuracies), 0.65)
}

function accuracy(name: string, value: number, limit: number): Row {
  return { name, value, limit, unit: '', detail: `${(100 * value).toFixed(1)} % of 2,000 new ones` }
}

/** The three from-scratch deliverables, hidden checks too, user and system time of every process. */
async function gradeCpu(root: string): Promise<Row> {
  const out = path.join(root, 'node_modules', '.cache', 'lab11-bench-out')
  const costs = []
  for (let k = 0; k < rounds; k++) {
    costs.push(
      await succeed(
        `node grader/cli/start.js grade solutions --deliverable rnn-bptt lstm-cell gru-cell --seed ${String(k + 1)} --out ${JSON.stringify(out)}`,
        root,
      ),
    )
  }
  rmSync(out, { recursive: true, force: true })
  const detail = `${(median(costs.map(({ wallMs }) => wallMs)) / 1000).toFixed(2)} s of wall time`
  return {
    name: 'CPU time of grading the cells',
    value: median(costs.map(({ cpuMs }) => cpuMs)) / 1000,
    limit: 6,
    unit: 's',
    detail,
  }
}

async function succeed(command: string, root: string): ReturnType<typeof cost> {
  const result = await cost(command, root)
  if (result.code !== 0) throw new Error(`Expected exit code 0, got ${String(result.code)}: ${command}`)
  return result
}
