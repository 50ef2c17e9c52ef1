import type { Library, Slug } from '../model/verdict.ts'
import { check, imports } from './check.ts'
import { CheckFailure } from './failure.ts'

/** Declares the two checks that only open the way: the file loads, and it exports what the contract names. */
export function gates(slug: Slug, required: readonly string[], { library }: { library?: Library } = {}): void {
  if (library) imports(library)
  const file = `${slug}/${slug}.ts`
  check(
    `${slug}/loads`,
    {
      needs: [],
      visibility: 'public',
      claim: {
        es: `\`${file}\` existe, compila y se puede importar.`,
        en: `\`${file}\` exists, compiles and can be imported.`,
      },
    },
    async ({ subject }) => {
      await subject.exports()
    },
  )
  check(
    `${slug}/exports`,
    {
      needs: [`${slug}/loads`],
      visibility: 'public',
      claim: {
        es: `\`${file}\` exporta todas las funciones del contrato.`,
        en: `\`${file}\` exports every function of the contract.`,
      },
    },
    async ({ subject }) => {
      const found = await subject.exports()
      const missing = required.filter((name) => found.get(name) !== 'function')
      if (missing.length === 0) return
      const params = { file, names: missing.join(', '), count: missing.length }
      throw new CheckFailure({ kind: 'missing-export', messageId: 'expect.exports', params })
    },
  )
}
