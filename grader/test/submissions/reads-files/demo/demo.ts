// Expected: failed denied subject.denied
export function act(): string {
  return process.getBuiltinModule('node:fs').readFileSync('/etc/hostname', 'utf8')
}

/** What each path gives: its text, or the code of the error. */
export function attempt(paths: readonly string[]): string[] {
  const { readFileSync, readdirSync, statSync } = process.getBuiltinModule('node:fs')
  return paths.map((path) => {
    try {
      return statSync(path).isDirectory() ? readdirSync(path).join() : `read ${String(readFileSync(path).length)}`
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
}

export function honest(): number {
  return 42
}
