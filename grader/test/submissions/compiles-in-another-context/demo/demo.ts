// Expected: passed
const { runInNewContext } = process.getBuiltinModule('node:vm')

/** Code from text, in a realm where nothing was taken away; what it may do is the process's matter. */
export function act(): unknown[] {
  const attempts = ['6 * 7', 'typeof process', 'this.constructor.constructor("return typeof process")()']
  return attempts.map((text) => {
    try {
      return runInNewContext(text) as unknown
    } catch (error) {
      return (error as Error).name
    }
  })
}

export function honest(): number {
  return 42
}
