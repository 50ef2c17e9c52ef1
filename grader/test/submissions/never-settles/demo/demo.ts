// Expected: crashed timeout subject.timeout
export function act(): Promise<number> {
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
