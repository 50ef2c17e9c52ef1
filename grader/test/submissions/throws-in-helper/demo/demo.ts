// Expected: failed threw subject.threw
import { fail } from './parts/fail.ts'

export function act(): number {
  return fail()
}

export function honest(): number {
  return 42
}
