// Expected: passed
/** Asks the process above to open its debugger, in which one may set one's points. */
export function act(): string {
  const debug = (process as unknown as { _debugProcess: (pid: number) => void })._debugProcess
  // To nobody would be to all of this process's own group.
  if (process.ppid === 0) return 'nobody'
  try {
    debug(process.ppid)
    return 'sent'
  } catch (error) {
    return (error as Error).message
  }
}

export function honest(): number {
  return 42
}
