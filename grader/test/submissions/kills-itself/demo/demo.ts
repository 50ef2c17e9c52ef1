// Expected: crashed exited subject.died
export function act(): Promise<number> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
