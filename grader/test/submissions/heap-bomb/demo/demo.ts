// Expected: crashed memory subject.memory
export function act(): number {
  const kept: number[][] = []
  for (;;) kept.push(new Array<number>(100_000).fill(kept.length + 0.5))
}

export function honest(): number {
  return 42
}
