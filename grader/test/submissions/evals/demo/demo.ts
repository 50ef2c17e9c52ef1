// Expected: failed threw subject.threw
export function act(): number {
  return (0, eval)('6 * 7') as number
}

export function construct(): number {
  return (new Function('return 6 * 7') as () => number)()
}

export function honest(): number {
  return 42
}
