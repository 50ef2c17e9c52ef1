import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { expectCounts, expectFirstLosses, expectSteps } from '../judge.ts'
import { kinds, type BenchmarkConfig } from '../domains.ts'
import { expectAnatomy, rowOf, type BenchmarkResult } from '../result.ts'
import { publicRun, resultOf, run, type Run } from '../run.ts'

const needs = ['benchmark/run-form']
check(
  'benchmark/run-form',
  {
    needs: ['benchmark/model-shapes'],
    visibility: 'public',
    claim: {
      es: '`runBenchmark` devuelve la configuración, el backend y una fila por modelo, con números finitos.',
      en: '`runBenchmark` returns the configuration, the backend and a row per model, with finite numbers.',
    },
  },
  async (context) => {
    resultOf(await publicRun(context))
  },
)

check(
  'benchmark/run-counts',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`params` es el número de parámetros de cada modelo, con un sesgo por bloque.',
      en: '`params` is the number of parameters of each model, with one bias per block.',
    },
  },
  async (context) => {
    expectCounts(resultOf(await publicRun(context)))
  },
)

check(
  'benchmark/run-anatomy',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Puertas: RNN 0, LSTM 3, GRU 2. Solo la LSTM tiene estado de celda.',
      en: 'Gates: RNN 0, LSTM 3, GRU 2. Only the LSTM has a cell state.',
    },
  },
  async (context) => {
    expectAnatomy(resultOf(await publicRun(context)))
  },
)

check(
  'benchmark/run-first-loss',
  {
    needs: ['benchmark/run-form', 'benchmark/model-seed'],
    visibility: 'public',
    claim: {
      es: '`firstLoss` es la entropía cruzada media, antes de actualizar, de los modelos de `buildRecurrentModel`.',
      en: '`firstLoss` is the mean cross-entropy, before any update, of the models of `buildRecurrentModel`.',
    },
  },
  async (context) => {
    await expectFirstLosses(context, await publicRun(context))
  },
)

check(
  'benchmark/run-steps',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Cada modelo da `steps` pasos de optimización, más uno de calentamiento como mucho.',
      en: 'Every model takes `steps` optimiser steps, and at most one more to warm up.',
    },
  },
  async (context) => {
    const measured = await publicRun(context)
    resultOf(measured)
    expectSteps(measured)
  },
)

check(
  'benchmark/run-learns',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'Con datos que se pueden aprender, `finalLoss` queda por debajo de `firstLoss`, y más pasos la bajan más.',
      en: 'On data that can be learnt `finalLoss` ends below `firstLoss`, and more steps bring it further down.',
    },
  },
  async (context) => {
    const measured = await publicRun(context)
    const [long, short] = [resultOf(measured), resultOf(await run(context, 'run', { ...measured.config, steps: 1 }))]
    for (const kind of kinds) {
      const { firstLoss, finalLoss } = rowOf(long, kind)
      const seen = { expected: `< ${firstLoss.toPrecision(5)}`, received: finalLoss.toPrecision(5) }
      expectLaw(finalLoss !== firstLoss, 'benchmark.model-not-trained', { model: kind })
      expectLaw(finalLoss < firstLoss - 1e-5, 'benchmark.loss-rises', { model: kind, ...seen })
      const once = rowOf(short, kind).finalLoss
      expectLaw(finalLoss < once - 1e-5, 'benchmark.steps-ignored', { model: kind, steps: measured.config.steps })
    }
  },
)

check(
  'benchmark/run-time',
  {
    needs,
    visibility: 'public',
    claim: {
      es: '`seconds` mide el bucle de entrenamiento: está en segundos y crece con los pasos. Cuánto sea no se califica.',
      en: '`seconds` measures the training loop: it is in seconds and grows with the steps. How long it is does not count.',
    },
  },
  async (context) => {
    const measured = await publicRun(context)
    const long = secondsOf(resultOf(measured))
    const wall = measured.wallSeconds
    const seen = { expected: `≤ ${wall.toPrecision(3)}`, received: long.toPrecision(3) }
    expectLaw(long <= wall, 'benchmark.longer-than-the-call', seen)
    // Nothing is asked of the time itself. The shortest of three calls is compared, in case the machine stalls in one.
    const single: Run[] = []
    for (let k = 0; k < 3; k++) single.push(await run(context, 'run', { ...measured.config, steps: 1 }))
    const short = Math.min(...single.map((each) => secondsOf(resultOf(each))))
    const { steps } = measured.config
    const grows = long > 2 * short && long - short > tick
    if (!grows && (await standsStill(context, single, { ...measured.config, steps: 4 * steps })))
      context.recognise(timeOutsideLoop)
    expectLaw(grows, 'benchmark.time-outside-loop', {
      steps,
      long: long.toPrecision(3),
      short: short.toPrecision(3),
    })
  },
)

/**
 * What a coarse clock such as `Date.now` tells apart, in seconds. These steps take hundreds of it together, and two readings
 * of a fine clock with no training between them differ by less than a hundredth of it: twice as much now and then by chance.
 */
const tick = 1e-3

/** Whether what is said grows by less than a tenth of what many more steps take by our own clock. */
async function standsStill(context: CheckContext, single: readonly Run[], many: BenchmarkConfig): Promise<boolean> {
  const long = await run(context, 'run', many)
  const least = (of: (each: Run) => number): number => Math.min(...single.map(of))
  const further = long.wallSeconds - least(({ wallSeconds }) => wallSeconds)
  return secondsOf(resultOf(long)) - least((each) => secondsOf(resultOf(each))) < 0.1 * further
}

const timeOutsideLoop = {
  misconception: 'benchmark.time-outside-loop',
  task: 'B3',
  clue: 'diagnosis.time-stands-still',
}

function secondsOf({ rows }: BenchmarkResult): number {
  return rows.reduce((sum, { seconds }) => sum + seconds, 0)
}
