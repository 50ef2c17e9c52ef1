// Expected: crashed exited subject.died
/** Zero is everybody in this process's group: the grader must not be in it. */
export function act(): Promise<number> {
  process.kill(0, 'SIGKILL')
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
