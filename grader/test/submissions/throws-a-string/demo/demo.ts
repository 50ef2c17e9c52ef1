// Expected: failed threw subject.threw
export function act(): number {
  throw 'not today'
}

export function honest(): number {
  return 42
}
