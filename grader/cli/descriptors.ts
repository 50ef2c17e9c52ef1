import { closeSync, readdirSync, readFileSync } from 'node:fs'

/** Set on every descriptor that a program opens for itself: it does not survive into what that program starts. */
const closeOnExec = 0o2000000

/**
 * Closes what whoever started this process left open, but for input and outputs. Node keeps the lowest of them to itself
 * and hands the others on to what it starts: students' processes would read from a file or write to a pipe of, say, a CI
 * job. Only Linux tells them apart from this process's own.
 */
export function closeInherited(): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync('/proc/self/fd')) {
    const descriptor = Number(name)
    if (descriptor > 2 && isInherited(name)) closeSync(descriptor)
  }
}

function isInherited(name: string): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${name}`, 'utf8'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0
  } catch {
    // The one that listed the others.
    return false
  }
}
