import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mutationHash, proofsHash } from '../../audit/mutants/freshness.ts'
import { readMatrix } from '../../audit/mutants/matrix.ts'
import { mutantsOf } from '../../audit/mutants/mutate.ts'
import { namedMutants } from '../../audit/mutants/named.ts'
import { solutionText } from '../../audit/trees.ts'
import { loadVariants, withMistake } from '../../running/variants.ts'
import { loadRubric } from '../../scoring/rubric.ts'
import { root, workshop } from '../checks/workshop.ts'

describe('The stored kill matrix', () => {
  const place = workshop()
  const matrix = readMatrix(path.join(root, 'grader', 'docs', 'mutants.json'))

  // Of the others no round of all mutants has been run yet; `grader/docs/mutants.md` says which there are.
  const graded = Object.entries(matrix?.deliverables ?? {})
  it.for(graded)(
    'is of the mutants and the proofs of %s, as they are, and leaves nothing open',
    async ([slug, entry]) => {
      const solution = solutionText(root, slug)
      const variants = await loadVariants(place, slug)
      const named = variants.map((each) => ({ ...each, calls: [], text: withMistake(solution, each) }))
      const all = [...mutantsOf(solution, slug), ...namedMutants(solution, slug, named)]
      const rubric = await loadRubric(path.join(root, 'rubric.json'))
      expect(entry).toMatchObject({
        sources: mutationHash(slug, rubric, all),
        proofs: proofsHash(root, slug),
        mutants: all.length,
        open: [],
      })
      expect(entry.tried).toBeGreaterThanOrEqual(Math.min(40, all.length))
      expect(Object.keys(entry.named).length).toBeGreaterThan(0)
    },
  )
})
