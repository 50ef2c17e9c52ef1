/** A path as one word of a command line, in quotes where a shell would split it or read something into it. */
export function shellWord(path: string): string {
  if (/^[\p{L}\p{N}_./\\:@%+,=~-]+$/u.test(path)) return path
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", `'\\''`)}'` : `"${path}"`
}
