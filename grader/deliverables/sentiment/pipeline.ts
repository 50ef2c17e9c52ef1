import type { Reviews } from './resenas/reviews.ts'
import type { LabelledSequences } from './contract.ts'

/** The words of a text by the contract: NFC, lower case, runs of letters and digits. */
export function tokenize(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** `<pad>`, `<unk>` and then the words by falling frequency, ties by code point; at most `maxSize` in all. */
export function vocabularyOf(texts: readonly string[], maxSize: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(tokenize)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
  return new Map(['<pad>', '<unk>', ...words.slice(0, maxSize - 2)].map((word, id) => [word, id]))
}

/** Exactly `maxLen` ids, cut and padded at the end. */
export function encode(text: string, vocabulary: ReadonlyMap<string, number>, maxLen: number): number[] {
  const ids = tokenize(text).map((word) => vocabulary.get(word) ?? 1)
  return Array.from({ length: maxLen }, (_, t) => ids[t] ?? 0)
}

export function encodeAll(
  { texts, labels }: Reviews,
  vocabulary: ReadonlyMap<string, number>,
  maxLen: number,
): LabelledSequences {
  return { xs: texts.map((text) => encode(text, vocabulary, maxLen)), ys: labels }
}
