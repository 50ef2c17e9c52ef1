import type { Tf } from '../backend/tf.ts'
import * as tolerances from '../checks/tolerances.ts'
import type { MessageId } from '../messages/say.ts'
import type { Tolerance } from '../numeric/compare.ts'
import type { Random } from '../numeric/random.ts'
import { float32Tolerance } from '../oracles/agreement-without-reference.ts'
import { forwardTolerance } from '../oracles/agreement.ts'
import type { Pair } from '../oracles/margins/deviations.ts'
import * as in32 from '../oracles/margins/float32.ts'
import * as in64 from '../oracles/margins/float64.ts'
import * as slopes from '../oracles/margins/slopes.ts'
import * as training from '../oracles/margins/training.ts'

/** A tolerance as the table calls it. */
export interface Named {
  readonly name: string
  readonly tolerance: Tolerance
}

/** What is measured: right answers by two hands, and the tolerances that they must stay within. */
export interface Question {
  readonly what: MessageId
  readonly pairs: (random: Random, tf: Tf) => readonly Pair[] | Promise<readonly Pair[]>
  readonly within: readonly Named[]
}

const within = (name: string, tolerance: Tolerance | number): Named => {
  return { name, tolerance: typeof tolerance === 'number' ? { atol: tolerance, rtol: 0 } : tolerance }
}
const exact = [within('float64', tolerances.float64)]
const exactEverywhere = [...exact, within('forwardTolerance', forwardTolerance)]
const single = [within('tfjs32', tolerances.tfjs32)]
const singleEverywhere = [...single, within('float32Tolerance', float32Tolerance)]
const differences = [within('finiteDifferences', tolerances.finiteDifferences)]

/** Questions that need no backend. */
export const questions64: readonly Question[] = [
  { what: 'tolerances.rnn-all', pairs: in64.rnnPairs, within: exactEverywhere },
  { what: 'tolerances.lstm-all', pairs: in64.lstmPairs, within: exactEverywhere },
  { what: 'tolerances.gru-all', pairs: in64.gruPairs, within: exactEverywhere },
  { what: 'tolerances.sigmoid', pairs: in64.sigmoidPairs, within: exact },
  { what: 'tolerances.softmax', pairs: in64.lossPairs, within: exact },
  { what: 'tolerances.rnn-slopes', pairs: slopes.rnnPairs, within: differences },
  { what: 'tolerances.lstm-slopes', pairs: slopes.lstmPairs, within: differences },
  { what: 'tolerances.gru-slopes', pairs: slopes.gruPairs, within: differences },
  {
    what: 'tolerances.direction',
    pairs: slopes.directionPairs,
    within: [within('directional', tolerances.directional)],
  },
  { what: 'tolerances.clipping', pairs: training.clippingPairs, within: [within('clipping', tolerances.clipping)] },
  { what: 'tolerances.curve', pairs: training.curvePairs, within: [within('lossCurve', tolerances.lossCurve)] },
  {
    what: 'tolerances.clipped-training',
    pairs: training.clippedTrainingPairs,
    within: [within('clippedTraining', tolerances.clippedTraining)],
  },
  { what: 'tolerances.powers', pairs: training.powerPairs, within: [within('powers', tolerances.powers)] },
  {
    what: 'tolerances.orthogonal',
    pairs: training.orthogonalPairs,
    within: [within('orthogonalPowers', tolerances.orthogonalPowers)],
  },
]

/** Questions that are asked on every backend. */
export const questions32: readonly Question[] = [
  { what: 'tolerances.rnn-states', pairs: in32.rnnPairs, within: singleEverywhere },
  { what: 'tolerances.lstm-states', pairs: in32.lstmPairs, within: singleEverywhere },
  { what: 'tolerances.gru-states', pairs: in32.gruPairs, within: singleEverywhere },
  { what: 'tolerances.stack', pairs: in32.stackPairs, within: single },
  { what: 'tolerances.activations', pairs: in32.activationPairs, within: single },
]
