import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import { LabError } from '../model/errors.ts'
import type { Mark, MarksFile } from '../model/mark.ts'
import schema from '../model/marks.schema.json' with { type: 'json' }
import type { Rubric } from '../model/rubric.ts'
import { nearest } from './rubric.ts'

/** Reads a file of marks; one that does not exist holds none. Throws a usage {@link LabError} that says what and where. */
export function readMarks(file: string, rubric: Rubric): readonly Mark[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new LabError('usage', 'marks.unreadable', { file, reason: reasonOf(error) }, error)
  }
  const { marks } = wellFormed(parsed(text, file), file)
  for (const [k, mark] of marks.entries()) requireSense(mark, rubric, { file, place: `marks[${String(k)}]` })
  return marks
}

/** What the schema cannot say: the criterion is one that is graded, with so many points, and the day exists. */
export function requireSense(
  { criterion: id, points, date }: Pick<Mark, 'criterion' | 'points' | 'date'>,
  rubric: Rubric,
  at: { readonly file: string; readonly place: string },
): void {
  const criterion = rubric.criteria.find((each) => each.id === id)
  if (!criterion) {
    const near = nearest(
      id,
      rubric.criteria.map((each) => each.id),
    )
    throw new LabError('usage', 'marks.unknown-criterion', { ...at, criterion: id, near })
  }
  if (criterion.pending) throw new LabError('usage', 'marks.pending-criterion', { ...at, criterion: id })
  if (points !== null && points > criterion.points) {
    const params = { ...at, criterion: id, points: String(points), max: String(criterion.points) }
    throw new LabError('usage', 'marks.too-many-points', params)
  }
  if (!isDay(date)) throw invalid({ ...at, place: `${at.place}.date`, expected: 'date', received: date })
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new LabError('usage', 'marks.not-json', { file, line: lineOf(error, text), reason: reasonOf(error) }, error)
  }
}

/** 1-based; 0 where the engine does not say. */
function lineOf(error: unknown, text: string): number {
  const position = /at position (\d+)/.exec(reasonOf(error))?.[1]
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length
  return reasonOf(error).includes('end of JSON') ? text.trimEnd().split('\n').length : 0
}

let validator: ValidateFunction<MarksFile> | undefined

function wellFormed(data: unknown, file: string): MarksFile {
  // Without all errors: the first is the one to mend.
  validator ??= new Ajv({ allowUnionTypes: true, multipleOfPrecision: 6, verbose: true }).compile<MarksFile>(
    schema as AnySchema,
  )
  if (validator(data)) return data
  const [first] = validator.errors ?? []
  throw invalid({ file, ...(first ? wrong(first) : { place: '$', expected: 'file', received: '' }) })
}

interface Wrong {
  readonly place: string
  /** Which form the place should have, as the message tells them apart. */
  readonly expected: string
  readonly received: string
}

function wrong({ instancePath, keyword, params, data }: ErrorObject): Wrong {
  const place = instancePath
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
  const at = place === '' ? '$' : place
  if (keyword === 'required') return { place: at, expected: 'missing', received: String(params['missingProperty']) }
  if (keyword === 'additionalProperties')
    return { place: at, expected: 'unknown', received: String(params['additionalProperty']) }
  const field = place.split('.').at(-1) ?? ''
  return { place: at, expected: field === '' ? 'file' : field.replace(/\[\d+\]$/, ''), received: shown(data) }
}

function shown(data: unknown): string {
  const text = JSON.stringify(data)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function invalid(params: Wrong & { readonly file: string }): LabError {
  return new LabError('usage', 'marks.invalid', { ...params })
}

/** The pattern lets the 31st of February through. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
