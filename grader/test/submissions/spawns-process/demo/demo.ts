// Expected: failed denied subject.denied
export function act(): string {
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  return execFileSync(process.execPath, ['-e', 'console.log(1)'], { encoding: 'utf8' })
}

export function honest(): number {
  return 42
}
