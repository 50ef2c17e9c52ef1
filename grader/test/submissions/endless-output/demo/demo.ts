// Expected: crashed output subject.output
export function act(): number {
  const line = 'loss: 0.693\n'.repeat(1000)
  for (;;) process.stdout.write(line)
}

export function honest(): number {
  return 42
}
