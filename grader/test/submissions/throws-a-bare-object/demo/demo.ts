// Expected: failed threw subject.threw
export function act(): number {
  throw Object.create(null)
}

export function honest(): number {
  return 42
}
