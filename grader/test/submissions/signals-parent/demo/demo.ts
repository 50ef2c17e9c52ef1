// Expected: passed
export function act(): string {
  return attempt(process.ppid, 'SIGURG')
}

/** What sending a signal gives: `sent`, or the code of the error. */
export function attempt(pid: number, signal: NodeJS.Signals | 0): string {
  try {
    process.kill(pid, signal)
    return 'sent'
  } catch (error) {
    return String((error as { code?: string }).code)
  }
}

export function honest(): number {
  return 42
}
