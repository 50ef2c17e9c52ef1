import { Ajv, type ErrorObject } from 'ajv'
import type { Documents } from '../../submission/documents.ts'
import { artifacts } from './guide.ts'
import schema from './experiments.schema.json' with { type: 'json' }

/** One configuration that was tried, and what its training came to. `experiments.schema.json` is its JSON Schema. */
export interface Experiment {
  readonly config: Readonly<Record<string, number | boolean>>
  readonly options: Readonly<Record<string, number>>
  readonly figures: Readonly<Record<string, number>>
}

/** The file of experiments, or what is wrong with it. */
export type Experiments =
  | { readonly kind: 'there'; readonly experiments: readonly Experiment[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-json' }
  /** `at` is the place in it, such as `experiments[1].figures.valAccuracy`. */
  | { readonly kind: 'odd'; readonly at: string; readonly problem: ExperimentProblem; readonly expected: string }

export type ExperimentProblem = 'missing' | 'type' | 'range' | 'extra' | 'form'

const ajv = new Ajv({ allErrors: false })
const validate = ajv.compile<{ readonly experiments: readonly Experiment[] }>(schema)

/** Reads the file. The same configuration twice is one. */
export async function readExperiments(documents: Documents): Promise<Experiments> {
  const document = await documents.text(artifacts.experiments.file)
  if (document.kind !== 'text') return { kind: document.kind === 'absent' ? 'absent' : 'not-json' }
  let json: unknown
  try {
    json = JSON.parse(document.text)
  } catch {
    return { kind: 'not-json' }
  }
  if (!validate(json)) return problemOf(validate.errors?.[0])
  return { kind: 'there', experiments: distinct(json.experiments) }
}

function problemOf(error: ErrorObject | undefined): Experiments {
  const { instancePath = '', keyword = '', params = {} } = error ?? {}
  const named = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined
  const path = `${instancePath}${named === undefined ? '' : `/${named}`}`
  const place = path
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
  const expected = String(params['type'] ?? params['limit'] ?? '')
  return { kind: 'odd', at: place, problem: problems[keyword] ?? 'form', expected }
}

const problems: Readonly<Record<string, ExperimentProblem>> = {
  required: 'missing',
  additionalProperties: 'extra',
  type: 'type',
  minimum: 'range',
  maximum: 'range',
  exclusiveMinimum: 'range',
  exclusiveMaximum: 'range',
}

function distinct(experiments: readonly Experiment[]): readonly Experiment[] {
  const key = ({ config, options }: Experiment): string =>
    JSON.stringify([config, options].map((record) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))))
  return [...new Map(experiments.map((each) => [key(each), each])).values()]
}
