// Expected: crashed exited subject.exited
export function act(): number {
  process.exit(0)
}

export function honest(): number {
  return 42
}
