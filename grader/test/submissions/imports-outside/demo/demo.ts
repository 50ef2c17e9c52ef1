// Expected: failed import subject.import
import { secret } from '../../solution.ts'

export function act(): number {
  return secret
}
