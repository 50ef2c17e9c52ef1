// Expected: crashed exited subject.died
// Expected at L1: crashed timeout subject.timeout (the first process of a namespace is deaf to its own signals)
export function act(): Promise<number> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
