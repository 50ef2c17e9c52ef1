import { isAbout, readEquivalents, type Equivalent } from '../audit/mutants/equivalents.ts'
import { equivalentsFile } from '../audit/mutants/freshness.ts'
import type { Fate } from '../audit/mutants/matrix.ts'
import type { GenericMutant, NamedMutant } from '../audit/mutants/mutant.ts'
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

  /** A mistake with a name is one: no proof could say that it does not matter. */
  judgeNamed({ id, task, line }: NamedMutant, fate: Fate): Judged {
    if (fate.kind === 'faulted') return this.#faulted(id, fate)
    return fate.kind === 'killed'
      ? { fate }
      : { fate, problem: this.#say('mutants.named-survived', { id, task, line }) }
  }

  /** A survivor with a proof is equivalent; one without is a problem, and so is a proof whose mutant was killed. */
  judge(mutant: GenericMutant, fate: Fate): Judged {
    const { id, within, before, after } = mutant
    switch (fate.kind) {
      case 'survived': {
        if (this.#entryOn(mutant) >= 0) return { fate: { kind: 'equivalent' } }
        const sentence = this.#say('mutants.survived', { id, within, path: this.#path })
        return { fate, problem: `${sentence}\n        - ${before}\n        + ${after}` }
      }
      case 'killed': {
        const problem = this.refuted(mutant)
        return problem === undefined ? { fate } : { fate, problem }
      }
      case 'faulted':
        return this.#faulted(id, fate)
      case 'equivalent':
        return { fate }
    }
  }

  /** What is wrong with the proof that speaks of a mutant that was killed, if one does. */
  refuted(mutant: GenericMutant): string | undefined {
    const k = this.#entryOn(mutant)
    return k < 0 ? undefined : this.#say('mutants.equivalent-killed', { path: this.#path, entry: k + 1, id: mutant.id })
  }

  #entryOn(mutant: GenericMutant): number {
    return this.#entries.findIndex((claim) => isAbout(claim, mutant))
  }

  #faulted(id: string, fate: Extract<Fate, { kind: 'faulted' }>): Judged {
    return { fate, problem: this.#say('mutants.faulted', { id, fault: fate.fault }) }
  }
}
