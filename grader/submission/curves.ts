import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { curveNames, type CurveName, type ReportCurve } from '../model/report.ts'
import type { Slug } from '../model/verdict.ts'
import { evidence } from './hash.ts'
import { limits } from './limits.ts'
import { readBytes } from './read.ts'

/** What `npm run train` leaves of numbers to draw, under `artifacts/<slug>/`. */
const files = ['history.json', 'forecast.json']

/**
 * The curves that a submission's own artifacts hold, deliverable by deliverable. Anybody may have written the files: a
 * link, a file that is too large, a list that is too long or holds anything but numbers gives no curve, and no error.
 */
export async function readCurves(root: string, slugs: readonly Slug[]): Promise<readonly ReportCurve[]> {
  const found = await Promise.all(slugs.map((slug) => curvesOf(root, slug)))
  return found.flat()
}

async function curvesOf(root: string, deliverable: Slug): Promise<readonly ReportCurve[]> {
  const records = await Promise.all(files.map((name) => readRecord(root, `${evidence.folder}/${deliverable}/${name}`)))
  return curveNames.flatMap((name) => {
    const values = records.map((record) => valuesAt(record, name)).find((list) => list !== undefined)
    return values === undefined ? [] : [{ deliverable, name, values }]
  })
}

/** What a JSON file says, undefined when there is no such file of our kind. */
async function readRecord(root: string, file: string): Promise<unknown> {
  try {
    // Nor may a folder above it be a link, which would lead to somebody else's.
    const home = await realpath(root)
    if ((await realpath(join(home, file))) !== join(home, file)) return undefined
    const bytes = await readBytes(home, file, limits.curveBytes)
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** The numbers under a name such as `predicted.lstm`, to four digits: what lies beyond nobody sees in a drawing. */
function valuesAt(record: unknown, name: CurveName): readonly number[] | undefined {
  const list = name.split('.').reduce(fieldOf, record)
  if (!Array.isArray(list) || list.length === 0 || list.length > limits.curveValues) return undefined
  return list.every(isDrawable) ? list.map((value) => Number(value.toPrecision(4))) : undefined
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, unknown>>)[key]
}

function isDrawable(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= limits.curveValue
}
