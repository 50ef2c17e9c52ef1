// Expected: passed
import type { Stats } from 'node:fs'

export function act(): number {
  const stats: Stats | undefined = undefined
  return stats === undefined ? 1 : 0
}

export function honest(): number {
  return 42
}
