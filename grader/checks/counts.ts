import type { Slug } from '../model/verdict.ts'
import { check } from './check.ts'
import { expectClose, expectLawClose } from './expect.ts'
import { exactly } from './tolerances.ts'

/** A parameter count with one bias per block, and the numbers of the guide and lessons that it must give. */
export interface Count {
  readonly slug: Slug
  readonly fn: string
  /** Blocks of weights, each with a bias: 1 for a simple RNN, 3 for a GRU, 4 for an LSTM. */
  readonly blocks: number
  readonly known: readonly (readonly [inputSize: number, hiddenSize: number, expected: number])[]
  readonly reference: (inputSize: number, hiddenSize: number) => number
}

/** Declares a public check on the known numbers and a hidden one on random sizes. */
export function countChecks({ slug, fn, blocks, known, reference }: Count): void {
  const example = known.map(([D, H, count]) => `(${String(D)}, ${String(H)}) → ${String(count)}`).join(' · ')
  const needs = [`${slug}/loads`]
  check(
    `${slug}/count-params`,
    {
      needs,
      visibility: 'public',
      claim: {
        es: `\`${fn}\` cuenta ${String(blocks)} ${blocks === 1 ? 'bloque' : 'bloques'} de pesos con un solo sesgo cada uno: ${example}.`,
        en: `\`${fn}\` counts ${String(blocks)} ${blocks === 1 ? 'block' : 'blocks'} of weights with a single bias each: ${example}.`,
      },
    },
    async ({ subject }) => {
      for (const [D, H, expected] of known) {
        const received = await subject.call(fn, D, H)
        const name = `${fn}(${String(D)}, ${String(H)})`
        const twoBiases = received === expected + blocks * H
        expectLawClose(
          received,
          expected,
          { name, tolerance: exactly, oracle: '' },
          twoBiases ? 'count.two-biases' : 'count.wrong',
          { call: name },
        )
      }
    },
  )
  check(
    `${slug}/count-any-sizes`,
    {
      needs,
      visibility: 'hidden',
      claim: { es: `\`${fn}\` acierta con tamaños al azar.`, en: `\`${fn}\` is right for random sizes.` },
    },
    async ({ subject, random }) => {
      const draw = random('sizes')
      for (let k = 0; k < 10; k++) {
        const [D, H] = [draw.int(1, 500), draw.int(1, 500)]
        const name = `${fn}(${String(D)}, ${String(H)})`
        expectClose(await subject.call(fn, D, H), reference(D, H), { name, tolerance: exactly, oracle: 'float64' })
      }
    },
  )
}
