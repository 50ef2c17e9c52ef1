/** The words of a text, without what is only digits or signs. Characters that nobody sees part no word. */
export function wordsOf(text: string): string[] {
  const visible = text.normalize('NFC').replace(/\p{Cf}/gu, '')
  return (visible.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []).filter((word) => /\p{L}/u.test(word))
}

/** Lower case, without accents, signs and emoji, one space between words: `3.2 · El Gradiente` is `3 2 el gradiente`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A text of somebody else's that does not count as written by a student, in whatever order its parts are kept. */
export class Given {
  readonly #runs = new Set<string>()
  readonly #lines = new Set<string>()

  constructor(text: string) {
    // With its code and without: code is not among the words of who keeps the sentence around it.
    for (const version of [text, text.replace(/`[^`\n]*`/g, ' ')]) {
      for (const run of runsOf(wordsOf(version).map(plain))) this.#runs.add(run)
      for (const line of version.split('\n')) this.#lines.add(plain(line))
    }
  }

  /** The words of `text` that are not of a run of {@link runLength} words, or of a whole line, of the given text. */
  without(text: string): string[] {
    const words = wordsOf(text)
    if (this.#lines.has(plain(text))) return []
    const given = new Set<number>()
    const keys = words.map(plain)
    runsOf(keys).forEach((run, start) => {
      if (this.#runs.has(run)) for (let k = 0; k < runLength; k++) given.add(start + k)
    })
    return words.filter((_, k) => !given.has(k))
  }
}

/** So many words in the same order are no coincidence. */
const runLength = 5

function runsOf(words: readonly string[]): string[] {
  const count = Math.max(0, words.length - runLength + 1)
  return Array.from({ length: count }, (_, k) => words.slice(k, k + runLength).join(' '))
}
