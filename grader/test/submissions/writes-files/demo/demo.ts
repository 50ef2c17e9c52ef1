// Expected: failed denied subject.denied
export function act(): number {
  process.getBuiltinModule('node:fs').writeFileSync('results.json', '{ "points": 100 }')
  return 1
}

/** What writing to each path gives: `written`, or the code of the error. */
export function attempt(paths: readonly string[]): string[] {
  const { writeFileSync } = process.getBuiltinModule('node:fs')
  return paths.map((path) => {
    try {
      writeFileSync(path, 'mine')
      return 'written'
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
}

export function honest(): number {
  return 42
}
