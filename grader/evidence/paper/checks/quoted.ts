import type { EvidenceCheck, Judgement, Material } from '../../evidence.ts'
import { failed, passed } from '../../evidence.ts'
import { quotesOf, type Meant, type Quoted } from '../agreement.ts'
import { benchmarkFigures, lastAccuracy, readStored, seriesFigures, type Stored } from '../artifacts.ts'
import { artifacts } from '../guide.ts'
import { inPart, onPaper, seen, whether } from '../look.ts'
import { numbersIn, printsShare } from '../numbers.ts'
import type { Paper } from '../paper.ts'
import { columnAt, gridsOf, type Grid } from '../tables.ts'
import type { Row } from '../piece.ts'
import { plain } from '../words.ts'

const benchmarkColumns: readonly Meant[] = [
  { id: 'params', name: 'params', words: [/\bparam/] },
  { id: 'seconds', name: 'seconds', words: [/segund|tiempo|second|\btime/] },
  { id: 'firstLoss', name: 'firstLoss', words: [/perdida|\bloss/, /inicial|primer|first|initial|antes|before/] },
  { id: 'finalLoss', name: 'finalLoss', words: [/perdida|\bloss/], not: /inicial|primer|first|initial|antes|before/ },
]

const seriesColumns: readonly Meant[] = [
  { id: 'mse', name: 'MSE', words: [/\bmse\b|\becm\b/], not: /rmse/ },
  { id: 'rmse', name: 'RMSE', words: [/\brmse\b/] },
  { id: 'mae', name: 'MAE', words: [/\bmae\b/] },
]

const models = ['RNN', 'LSTM', 'GRU'] as const
const cells = ['LSTM', 'GRU'] as const

/** Figures that a report prints, beside the artifacts that they come from. */
export const quotedChecks: readonly EvidenceCheck[] = [
  onPaper(
    {
      name: 'benchmark-table',
      task: 'p2',
      claim: {
        es: 'Hay una tabla con RNN, LSTM y GRU, y sus parámetros, tiempos o pérdidas.',
        en: 'There is a table with RNN, LSTM and GRU, and their parameters, times or losses.',
      },
    },
    (paper) => whether(benchmarkGrid(paper) !== undefined, () => seen('paper.no-benchmark-table')),
  ),
  onPaper(
    {
      name: 'benchmark-agrees',
      task: 'p2',
      claim: {
        es: 'La tabla del benchmark dice lo que `artifacts/benchmark.json`.',
        en: 'The table of the benchmark says what `artifacts/benchmark.json` says.',
      },
    },
    async (paper, { documents }) => {
      const { file, command } = artifacts.benchmark
      const stored = await readStored(documents, file, benchmarkFigures)
      if (stored.kind !== 'there') return failed(notThere(stored, file, command))
      const grid = benchmarkGrid(paper)
      if (!grid) return failed(seen('paper.no-benchmark-table'))
      const quotes = models.flatMap((name) => {
        const row = rowOf(grid, name)
        return row
          ? quotesOf(grid, row, { name, figures: stored.value.get(name) ?? {}, columns: benchmarkColumns })
          : []
      })
      return agreement(quotes, file)
    },
  ),
  onPaper(
    {
      name: 'series-table',
      task: 'p4',
      claim: {
        es: 'Una tabla compara LSTM y GRU en la serie (MSE, RMSE o MAE), con lo que dice `artifacts/time-series/forecast.json`.',
        en: 'A table compares LSTM and GRU on the series (MSE, RMSE or MAE), as `artifacts/time-series/forecast.json` has it.',
      },
    },
    async (paper, { documents }) => {
      const { file, command } = artifacts.forecast
      const stored = await readStored(documents, file, seriesFigures)
      const grid = gridWith(paper, cells, seriesColumns)
      if (!grid) return failed(seen('paper.no-series-table'))
      if (stored.kind !== 'there') return failed(notThere(stored, file, command))
      const quotes = cells.flatMap((name) => {
        const row = rowOf(grid, name)
        const figures = stored.value.get(name.toLowerCase()) ?? {}
        return row ? quotesOf(grid, row, { name, figures, columns: seriesColumns }) : []
      })
      return agreement(quotes, file)
    },
  ),
  onPaper(
    {
      name: 'accuracy',
      task: 'p4',
      claim: {
        es: 'El reporte dice la exactitud de validación que guarda `artifacts/sentiment/history.json`.',
        en: 'The report says the validation accuracy that `artifacts/sentiment/history.json` holds.',
      },
    },
    judgeAccuracy,
  ),
]

async function judgeAccuracy({ pieces, own }: Paper, { documents }: Material): Promise<Judgement> {
  const { file, command } = artifacts.history
  const stored = await readStored(documents, file, lastAccuracy)
  if (stored.kind !== 'there') return failed(notThere(stored, file, command))
  const cells = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows.flatMap(({ cells }) => cells) : []))
  const printed = [...own.map(({ text }) => text), ...cells].flatMap(numbersIn)
  const said = printed.some((number) => (number.percent || isDecimal(number.text)) && printsShare(number, stored.value))
  return whether(said, () => seen('paper.accuracy-unsaid', { expected: shown(stored.value), file }))
}

function isDecimal(text: string): boolean {
  return /^\d{1,3}[.,]\d/.test(text)
}

/** What a table says that its artifact does not; half of it for a table whose every number is wrong is nothing. */
function agreement(quotes: readonly Quoted[], file: string): Judgement {
  const wrong = quotes.filter(({ agrees }) => !agrees)
  const [first] = wrong
  if (!first) return quotes.length > 0 ? passed : failed(seen('paper.table-without-figures', { file }))
  const { line, row, column, printed, expected } = first
  return inPart((quotes.length - wrong.length) / quotes.length, (share) =>
    seen(
      'paper.table-disagrees',
      { line, row, column, printed, expected: shown(expected), file, more: wrong.length - 1, share },
      line,
    ),
  )
}

function benchmarkGrid(paper: Paper): Grid | undefined {
  return gridWith(paper, models, benchmarkColumns)
}

/** The table that has all of these rows, and most of these columns. */
function gridWith({ pieces }: Paper, names: readonly string[], columns: readonly Meant[]): Grid | undefined {
  const width = (grid: Grid): number => columns.filter((column) => columnAt(grid, column) >= 0).length
  const grids = gridsOf(pieces).filter((grid) => names.every((name) => rowOf(grid, name)) && width(grid) > 0)
  return grids.toSorted((a, b) => width(b) - width(a))[0]
}

/** The row that begins with this name, and not with more of another model. */
function rowOf({ rows }: Grid, name: string): Row | undefined {
  const word = name === 'RNN' ? /\b(?:simple ?)?rnn\b/ : new RegExp(String.raw`\b${name.toLowerCase()}\b`)
  return rows.find(({ cells }) => word.test(plain(cells[0] ?? '')))
}

export function notThere(stored: Stored<unknown>, file: string, command: string): ReturnType<typeof seen> {
  return seen(stored.kind === 'absent' ? 'paper.artifact-absent' : 'paper.artifact-unreadable', { file, command })
}

/** To four digits, as a table would print it; whole numbers whole. */
export function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)))
}
