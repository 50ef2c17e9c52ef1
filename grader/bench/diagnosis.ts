import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Session } from '../grading/session.ts'
import type { Slug } from '../model/verdict.ts'
import type { Workshop } from '../running/catalogue.ts'
import { loadVariants, withMistake } from '../running/variants.ts'

/** What grading one deliverable with one mistake in it took. */
export interface DiagnosisCost {
  readonly id: string
  readonly diagnosisMs: number
  readonly restMs: number
}

// Where a grade is a matter of a second or two; beside trainings a diagnosis is nothing.
const cells = ['rnn-bptt', 'lstm-cell', 'gru-cell']

/** Every fifth named mistake of the cells, each graded in full by one warm session. */
export async function diagnosisCosts(root: string): Promise<DiagnosisCost[]> {
  const workshop = { root, cache: path.join(root, 'node_modules', '.cache', 'lab11-bench') }
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-bench-'))
  const session = await Session.open(workshop)
  try {
    const costs: DiagnosisCost[] = []
    for (const slug of cells) costs.push(...(await costsOf(session, workshop, { slug, folder })))
    return costs
  } finally {
    await session.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function costsOf(
  session: Session,
  workshop: Workshop,
  { slug, folder }: { slug: Slug; folder: string },
): Promise<DiagnosisCost[]> {
  cpSync(path.join(workshop.root, 'solutions', slug), path.join(folder, slug), { recursive: true })
  const file = path.join(folder, slug, `${slug}.ts`)
  const solution = readFileSync(file, 'utf8')
  const costs: DiagnosisCost[] = []
  const grade = async (id: string, text: string): Promise<void> => {
    writeFileSync(file, text)
    const began = performance.now()
    const { diagnosisMs } = await session.run(folder, {
      mode: 'full',
      backend: 'wasm',
      seed: 1,
      deadlineMs: 20_000,
      slugs: [slug],
      replay: () => '',
    })
    const spent = diagnosisMs[slug] ?? 0
    costs.push({ id, diagnosisMs: spent, restMs: performance.now() - began - spent })
  }
  // The first grade warms what all share.
  await grade('none', solution)
  const variants = await loadVariants(workshop, slug)
  for (const variant of variants.filter((_, k) => k % 5 === 0)) await grade(variant.id, withMistake(solution, variant))
  return costs.slice(1)
}
