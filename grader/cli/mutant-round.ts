import { Tally, type TriedDeliverable } from '../audit/mutants/matrix.ts'
import type { GenericMutant, Mutant, NamedMutant } from '../audit/mutants/mutant.ts'
import type { Slug } from '../model/verdict.ts'
import type { CommandContext } from './context.ts'
import { Proofs } from './mutant-proofs.ts'
import type { Trials } from './mutant-trials.ts'
import { ProgressLine } from './progress-line.ts'

/** What is graded of one deliverable. */
export interface Round {
  /** All generic mutants: a proof speaks of one of them, graded or not. */
  readonly all: readonly GenericMutant[]
  readonly generic: readonly GenericMutant[]
  readonly named: readonly NamedMutant[]
  /** What was seen of the others, when only those that it left open are graded again. */
  readonly before?: TriedDeliverable | undefined
}

/** What is open when a proof, and not a mutant, is what is wrong. */
const proofsFile = 'equivalents.json'

/** Grades mutants one after the other and says at once what is wrong with one of them, or with a proof. */
export async function gradeMutants(context: CommandContext, slug: Slug, trials: Trials, round: Round): Promise<Tally> {
  const { print, say } = context
  const [tally, proofs, line] = [new Tally(round.before), new Proofs(context, slug), new ProgressLine(context)]
  const [of, open] = [round.generic.length + round.named.length, tally.open]
  const problem = (what: string, sentence: string | undefined): void => {
    if (sentence === undefined) return
    line.clear()
    print(`      ${sentence}\n`)
    if (!open.includes(what)) open.push(what)
  }
  const begin = ({ id }: Mutant, done: number): void => {
    line.show(() => say('mutants.progress', { slug, done, of, open: open.length, id }))
  }
  for (const sentence of proofs.unknown(round.all)) problem(proofsFile, sentence)
  for (const mutant of killedBefore(round)) problem(proofsFile, proofs.refuted(mutant))
  for (const [k, mutant] of round.generic.entries()) {
    begin(mutant, k + 1)
    const judged = proofs.judge(mutant, await trials.fateOf(mutant))
    tally.add(mutant, judged.fate)
    problem(judged.fate.kind === 'killed' ? proofsFile : mutant.id, judged.problem)
  }
  for (const [k, mutant] of round.named.entries()) {
    begin(mutant, round.generic.length + k + 1)
    const judged = proofs.judgeNamed(mutant, await trials.fateOf(mutant))
    tally.addNamed(mutant, judged.fate)
    problem(mutant.id, judged.problem)
  }
  line.clear()
  return tally
}

/** Of a proof that speaks of one of these it is known that it does not hold. */
function killedBefore({ all, generic, before }: Round): readonly GenericMutant[] {
  return before ? all.filter((mutant) => !generic.includes(mutant)) : []
}
