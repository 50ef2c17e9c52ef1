/**
 * Random cases to measure right code on, at the scales of the cases that students' code is compared on: recurrent
 * weights that are not chaotic, biases and states that are not zero, LSTM cells above 1.
 */
import type { Mat } from '../../model/mat.ts'
import type { Random } from '../../numeric/random.ts'
import type { GruParams, LstmParams, PeepholeParams, ResetAfterParams, RnnParams } from '../params.ts'

export interface Sizes {
  readonly D: number
  readonly H: number
  readonly O: number
  readonly B: number
  readonly T: number
}

/** Parameters with everything that a pass over a sequence is given; `dhs` comes from outside. */
export interface Case<Params> {
  readonly sizes: Sizes
  readonly params: Params
  readonly xs: readonly Mat[]
  readonly h0: Mat
  readonly c0: Mat
  readonly dhs: readonly Mat[]
  readonly labels: readonly number[]
}

export type RnnCase = Case<RnnParams>
export type LstmCase = Case<PeepholeParams>
export type GruCase = Case<ResetAfterParams>

/** One unit, one step and one example come often; the largest are those of the checks' own random sizes. */
export function drawSizes(random: Random): Sizes {
  const upTo = (most: number): number => random.int(1, most)
  return { D: upTo(6), H: upTo(8), O: random.int(2, 5), B: upTo(5), T: upTo(12) }
}

export function drawRnn(random: Random, sizes = drawSizes(random)): RnnCase {
  const { D, H, O } = sizes
  const params = {
    Wxh: random.matrix(H, D, Math.sqrt(1 / (H + D))),
    Whh: random.matrix(H, H, 0.7 / Math.sqrt(H)),
    bh: random.matrix(H, 1, 0.3),
    Why: random.matrix(O, H, Math.sqrt(2 / (H + O))),
    by: random.matrix(O, 1, 0.3),
  }
  return drawCase(random, sizes, params)
}

export function drawLstm(random: Random, sizes = drawSizes(random)): LstmCase {
  const [W, b] = [gateWeights(random, sizes), (): Mat => random.matrix(sizes.H, 1, 0.3)]
  const params: LstmParams = { Wf: W(), Wi: W(), Wc: W(), Wo: W(), bf: b(), bi: b(), bc: b(), bo: b() }
  const bf = { ...params.bf, data: params.bf.data.map((value) => 1 + value) }
  const look = (): Mat => random.matrix(sizes.H, 1, 0.7)
  return drawCase(random, sizes, { ...params, bf, pf: look(), pi: look(), po: look() })
}

export function drawGru(random: Random, sizes = drawSizes(random)): GruCase {
  const [W, b] = [gateWeights(random, sizes), (): Mat => random.matrix(sizes.H, 1, 0.4)]
  const params: GruParams = { Wr: W(), Wz: W(), Wh: W(), br: b(), bz: b(), bh: b() }
  return drawCase(random, sizes, { ...params, bhh: random.matrix(sizes.H, 1, 0.5) })
}

function gateWeights(random: Random, { D, H }: Sizes): () => Mat {
  return () => random.matrix(H, H + D, Math.sqrt(1 / (H + D)))
}

function drawCase<Params>(random: Random, sizes: Sizes, params: Params): Case<Params> {
  const { D, H, O, B, T } = sizes
  const sequence = (rows: number): Mat[] => Array.from({ length: T }, () => random.matrix(rows, B))
  return {
    sizes,
    params,
    xs: sequence(D),
    h0: random.matrix(H, B, 0.6),
    c0: random.matrix(H, B, 1.5),
    dhs: sequence(H),
    labels: Array.from({ length: B }, () => random.int(0, O - 1)),
  }
}
