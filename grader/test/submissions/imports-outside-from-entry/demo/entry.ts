import { secret } from '../../solution.ts'

export function act(): number {
  return secret
}
