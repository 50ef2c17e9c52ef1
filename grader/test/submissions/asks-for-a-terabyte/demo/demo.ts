// Expected: failed memory subject.total-memory
export function act(): number {
  return new ArrayBuffer(2 ** 40).byteLength + new SharedArrayBuffer(2 ** 40).byteLength
}

export function honest(): number {
  return 42
}
