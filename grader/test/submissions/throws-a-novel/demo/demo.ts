// Expected: failed threw subject.threw
export function act(): number {
  throw new Error('long '.repeat(2_000_000))
}

export function honest(): number {
  return 42
}
