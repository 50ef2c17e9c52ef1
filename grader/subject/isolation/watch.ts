import { readdirSync } from 'node:fs'
import { maxProcesses, totalMegabytes } from './limits.ts'
import { textOf } from './look.ts'

const everyMs = 100

/**
 * Looks at a process and all that it started, several times a second, and calls `exceeded` once when they hold too much
 * memory or are too many. Where the system does not show processes as files, nothing is seen. Returns how to stop.
 */
export function watchProcesses(pid: number, exceeded: (what: 'memory' | 'processes') => void): () => void {
  if (process.platform !== 'linux') return () => undefined
  const timer = setInterval(() => {
    const family = familyOf(pid)
    const kilobytes = family.reduce((sum, member) => sum + residentKilobytes(member), 0)
    const what = family.length > maxProcesses ? 'processes' : kilobytes > totalMegabytes * 1024 ? 'memory' : undefined
    if (what === undefined) return
    clearInterval(timer)
    exceeded(what)
  }, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** A process and its descendants, no more of them than it takes to say that they are too many. */
export function familyOf(pid: number): number[] {
  const family = [pid]
  for (const member of family) {
    if (family.length > 4 * maxProcesses) break
    family.push(...childrenOf(member))
  }
  return family
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${String(pid)}/task`
  try {
    return readdirSync(tasks).flatMap((task) => numbers(textOf(`${tasks}/${task}/children`)))
  } catch {
    return []
  }
}

function numbers(text: string): number[] {
  return text.split(' ').flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : []))
}

function residentKilobytes(pid: number): number {
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(textOf(`/proc/${String(pid)}/status`))?.[1] ?? 0)
}
