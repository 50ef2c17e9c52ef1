// Expected: failed denied subject.denied
/** An inspector reads what no module can reach, and listens on a port. */
export function act(): string | undefined {
  const inspector = process.getBuiltinModule('node:inspector')
  inspector.open(0, '127.0.0.1')
  return inspector.url()
}

export function honest(): number {
  return 42
}
