// Expected: crashed timeout subject.timeout
await new Promise(() => undefined)

export function act(): number {
  return 42
}
