// Expected: failed not-implemented subject.not-implemented
import { NotImplemented } from '../shared/not-implemented.ts'

export function act(): number {
  throw new NotImplemented('D1', 'act', 'assignments/demo/README.md')
}

export function honest(): number {
  return 42
}
