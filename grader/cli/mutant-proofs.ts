import { isAbout, readEquivalents, type Equivalent } from '../audit/mutants/equivalents.ts'
import { equivalentsFile } from '../audit/mutants/freshness.ts'
import type { Fate } from '../audit/mutants/matrix.ts'
import type { GenericMutant } from '../audit/mutants/mutant.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'

/** What was seen of a mutant once its proof has been looked at, and what is wrong with either. */
export interface Judged {
  readonly fate: Fate
  readonly problem?: string
}

/** What is claimed of a deliverable's mutants, to be compared with what becomes of them. */
export class Proofs {
  readonly #say: CommandContext['say']
  readonly #path: string
  readonly #entries: readonly Equivalent[]

  constructor({ say, workshop }: CommandContext, slug: Slug) {
    this.#say = say
    this.#path = equivalentsFile('', slug)
    this.#entries = readEquivalents(equivalentsFile(workshop.root, slug))
  }

  /** Sentences about entries that speak of no mutant: the solution changed, and the proof with it. */
  unknown(mutants: readonly GenericMutant[]): readonly string[] {
    return this.#entries.flatMap((claim, k) => {
      if (mutants.some((mutant) => isAbout(claim, mutant))) return []
      const { within, operator } = claim
      return [this.#say('mutants.equivalent-unknown', { path: this.#path, entry: k + 1, operator, within })]
    })
  }

  /** A survivor with a proof is equivalent; one without is a problem, and so is a proof whose mutant was killed. */
  judge(mutant: GenericMutant, fate: Fate): Judged {
    const { id, within, before, after } = mutant
    const [k, path] = [this.#entries.findIndex((claim) => isAbout(claim, mutant)), this.#path]
    switch (fate.kind) {
      case 'survived': {
        if (k >= 0) return { fate: { kind: 'equivalent' } }
        const sentence = this.#say('mutants.survived', { id, within, path })
        return { fate, problem: `${sentence}\n        - ${before}\n        + ${after}` }
      }
      case 'killed': {
        const refuted = { path, entry: k + 1, id }
        return k < 0 ? { fate } : { fate, problem: this.#say('mutants.equivalent-killed', refuted) }
      }
      case 'faulted':
        return { fate, problem: this.#say('mutants.faulted', { id, fault: fate.fault }) }
      case 'equivalent':
        return { fate }
    }
  }
}
