import type { Localized } from '../../model/verdict.ts'
import data from './bank.json' with { type: 'json' }

/** Where a number of a statement comes from: a list, or a range in steps; and what the handout has. */
export type Domain =
  | { readonly default: number; readonly values: readonly number[] }
  | { readonly default: number; readonly low: number; readonly high: number; readonly step: number }

/** A question that is answered by a number. Its formula is in `formulas.ts`. */
export interface NumberQuestion {
  readonly id: string
  readonly topic: Localized
  /** Counts are exact. */
  readonly whole?: boolean
  /** For values that may be tiny: only the relative tolerance holds. */
  readonly relativeOnly?: boolean
  /** No answer is nearer to 0. */
  readonly least?: number
  readonly given: Readonly<Record<string, Domain>>
  /** The misconception behind each known wrong value. */
  readonly wrong: Readonly<Record<string, string>>
}

/** A question with one right option and, for each of the others, what whoever takes it believes. */
export interface ChoiceQuestion {
  readonly id: string
  readonly topic: Localized
  readonly right: string
  readonly wrong: Readonly<Record<string, string>>
}

/** A task to be sorted into one of the kinds of sequence. */
export interface SortingQuestion {
  readonly id: string
  readonly topic: Localized
  /** The kind of the handout's task. */
  readonly default: string
}

/** A kind of sequence, and tasks of that kind; the first is the handout's. */
export interface SequenceKind {
  readonly id: string
  readonly items: readonly string[]
}

export interface Bank {
  readonly numbers: readonly NumberQuestion[]
  readonly choices: readonly ChoiceQuestion[]
  readonly kinds: readonly SequenceKind[]
  readonly sorting: readonly SortingQuestion[]
}

/** The questions of `bank.json`. */
export const bank: Bank = data

/** Every question, in the order of the file. */
export const questions: readonly (NumberQuestion | ChoiceQuestion | SortingQuestion)[] = [
  ...bank.numbers,
  ...bank.choices,
  ...bank.sorting,
]

export const questionIds: readonly string[] = questions.map(({ id }) => id)

/** What every known mistake of the bank is called in the catalogue, each once. */
export function misconceptionsOf({ numbers, choices }: Bank): readonly string[] {
  return [...new Set([...numbers, ...choices].flatMap(({ wrong }) => Object.values(wrong)))]
}
