// Expected: crashed timeout subject.timeout
/** Waits for a word from a thread that does not exist, and costs nothing meanwhile. */
export function act(): string {
  return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

export function honest(): number {
  return 42
}
