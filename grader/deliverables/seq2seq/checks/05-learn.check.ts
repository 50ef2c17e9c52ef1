import { check } from '../../../checks/check.ts'
import { expectLaw } from '../../../checks/expect.ts'
import { build, fit, predict } from '../answers.ts'
import { symbolTask, symbolTraining, type SymbolTask } from '../symbols.ts'

/** The share of symbols that must be right; the reference gets at least 0.98 of either task, guessing 0.125. */
const threshold = 0.9

for (const [name, measure, es, en] of [
  ['copy', 'copy-accuracy', 'copiar', 'copy'],
  ['reverse', 'reverse-accuracy', 'invertir', 'reverse'],
] as const) {
  check(
    `seq2seq/learns-${name}`,
    {
      needs: ['seq2seq/fit-learns'],
      visibility: 'hidden',
      slow: true,
      claim: {
        es: `Entrenado con 400 secuencias de tres símbolos, aprende a ${es} otras 112 que no ha visto: acierta al menos el 90 % de los símbolos.`,
        en: `Trained on 400 sequences of three symbols, it learns to ${en} 112 others that it has not seen: at least 90 % of the symbols are right.`,
      },
    },
    async (context) => {
      const { sizes, train, held } = symbolTask(context.random('task'), name)
      const model = await build(context, sizes, context.random('model').seed())
      await fit(context, model, train, symbolTraining)
      const written = await predict(context, model, held.source, sizes.targetLength, sizes)
      const { share, standardError } = accuracy(written.data, held.symbols, sizes.outputSize)
      context.measure({ id: measure, value: share, threshold, standardError })
      const seen = { expected: `≥ ${percent(threshold)}`, received: percent(share) }
      expectLaw(share >= threshold, 'seq2seq.learns', { share: percent(share), of: percent(threshold) }, seen)
    },
  )
}

/** The share of right symbols, the largest output of a step being the symbol; sequences are what varies independently. */
function accuracy(
  outputs: ArrayLike<number>,
  sequences: SymbolTask['held']['symbols'],
  count: number,
): { share: number; standardError: number } {
  const symbolAt = (step: number): number => {
    const scores = Array.from({ length: count }, (_, symbol) => outputs[step * count + symbol] ?? NaN)
    return scores.indexOf(Math.max(...scores))
  }
  const shares = sequences.map((symbols, row) => {
    const right = symbols.filter((symbol, step) => symbolAt(row * symbols.length + step) === symbol)
    return right.length / symbols.length
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1)
  return { share: mean, standardError: Math.sqrt(variance / shares.length) }
}

function percent(share: number): string {
  return `${String(Number((100 * share).toFixed(1)))} %`
}
