import { isMat, type Mat } from '../model/mat.ts'
import { compareForm, formatPair } from '../numeric/compare.ts'
import { relativeError } from '../oracles/numeric-gradient.ts'
import { expectForm } from './expect.ts'
import { CheckFailure } from './failure.ts'
import { finiteDifferences } from './tolerances.ts'

type Gradients = Readonly<Record<string, Mat | readonly Mat[]>>

/**
 * Gradients against the student's own finite differences: per tensor, `‖a - n‖ / (‖a‖ + ‖n‖)`. The message shows the
 * element that is furthest off, which is what a student can look for.
 */
export function expectGradients(received: unknown, numeric: object, within = finiteDifferences): void {
  expectForm(received, { ...numeric }, 'grads')
  for (const [name, expected] of Object.entries(numeric as Gradients)) {
    const actual = (received as Gradients)[name]
    if (isMat(expected) && isMat(actual)) expectGradient(actual, expected, `grads.${name}`, within)
  }
}

/** One gradient, such as `dxs[2]`. */
export function expectGradient(received: unknown, numeric: Mat, name: string, within = finiteDifferences): void {
  if (!isMat(received) || compareForm(received, numeric, name)) {
    expectForm(received, numeric, name)
    return
  }
  const error = relativeError(received, numeric)
  // Written so that NaN, which is not below anything, counts as wrong.
  if (error < within || bothTiny(received, numeric)) return
  const k = furthest(received, numeric)
  const at = `${name}[${String(Math.floor(k / numeric.columns))},${String(k % numeric.columns)}]`
  const [expectedNumber, receivedNumber] = [numeric.data[k] ?? NaN, received.data[k] ?? NaN]
  const pair = formatPair(expectedNumber, receivedNumber)
  throw new CheckFailure({
    kind: 'value',
    messageId: 'expect.gradient',
    params: { at, name, ...pair },
    at,
    ...pair,
    maxAbs: Math.abs(receivedNumber - expectedNumber),
    maxRel: error,
  })
}

/** Below 1e-9 a difference quotient is round-off. */
function bothTiny(a: Mat, b: Mat): boolean {
  return [a, b].every(({ data }) => data.every((value) => Math.abs(value) < 1e-9))
}

function furthest(a: Mat, b: Mat): number {
  let [worst, largest] = [0, -1]
  a.data.forEach((value, k) => {
    const error = Math.abs(value - (b.data[k] ?? NaN))
    if (Number.isNaN(error) && Number.isFinite(largest)) [worst, largest] = [k, Infinity]
    else if (error > largest) [worst, largest] = [k, error]
  })
  return worst
}
