// Expected: failed threw subject.threw
export function act(depth = 0): number {
  return 1 + act(depth + 1)
}

export function honest(): number {
  return 42
}
