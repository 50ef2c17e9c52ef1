// Expected: failed denied subject.denied
export function act(): number {
  return new WebAssembly.Memory({ initial: 1 }).buffer.byteLength
}

export function honest(): number {
  return 42
}
