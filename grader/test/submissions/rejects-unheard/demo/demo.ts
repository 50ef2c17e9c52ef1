// Expected: crashed exited subject.exited
export function act(): Promise<number> {
  void Promise.reject(new Error('nobody listens'))
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
