/** Random cases for the oracles' own tests: sizes, weights and inputs from a named stream of one seed. */
import { expect } from 'vitest'
import type { Mat } from '../../model/mat.ts'
import { compare, type Expected, type Tolerance } from '../../numeric/compare.ts'
import { map } from '../../numeric/mat.ts'
import { stream, type Random } from '../../numeric/random.ts'
import type { GruParams, LstmParams, RnnParams } from '../../oracles/params.ts'

/** Replay with `LAB_TEST_SEED=<seed> npx vitest run …`. */
export const seed = Number(process.env['LAB_TEST_SEED'] ?? 1997)

export interface Case<P> {
  readonly params: P
  readonly xs: Mat[]
  readonly h0: Mat
  readonly c0: Mat
  readonly dhs: Mat[]
  readonly labels: number[]
}

/** As many titles as cases, each naming its seed and number, so that a failure can be replayed. */
export const titles = (count: number): string[] =>
  Array.from({ length: count }, (_, k) => `seed ${String(seed)}, case ${String(k)}`)

export function rnnCase(title: string): Case<RnnParams> {
  return drawCase(title, (random, D, H, O) => {
    const weights = (rows: number, columns: number): Mat => float32(random.matrix(rows, columns, H ** -0.5))
    return { Wxh: weights(H, D), Whh: weights(H, H), bh: weights(H, 1), Why: weights(O, H), by: weights(O, 1) }
  })
}

export function lstmCase(title: string): Case<LstmParams> {
  return drawCase(title, (random, D, H) => {
    const W = (): Mat => float32(random.matrix(H, H + D, H ** -0.5))
    const b = (): Mat => float32(random.matrix(H, 1, 0.3))
    return { Wf: W(), Wi: W(), Wc: W(), Wo: W(), bf: b(), bi: b(), bc: b(), bo: b() }
  })
}

export function gruCase(title: string): Case<GruParams> {
  return drawCase(title, (random, D, H) => {
    const W = (): Mat => float32(random.matrix(H, H + D, H ** -0.5))
    const b = (): Mat => float32(random.matrix(H, 1, 0.3))
    return { Wr: W(), Wz: W(), Wh: W(), br: b(), bz: b(), bh: b() }
  })
}

export function expectClose(received: unknown, expected: Expected, tolerance: number | Tolerance): void {
  const limits = typeof tolerance === 'number' ? { atol: tolerance, rtol: 0 } : tolerance
  expect(compare(received, expected, limits, 'result')).toBeUndefined()
}

function drawCase<P>(title: string, params: (random: Random, D: number, H: number, O: number) => P): Case<P> {
  const random = stream(seed, title)
  const [D, H, O, B, T] = [random.int(1, 5), random.int(1, 6), random.int(2, 4), random.int(1, 4), random.int(1, 7)]
  const each = (count: number, rows: number): Mat[] =>
    Array.from({ length: count }, () => float32(random.matrix(rows, B)))
  const [h0, c0] = [float32(random.matrix(H, B, 0.5)), float32(random.matrix(H, B, 0.5))]
  const labels = Array.from({ length: B }, () => random.int(0, O - 1))
  return { params: params(random, D, H, O), xs: each(T, D), dhs: each(T, H), h0, c0, labels }
}

/** Numbers that float32 holds exactly, so that rounding the inputs is no part of a comparison. */
function float32(m: Mat): Mat {
  return map(m, Math.fround)
}
