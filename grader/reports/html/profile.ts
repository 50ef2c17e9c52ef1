import type { Report } from '../../model/report.ts'
import { sayAny } from '../../messages/say.ts'
import { coordinate } from './svg.ts'
import type { Words } from './words.ts'

export interface StageView {
  readonly title: string
  readonly weight: string
  readonly attained: string
  /** The top of its row, the middle of its text, and how long its bar is. */
  readonly y: number
  readonly textY: number
  readonly length: string
}

export interface ProfileView {
  readonly stages: readonly StageView[]
  readonly height: number
  readonly description: string
}

const row = 30

/** How much of a full bar is in the drawing, in its units. */
const full = 190

/** The profile as bars, one a stage, and the sentence that says the same. */
export function profileView({ cdio }: Report, words: Words): ProfileView {
  const stages = cdio.map(({ id, weight, attained }, k) => ({
    title: sayAny(words.language, `stage.${id}`),
    weight: words.percent(weight / 100),
    attained: attained === null ? '–' : words.percent(attained),
    y: k * row + 8,
    textY: k * row + 20,
    length: coordinate(full * (attained ?? 0)),
  }))
  return {
    stages,
    height: cdio.length * row + 4,
    description: stages.map(({ title, attained }) => `${title}: ${attained}`).join('; '),
  }
}
