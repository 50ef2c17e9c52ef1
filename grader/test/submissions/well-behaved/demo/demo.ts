// Expected: passed
import { Matrix } from 'ml-matrix'
import { createRandom } from '../shared/random.ts'
import { twice } from './helper.ts'

let calls = 0

/** How often this process was asked: a process that was replaced begins again. */
export function act(): number {
  return ++calls
}

export function honest(): number {
  return 42
}

export function double(m: Matrix): Matrix {
  return twice(m)
}

export function draw(seed: number): number {
  return createRandom(seed).normal()
}
