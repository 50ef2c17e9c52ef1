// Expected: failed threw subject.threw
export function act(): number {
  let text = 'x'
  for (;;) text += text
}

export function honest(): number {
  return 42
}
