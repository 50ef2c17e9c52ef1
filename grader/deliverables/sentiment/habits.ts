import type { CheckContext } from '../../checks/check.ts'
import type { ModelData } from '../../checks/models.ts'
import type { Recognition } from '../../model/diagnosis.ts'
import type { LabelledSequences } from './contract.ts'
import { classesOf, measureOn, probabilitiesOf, type expectHistory } from './learning.ts'

/** Mistakes that show in what a trained model answers, or in what is said of it. */
const constantClass = { misconception: 'sentiment.constant-class', clue: 'diagnosis.one-class' }
const bagOfWords = { misconception: 'sentiment.bag-of-words', clue: 'diagnosis.order-blind' }
const accuracyOnTrain = { misconception: 'sentiment.accuracy-on-train', clue: 'diagnosis.training-figures' }

/** Texts that a habit shows in. */
export interface Readings {
  /** As many of one class as of the other. */
  readonly mixed: LabelledSequences
  /** Decided by their words alone. */
  readonly outright: LabelledSequences
}

/**
 * What a model does with every text: it gives the same class to all, or the class that the words would have in the
 * opposite order too, although it does know words. Undefined for a model that has neither habit.
 */
export async function habitOf(
  context: CheckContext,
  model: ModelData,
  { mixed, outright }: Readings,
): Promise<Recognition | undefined> {
  const rows = await probabilitiesOf(context, model, mixed.xs)
  const classes = classesOf(rows)
  if (isConstant(classes)) return { ...constantClass, task: 'S7' }
  const reversed = classesOf(await probabilitiesOf(context, model, mixed.xs.map(reversedWords)))
  // Summed in another order, probabilities that are all but equal may change places.
  const blind = classes.every((label, k) => label === reversed[k] || !isClear(rows[k] ?? []))
  const knowsWords = (await measureOn(context, model, outright)).accuracy > chance
  return blind && knowsWords ? { ...bagOfWords, task: 'S6' } : undefined
}

/** Recognises a model, or `predictSentiment`, that gives one class to all texts of a set that has several. */
export function recogniseConstant(context: CheckContext, classes: unknown, task: string): void {
  if (isConstant(classes)) context.recognise({ ...constantClass, task })
}

/**
 * Recognises validation figures that are those of the training texts: of the model as it was left, or the same list
 * twice. To be asked where they are not those of the validation texts.
 */
export async function recogniseTrainingFigures(
  context: CheckContext,
  model: ModelData,
  history: ReturnType<typeof expectHistory>,
  train: LabelledSequences,
): Promise<void> {
  const { trainLoss, trainAccuracy, valLoss, valAccuracy } = history
  const { loss, accuracy } = await measureOn(context, model, train)
  const isSaid = (losses: readonly number[], shares: readonly number[], room: number, share = room): boolean =>
    Math.abs((losses.at(-1) ?? NaN) - loss) <= room && Math.abs((shares.at(-1) ?? NaN) - accuracy) <= share
  const measured = isSaid(valLoss, valAccuracy, 1e-3 * loss, 1e-4)
  // What was seen during the epoch, with dropout and earlier weights, is only near.
  const seen = isSaid(trainLoss, trainAccuracy, 0.1)
  const copied = same(valLoss, trainLoss) && same(valAccuracy, trainAccuracy)
  if (measured || (copied && seen)) context.recognise({ ...accuracyOnTrain, task: 'S7' })
}

/** Of 400 texts, four standard errors above one half. */
const chance = 0.6

function isConstant(classes: unknown): boolean {
  if (!Array.isArray(classes) || classes.length < 20) return false
  const [first] = classes as unknown[]
  return Number.isInteger(first) && Number(first) >= 0 && classes.every((label) => label === first)
}

/** The words from the last to the first; padding stays behind them. */
function reversedWords(ids: readonly number[]): number[] {
  const words = ids.filter((id) => id !== 0)
  return [...words.reverse(), ...ids.filter((id) => id === 0)]
}

function isClear(row: readonly number[]): boolean {
  const [most = NaN, next = NaN] = row.toSorted((a, b) => b - a)
  return most - next > 1e-4
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => value === b[k])
}
