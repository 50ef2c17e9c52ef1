// Expected: failed threw subject.threw
/** A stack that points at a line and column which no file has. */
export function act(line = 1, column = 0): number {
  const error = new Error('forged')
  error.stack = `Error: forged\n    at act (demo.mjs:${String(line)}:${String(column)})`
  throw error
}

export function honest(): number {
  return 42
}
