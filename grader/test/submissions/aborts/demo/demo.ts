// Expected: crashed exited subject.died
export function act(): number {
  process.abort()
}

export function honest(): number {
  return 42
}
