// Expected: crashed timeout subject.timeout
export function act(): Promise<number> {
  setInterval(() => undefined, 1000)
  process.getBuiltinModule('node:fs').closeSync(3)
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
