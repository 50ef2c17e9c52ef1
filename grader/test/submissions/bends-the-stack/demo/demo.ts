// Expected: failed threw subject.threw
/** The text of a stack is the student's to make; here it is none. */
export function act(): never {
  Error.stackTraceLimit = Infinity
  Error.prepareStackTrace = (_error, sites) => ({ sites, length: NaN, slice: () => sites })
  throw new Error('bent')
}

export function honest(): number {
  return 42
}
