// Expected: crashed protocol subject.protocol
export function act(): number {
  process.getBuiltinModule('node:fs').writeSync(3, new Uint8Array([255, 255, 255, 255]))
  return 42
}

export function honest(): number {
  return 42
}
