// Expected: crashed timeout subject.timeout
/** No time ever passes, and no timer ever rings, as far as this process can say. */
export function act(): Promise<number> {
  performance.now = () => 0
  Date.now = () => 0
  process.hrtime.bigint = () => 0n
  for (let id = 0; id < 1000; id++) clearTimeout(id)
  globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
