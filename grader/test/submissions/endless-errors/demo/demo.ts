// Expected: crashed output subject.output
export function act(): number {
  const line = 'warning\n'.repeat(1000)
  for (;;) console.error(line)
}

export function honest(): number {
  return 42
}
