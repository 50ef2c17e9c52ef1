// Expected: failed denied subject.denied
export function act(): number {
  return fill('filling')
}

/** Writes 64 MB, and no more, wherever it is told to. */
export function fill(path: string): number {
  const { openSync, writeSync } = process.getBuiltinModule('node:fs')
  const file = openSync(path, 'w')
  const megabyte = new Uint8Array(1024 * 1024).fill(7)
  let written = 0
  for (let k = 0; k < 64; k++) written += writeSync(file, megabyte)
  return written
}

export function honest(): number {
  return 42
}
