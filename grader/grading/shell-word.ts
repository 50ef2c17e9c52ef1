/** A path as one word of a command line, in quotes where a shell would split it or read something into it. */
export function shellWord(path: string): string {
  // A command would take it for an option, or a shell for somebody's home.
  const word = /^[-~]/.test(path) ? `./${path}` : path
  if (/^[\p{L}\p{N}_./\\:@%+,=~-]+$/u.test(word) && !readsBackslash(word)) return word
  return /["$`!]/.test(word) || readsBackslash(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}

/** On Windows it stands between folders; other shells drop it, or the quote behind it. */
function readsBackslash(word: string): boolean {
  return process.platform !== 'win32' && word.includes('\\')
}
