// Expected: passed
const { getPriority, setPriority } = process.getBuiltinModule('node:os')

export function act(): string {
  return attempt(process.ppid)
}

/** Whether the priority of a process may be set, here to what it is already. */
export function attempt(pid: number): string {
  try {
    setPriority(pid, getPriority(pid))
    return 'set'
  } catch (error) {
    return String((error as { info?: { code?: string } }).info?.code)
  }
}

export function honest(): number {
  return 42
}
