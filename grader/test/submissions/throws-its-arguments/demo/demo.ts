// Expected: failed threw subject.threw
/** Inputs of a hidden check, on every way out that has words. */
export function act(...inputs: unknown[]): never {
  const text = JSON.stringify({ inputs, filler: 'x'.repeat(2000) })
  console.log(text)
  console.error(text)
  throw new Error(text, { cause: text })
}

export function honest(): number {
  return 42
}
