// Expected: crashed exited subject.exited
process.exit(0)

export function act(): number {
  return 1
}
