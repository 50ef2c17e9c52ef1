import type { EvidenceCheck, Judgement } from '../../evidence.ts'
import { failed, passed } from '../../evidence.ts'
import { quotesOf, type Meant, type Quoted } from '../agreement.ts'
import { readExperiments, type Experiment, type Experiments } from '../experiments.ts'
import { artifacts, least } from '../guide.ts'
import { beside, inPart, onPaper, seen, whether } from '../look.ts'
import type { Row } from '../piece.ts'
import { cellNumber, columnAt, gridsOf, type Grid } from '../tables.ts'
import type { Finding } from '../../../model/finding.ts'
import { shown } from './quoted.ts'

const training = /entren|train/
const validationAccuracy: Meant = {
  id: 'valAccuracy',
  name: 'valAccuracy',
  words: [/exactitud|acierto|accuracy|\bacc\b/],
  not: training,
  share: true,
}

const columns: readonly Meant[] = [
  validationAccuracy,
  { id: 'valLoss', name: 'valLoss', words: [/perdida|\bloss/], not: training },
  { id: 'trainAccuracy', name: 'trainAccuracy', words: [/exactitud|acierto|accuracy|\bacc\b/, training], share: true },
  { id: 'trainLoss', name: 'trainLoss', words: [/perdida|\bloss/, training] },
  { id: 'hiddenSize', name: 'hiddenSize', words: [/^h$|hidden|ocult|unidades|\bunits/] },
  { id: 'embedDim', name: 'embedDim', words: [/^e$|embed/] },
  { id: 'numLayers', name: 'numLayers', words: [/\bcapas\b|layers/] },
  { id: 'dropout', name: 'dropout', words: [/dropout/] },
  { id: 'weightDecay', name: 'weightDecay', words: [/decay|decaimiento/] },
  { id: 'learningRate', name: 'learningRate', words: [/^lr$|learning ?rate|\btasa\b/] },
  { id: 'epochs', name: 'epochs', words: [/epoca|epoch/] },
  { id: 'batchSize', name: 'batchSize', words: [/\blote\b|batch/] },
]

/** What was tried, in the file that trainings leave and in the report. */
export const experimentChecks: readonly EvidenceCheck[] = [
  beside(
    {
      name: 'experiments',
      task: 'p9',
      claim: {
        es: '`artifacts/experimentos.json` guarda al menos tres configuraciones entrenadas, con sus cifras.',
        en: '`artifacts/experimentos.json` holds at least three configurations that were trained, with their figures.',
      },
    },
    async ({ documents }) => {
      const read = await readExperiments(documents)
      if (read.kind !== 'there') return failed(unusable(read))
      const count = read.experiments.length
      return inPart(count / least.experiments, (share) =>
        seen('paper.experiments-few', { count, wanted: least.experiments, share }),
      )
    },
  ),
  beside(
    {
      name: 'experiments-regularization',
      task: 'p9',
      claim: {
        es: 'Entre las configuraciones hay una sin dropout ni decaimiento, y otra que los usa.',
        en: 'Among the configurations there is one without dropout or decay, and another that uses them.',
      },
    },
    async ({ documents }) => {
      const read = await readExperiments(documents)
      if (read.kind !== 'there') return failed(unusable(read))
      const regularised = read.experiments.map(
        ({ config, options }) => Number(config['dropout']) > 0 || Number(options['weightDecay']) > 0,
      )
      const [on, off] = [regularised.includes(true), regularised.includes(false)]
      return whether(on && off, () => seen('paper.experiments-one-way', { missing: on ? 'off' : off ? 'on' : 'both' }))
    },
  ),
  onPaper(
    {
      name: 'experiments-table',
      task: 'p9',
      claim: {
        es: 'Una tabla del reporte muestra las configuraciones de `artifacts/experimentos.json` con sus cifras.',
        en: 'A table of the report shows the configurations of `artifacts/experimentos.json` with their figures.',
      },
    },
    async ({ pieces }, { documents }) => {
      const read = await readExperiments(documents)
      if (read.kind !== 'there') return failed(unusable(read))
      const grids = gridsOf(pieces).filter((grid) => rowsOf(grid).length > 0)
      const matched = grids.map((grid) => ({ grid, matches: matchesOf(grid, read.experiments) }))
      const [best] = matched.toSorted((a, b) => share(b.matches) - share(a.matches))
      return best ? judgeTable(best.grid, best.matches) : failed(seen('paper.no-experiments-table'))
    },
  ),
]

