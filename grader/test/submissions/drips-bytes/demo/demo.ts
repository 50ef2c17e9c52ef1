// Expected: crashed timeout subject.timeout
/** A frame that is always about to be whole: a deadline of the call, not of the last byte, ends it. */
export function act(): Promise<number> {
  const { writeSync } = process.getBuiltinModule('node:fs')
  writeSync(3, new Uint8Array([0, 0, 1, 0]))
  setInterval(() => writeSync(3, new Uint8Array([32])), 5)
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
