// Expected: passed
const { constants } = process.getBuiltinModule('node:os')

/** Deaf to every signal and error that a process may be deaf to, and never without something to do. */
export function act(): string {
  const ignore = (): void => undefined
  for (const event of ['uncaughtException', 'unhandledRejection', 'beforeExit', 'disconnect']) process.on(event, ignore)
  for (const signal of Object.keys(constants.signals)) {
    try {
      process.on(signal, ignore)
    } catch {
      // Of the few that nobody can catch.
    }
  }
  for (let k = 0; k < 100; k++) setInterval(ignore, 1)
  setTimeout(() => {
    throw new Error('ignored')
  }, 0)
  return 'still here'
}

export function honest(): number {
  return 42
}