/** A row of the table and the experiment that it tells of most nearly. */
interface Match {
  readonly row: Row
  readonly quotes: readonly Quoted[]
  readonly whole: boolean
}

/** Rows that say how well a configuration did. */
function rowsOf(grid: Grid): readonly Row[] {
  const at = columnAt(grid, validationAccuracy)
  const others = columns.filter(({ id }) => id !== validationAccuracy.id && columnAtOf(grid, id) >= 0)
  return others.length === 0 ? [] : grid.rows.filter((row) => cellNumber(row, at) !== undefined)
}

function columnAtOf(grid: Grid, id: string): number {
  const column = columns.find((each) => each.id === id)
  return column ? columnAt(grid, column) : -1
}

function matchesOf(grid: Grid, experiments: readonly Experiment[]): readonly Match[] {
  const left = new Set(experiments)
  return rowsOf(grid).map((row) => {
    const tried = [...left].map((experiment) => ({ experiment, quotes: quotesFor(grid, row, experiment) }))
    const [best] = tried.toSorted((a, b) => agreeing(b.quotes) - agreeing(a.quotes))
    const whole = best?.quotes.every(({ agrees }) => agrees) === true
    if (best && whole) left.delete(best.experiment)
    return { row, quotes: best?.quotes ?? [], whole }
  })
}

function quotesFor(grid: Grid, row: Row, { config, options, figures }: Experiment): readonly Quoted[] {
  const known = Object.entries({ ...config, ...options, ...figures }).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  const name = (row.cells[0] ?? '').slice(0, 40)
  return quotesOf(grid, row, { name, figures: Object.fromEntries(known), columns })
}

function judgeTable(grid: Grid, matches: readonly Match[]): Judgement {
  const fraction = share(matches)
  if (fraction >= 1) return passed
  const { file } = artifacts.experiments
  const odd = matches.find(({ whole }) => !whole)
  const wrong = odd?.quotes.find(({ agrees }) => !agrees)
  return inPart(fraction, (percent) => {
    if (!odd) {
      const params = { line: grid.line, count: matches.length, wanted: least.experiments, share: percent }
      return seen('paper.experiments-table-short', params, grid.line)
    }
    const { line } = odd.row
    if (!wrong) return seen('paper.experiments-table-unknown', { line, file, share: percent }, line)
    const { row, column, printed, expected } = wrong
    const more = matches.filter(({ whole }) => !whole).length - 1
    const params = { line, row, column, printed, expected: shown(expected), file, more, share: percent }
    return seen('paper.table-disagrees', params, line)
  })
}

function share(matches: readonly Match[]): number {
  return matches.filter(({ whole }) => whole).length / Math.max(least.experiments, matches.length)
}

function agreeing(quotes: readonly Quoted[]): number {
  return quotes.filter(({ agrees }) => agrees).length
}

function unusable(read: Exclude<Experiments, { kind: 'there' }>): Finding {
  const { file, command } = artifacts.experiments
  if (read.kind === 'absent')
    return { kind: 'not-implemented', messageId: 'paper.experiments-absent', params: { file, command } }
  if (read.kind === 'not-json') return seen('paper.experiments-not-json', { file, command })
  return seen('paper.experiments-odd', { file, at: read.at, problem: read.problem, expected: read.expected })
}
