// Expected: crashed timeout subject.timeout
/** Exponential in the length of a text that does not match, with no step at which anything else may run. */
export function act(): boolean {
  return /^(a+)+$/.test(`${'a'.repeat(60)}!`)
}

export function honest(): number {
  return 42
}
