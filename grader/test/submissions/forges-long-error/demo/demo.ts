// Expected: failed threw subject.threw
/** The guest cuts what it describes with the student's own `slice`. */
export function act(): number {
  const { slice } = String.prototype
  String.prototype.slice = function (this: string): string {
    String.prototype.slice = slice
    return this
  }
  throw new Error('long '.repeat(1_000_000))
}

export function honest(): number {
  return 42
}
