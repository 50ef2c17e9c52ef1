// Expected: crashed exited subject.exited
export function act(): Promise<number> {
  setTimeout(() => process.exit(3), 1)
  return new Promise(() => undefined)
}

/** Answers first, and is gone a moment later. */
export function leave(): number {
  setTimeout(() => process.exit(0), 1)
  return 1
}

export function honest(): number {
  return 42
}
