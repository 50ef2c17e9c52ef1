// Expected: passed
let calls = 0

/** Right at the first call, and for those inputs only; every call is compared. */
export function act(): number {
  return ++calls === 1 ? 1 : 7
}

export function honest(): number {
  return 42
}
