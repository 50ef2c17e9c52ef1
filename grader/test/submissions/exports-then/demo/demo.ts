// Expected: passed
/** A module with such a function is asked for its value when it is imported, and may give another one. */
export function then(settle: (module: object) => void): void {
  settle({ act: () => 'another', honest: () => 42, __proto__: null })
}

export function act(): string {
  return 'this'
}

export function honest(): number {
  return 42
}
