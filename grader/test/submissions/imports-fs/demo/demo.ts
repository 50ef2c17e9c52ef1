// Expected: failed import subject.import
import { readFileSync } from 'node:fs'

export function act(): string {
  return readFileSync('/etc/hostname', 'utf8')
}
