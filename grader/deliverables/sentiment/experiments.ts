import type { CheckContext } from '../../checks/check.ts'
import { expectLaw, field } from '../../checks/expect.ts'
import type { SentimentConfig, TrainOptions } from './contract.ts'
import { expectAffordable, expectConfig, expectOptions } from './expectations.ts'
import type { expectHistory } from './learning.ts'

/** Under `artifacts/`: one entry for each configuration that was trained. */
export const experimentsFile = 'experimentos.json'

const file = `artifacts/${experimentsFile}`

/** One configuration and what its training came to. */
export interface Experiment {
  /** Of the data that it was trained on. */
  readonly seed: number
  readonly config: SentimentConfig
  readonly options: TrainOptions
  /** After the last epoch. */
  readonly figures: Readonly<Record<keyof ReturnType<typeof expectHistory>, number>>
}

/** The entries of the file as they stand there; none where there is no file. Throws a finding for one that is no list. */
export async function readExperiments({ artifact }: CheckContext): Promise<readonly unknown[]> {
  const bytes = await artifact(experimentsFile)
  if (bytes === undefined) return []
  const list = listOf(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  expectLaw(Array.isArray(list), 'text.experiments-unreadable', { file })
  return list as readonly unknown[]
}

/** The list with this one in the place of an earlier training of the same configuration, whose note it keeps, or at its end. */
export function withExperiment(known: readonly unknown[], experiment: Experiment): readonly unknown[] {
  const at = known.findIndex((each) => isSame(each, experiment))
  if (at < 0) return [...known, experiment]
  return known.map((each, k) => (k === at ? { ...(each as object), ...experiment } : each))
}

export function experimentsText(experiments: readonly unknown[]): string {
  return `${JSON.stringify({ experiments }, null, 1)}\n`
}

/** An entry with sizes that a model can have, a cost that a grader can bear, and figures. */
export function expectExperiment(entry: unknown): Experiment {
  const [config, options] = [expectConfig(field(entry, 'config')), expectOptions(field(entry, 'options'))]
  expectAffordable(config, options)
  const seed = field(entry, 'seed')
  const ours = typeof seed === 'number' && Number.isSafeInteger(seed) && seed > 0
  expectLaw(ours, 'text.experiments-unreadable', { file })
  const figures = field(entry, 'figures')
  const figure = (name: keyof Experiment['figures']): number => {
    const value = field(figures, name)
    expectLaw(typeof value === 'number' && Number.isFinite(value), 'text.experiments-unreadable', { file })
    return value
  }
  return {
    seed,
    config,
    options,
    figures: {
      trainLoss: figure('trainLoss'),
      trainAccuracy: figure('trainAccuracy'),
      valLoss: figure('valLoss'),
      valAccuracy: figure('valAccuracy'),
    },
  }
}

function listOf(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Record<string, unknown>)['experiments']
      : undefined
  } catch {
    return undefined
  }
}

function isSame(entry: unknown, { seed, config, options }: Experiment): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const known = entry as Readonly<Record<string, unknown>>
  const equal = (key: string, wanted: object): boolean => {
    const value = known[key]
    if (typeof value !== 'object' || value === null) return false
    const given = new Map<string, unknown>(Object.entries(value))
    return Object.entries(wanted).every(([name, part]) => given.get(name) === part)
  }
  return known['seed'] === seed && equal('config', config) && equal('options', options)
}
