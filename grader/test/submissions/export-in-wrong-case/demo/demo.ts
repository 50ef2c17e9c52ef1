// Expected: failed missing-export subject.missing-export-near
export function Act(): number {
  return 1
}

export function honest(): number {
  return 42
}
