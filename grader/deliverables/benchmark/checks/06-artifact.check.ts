import { check, type CheckContext } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { CheckFailure } from '../../../checks/failure.ts'
import { makeData } from '../data.ts'
import { batchOf, buildModel, kinds } from '../domains.ts'
import { expectCounts, expectLoss } from '../judge.ts'
import { crossEntropy } from '../loss.ts'
import { expectAnatomy, parseResult, rowOf, type BenchmarkResult } from '../result.ts'

const file = 'artifacts/benchmark.json'
const needs = ['benchmark/artifact']
/** Times are shown and never judged. */
const measures = { RNN: 'seconds-rnn', LSTM: 'seconds-lstm', GRU: 'seconds-gru' } as const

check(
  'benchmark/artifact',
  {
    needs: [],
    visibility: 'public',
    claim: {
      es: '`artifacts/benchmark.json` existe y guarda lo que devuelve `runBenchmark`, con el backend y los tres modelos.',
      en: '`artifacts/benchmark.json` exists and holds what `runBenchmark` returns, with the backend and the three models.',
    },
  },
  async (context) => {
    await readResult(context)
  },
)

check(
  'benchmark/artifact-counts',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'En el archivo, los parámetros son los de su propia configuración, con un sesgo por bloque.',
      en: 'In the file the parameters are those of its own configuration, with one bias per block.',
    },
  },
  async (context) => {
    expectCounts(await readResult(context))
  },
)

check(
  'benchmark/artifact-anatomy',
  {
    needs,
    visibility: 'public',
    claim: {
      es: 'En el archivo, las puertas y el estado de celda son los de cada modelo, y el entrenamiento movió las pérdidas.',
      en: 'In the file gates and cell state are those of each model, and training moved the losses.',
    },
  },
  async (context) => {
    const result = await readResult(context)
    expectAnatomy(result)
    for (const kind of kinds) {
      const { firstLoss, finalLoss, seconds } = rowOf(result, kind)
      context.measure({ id: measures[kind], value: seconds })
      expectLaw(firstLoss !== finalLoss, 'benchmark.model-not-trained', { model: kind })
    }
  },
)

check(
  'benchmark/artifact-losses',
  {
    needs: ['benchmark/artifact', 'benchmark/data-form', 'benchmark/model-seed'],
    visibility: 'hidden',
    claim: {
      es: 'Las primeras pérdidas del archivo son las de tus modelos con los datos de `makeBenchmarkData` y su configuración.',
      en: 'The first losses of the file are those of your models on the data of `makeBenchmarkData` for its configuration.',
    },
  },
  async (context) => {
    const { config, ...result } = await readResult(context)
    const { batchSize: B, seqLength: T, inputSize: D, hiddenSize: H, numLayers: L } = config
    // Products of one pass through the LSTM; the guide's configuration has some 10⁹.
    const work = B * T * L * 4 * H * (D + H)
    expectLaw(work < 2e10 && B * T * D < 1e6, 'benchmark.artifact-too-large')
    const data = await makeData(context, config)
    for (const kind of kinds) {
      const model = await buildModel(context, kind, config)
      const expected = await crossEntropy(context, model, batchOf(data, config), data.ys)
      expectLoss('benchmark.artifact-first-loss', kind, expected, rowOf({ config, ...result }, kind).firstLoss, 1e-3)
    }
  },
)

async function readResult(context: CheckContext): Promise<BenchmarkResult> {
  const bytes = await context.artifact('benchmark.json')
  if (bytes === undefined)
    throw new CheckFailure({ kind: 'missing-file', messageId: 'benchmark.artifact-missing', params: { file } })
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  try {
    return parseResult(JSON.parse(text), 'benchmark.json')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const params = { file, at: placeOf(error, text) }
    throw new CheckFailure({ kind: 'syntax', messageId: 'benchmark.artifact-not-json', params, at: params.at })
  }
}

/** `line:column`, which V8 gives as a position, if at all; else the end of the file. */
function placeOf({ message }: SyntaxError, text: string): string {
  const found = /position (\d+)/.exec(message)?.[1]
  const before = text.slice(0, found === undefined ? text.length : Number(found)).split('\n')
  return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`
}
