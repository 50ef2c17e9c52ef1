import { Matrix } from 'ml-matrix'
import { say, tick } from '../talk.ts'

/** An endless stream of powers, the next one only when somebody asks. */
async function* powers(W: Matrix): AsyncGenerator<Matrix, never> {
  let power = Matrix.eye(W.rows)
  while (true) {
    yield power
    await tick()
    power = power.mmul(W)
  }
}

export async function gradientNorms(Whh: Matrix, steps: number): Promise<readonly number[]> {
  say('gradientNorms', steps)
  const norms: number[] = []
  for await (const power of powers(Whh)) {
    norms.push(power.norm('frobenius'))
    if (norms.length >= steps) break
  }
  return Object.freeze(norms)
}
