// Expected: passed
import { Matrix } from 'ml-matrix'
import { name } from './helper.ts'

class Fields {
  declared?: number
}

export function act(): number {
  return 1
}

/** True and true when no configuration but the grader's own was read. */
export function untouched(): Record<string, unknown> {
  return { fields: 'declared' in new Fields(), matrix: typeof Matrix.zeros, helper: name }
}

export function honest(): number {
  return 42
}
