// Expected: failed denied subject.denied
export function act(): number {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker('while (true);', { eval: true }).threadId
}

export function honest(): number {
  return 42
}
