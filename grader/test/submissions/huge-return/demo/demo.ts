// Expected: failed type subject.too-large
export function act(): Float64Array {
  return new Float64Array(9_000_000)
}

export function manyParts(): object[] {
  return Array.from({ length: 300_000 }, (_, k) => ({ k }))
}

export function sparse(): number[] {
  const list: number[] = []
  list.length = 4_000_000_000
  return list
}

export function honest(): number {
  return 42
}
