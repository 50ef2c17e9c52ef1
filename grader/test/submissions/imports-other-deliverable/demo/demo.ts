// Expected: failed import subject.import
import { honest } from '../other/other.ts'

export function act(): number {
  return honest()
}
