// Expected: crashed timeout subject.timeout
/** Neither running nor ended. */
export function act(): Promise<number> {
  process.kill(process.pid, 'SIGSTOP')
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
