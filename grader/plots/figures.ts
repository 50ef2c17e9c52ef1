import { LabError } from '../model/errors.ts'
import type { Localized } from '../model/verdict.ts'
import { chartKinds, type ChartKind } from './charts.ts'

/**
 * One figure that a deliverable declares in its `figures.json`: which chart is drawn from which of its artifacts, and
 * under which name it is saved.
 */
export interface Figure {
  /** The name of its files under `artifacts/`, without ending. */
  readonly name: string
  readonly chart: ChartKind
  /** Under `artifacts/`; null for a drawing that shows no data. */
  readonly data: string | null
  readonly title: Localized
}

/** Reads a `figures.json`, which is the course's own: what is wrong with it is the grader's fault. */
export function readFigures(text: string, file: string): readonly Figure[] {
  const declared: unknown = JSON.parse(text)
  if (Array.isArray(declared) && declared.every(isFigure)) return declared
  throw new LabError('fault', 'plot.figures-odd', { file })
}

const nameForm = /^[a-z0-9]+([_-][a-z0-9]+)*$/
const dataForm = /^([a-z0-9-]+\/)?[a-z0-9-]+\.json$/

function isFigure(value: unknown): value is Figure {
  if (typeof value !== 'object' || value === null) return false
  const { name, chart, data, title } = value as Readonly<Record<string, unknown>>
  return (
    typeof name === 'string' &&
    nameForm.test(name) &&
    chartKinds.some((kind) => kind === chart) &&
    (data === null || (typeof data === 'string' && dataForm.test(data))) &&
    isLocalized(title)
  )
}

function isLocalized(value: unknown): value is Localized {
  if (typeof value !== 'object' || value === null) return false
  const { es, en } = value as Readonly<Record<string, unknown>>
  return typeof es === 'string' && typeof en === 'string'
}
