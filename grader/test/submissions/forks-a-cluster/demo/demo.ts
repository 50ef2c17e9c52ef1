// Expected: failed denied subject.denied
export function act(): number | undefined {
  return process.getBuiltinModule('node:cluster').fork({ NODE_OPTIONS: '' }).process.pid
}

export function honest(): number {
  return 42
}
