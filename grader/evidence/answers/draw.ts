import { stream, type Random } from '../../numeric/random.ts'
import { bank, type ChoiceQuestion, type Domain, type NumberQuestion, type SortingQuestion } from './bank.ts'
import { formulas, type Given } from './formulas.ts'
import { isHandout } from './ids.ts'
import { confusions } from './kinds.ts'

/** How far an answer may be from the right one: the larger of both. */
export interface Tolerance {
  readonly relative: number
  readonly absolute: number
}

/** A question with the numbers of one id, what is right and what known mistakes lead to. */
export interface DrawnNumber {
  readonly kind: 'number'
  readonly id: string
  readonly whole: boolean
  readonly given: Given
  readonly right: number
  readonly tolerance: Tolerance
  readonly wrong: readonly { readonly value: number; readonly misconceptions: readonly string[] }[]
}

/** A question with its options in the order of one id. */
export interface DrawnChoice {
  readonly kind: 'choice'
  readonly id: string
  /** The task that is to be sorted, where the question asks for that. */
  readonly item?: string
  readonly options: readonly Option[]
  readonly right: string
}

export interface Option {
  readonly letter: string
  /** Its name in the bank. */
  readonly name: string
  readonly misconceptions: readonly string[]
}

export type Drawn = DrawnNumber | DrawnChoice

/** The questions of an id, in the order of the file: the same for ever. The handout's own numbers have ids of their own. */
export function drawQuestions(id: string): readonly Drawn[] {
  return [
    ...bank.numbers.map((question) => drawNumber(question, id)),
    ...bank.choices.map((question) => drawChoice(question, id)),
    ...drawSorting(id),
  ]
}

/** How far apart two numbers must be for a question to tell them apart: five tolerances; for counts, different. */
export function apart(a: number, b: number, tolerance: Tolerance): boolean {
  return Math.abs(a - b) > 5 * Math.max(roomOf(a, tolerance), roomOf(b, tolerance))
}

/** What an answer may differ from `value`. */
export function roomOf(value: number, { relative, absolute }: Tolerance): number {
  return Math.max(Math.abs(value) * relative, absolute)
}

const exact: Tolerance = { relative: 0, absolute: 0 }
const onePerCent: Tolerance = { relative: 0.01, absolute: 0 }
const roundedToo: Tolerance = { relative: 0.01, absolute: 5e-4 }

/** A slip in the bank's domains would draw for ever. */
const mostDraws = 1000

function streamOf(id: string, ...names: readonly string[]): Random {
  return stream(1, 'comprension', isHandout(id) ? 'handout' : id, ...names)
}

function drawNumber(question: NumberQuestion, id: string): DrawnNumber {
  const names = Object.keys(question.given)
  if (isHandout(id))
    return withAnswers(
      question,
      givenBy(names, (name) => domain(question, name).default),
    )
  for (let attempt = 0; attempt < mostDraws; attempt++) {
    const random = streamOf(id, question.id, String(attempt))
    const drawn = withAnswers(
      question,
      givenBy(names, (name) => pick(domain(question, name), random)),
    )
    if (tellsApart(drawn, question.least ?? 0)) return drawn
  }
  throw new Error(`No numbers of ${question.id} tell its wrong answers apart`)
}

function domain(question: NumberQuestion, name: string): Domain {
  const found = question.given[name]
  if (!found) throw new Error(`${question.id} has no ${name}`)
  return found
}

function givenBy(names: readonly string[], value: (name: string) => number): Given {
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}

function pick(from: Domain, random: Random): number {
  if ('low' in from) return from.low + from.step * random.int(0, Math.floor((from.high - from.low) / from.step))
  return from.values[random.int(0, from.values.length - 1)] ?? from.default
}

function withAnswers({ id, whole = false, relativeOnly = false, wrong }: NumberQuestion, given: Given): DrawnNumber {
  const formula = formulas[id]
  if (!formula) throw new Error(`${id} has no formula`)
  return {
    kind: 'number',
    id,
    whole,
    given,
    right: formula.answer(given),
    tolerance: whole ? exact : relativeOnly ? onePerCent : roundedToo,
    wrong: Object.entries(wrong).map(([name, misconception]) => {
      const value = formula.wrong[name]
      if (!value) throw new Error(`${id} has no formula for ${name}`)
      return { value: value(given), misconceptions: [misconception] }
    }),
  }
}

/** Whether every known mistake shows, none looks like another, and no count is of nothing. */
function tellsApart({ right, wrong, tolerance, whole }: DrawnNumber, least: number): boolean {
  const values = [right, ...wrong.map(({ value }) => value)]
  return (
    Math.abs(right) >= least &&
    (!whole || values.every((value) => value > 0)) &&
    values.every((a, i) => values.slice(i + 1).every((b) => apart(a, b, tolerance)))
  )
}

function drawChoice({ id, right, wrong }: ChoiceQuestion, owner: string): DrawnChoice {
  const names = shuffled([right, ...Object.keys(wrong)], streamOf(owner, id))
  const options = lettered(names, (name) => (name === right ? [] : [wrong[name] ?? '']))
  return { kind: 'choice', id, options, right: letterOf(options, right) }
}

/** Each question has a task of another kind, and one kind is left over. */
function drawSorting(id: string): readonly DrawnChoice[] {
  const { sorting, kinds } = bank
  const random = streamOf(id, 'S')
  const order = isHandout(id)
    ? sorting.map((question) => question.default)
    : shuffled(
        kinds.map((kind) => kind.id),
        random,
      )
  return sorting.map((question: SortingQuestion, i) => {
    const kind = kinds.find((each) => each.id === order[i])
    const items = kind?.items ?? []
    const item = items[isHandout(id) ? 0 : random.int(0, items.length - 1)] ?? ''
    const right = kind?.id ?? ''
    const options = lettered(
      kinds.map((each) => each.id),
      (name) => confusions(right, name),
    )
    return { kind: 'choice', id: question.id, item, options, right: letterOf(options, right) }
  })
}

function lettered(names: readonly string[], misconceptions: (name: string) => readonly string[]): readonly Option[] {
  return names.map((name, i) => ({ letter: 'abcde'.charAt(i), name, misconceptions: misconceptions(name) }))
}

function letterOf(options: readonly Option[], name: string): string {
  return options.find((option) => option.name === name)?.letter ?? ''
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(random.int(0, left.length - 1), 1))
}
