/** Functions that a submission exports, in the order of the handout's tasks. */
export const required = [
  'makeWindows',
  'chronologicalSplit',
  'fitScaler',
  'regressionMetrics',
  'defaultForecasterConfig',
  'defaultForecasterOptions',
  'buildForecaster',
  'trainForecaster',
  'compareCells',
] as const

export type Cell = 'lstm' | 'gru'

export interface ForecasterConfig {
  readonly cell: Cell
  readonly window: number
  readonly horizon: number
  readonly hiddenSize: number
  readonly numLayers: number
  readonly dropout: number
}

export interface TrainOptions {
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly clipNorm: number
  readonly weightDecay: number
  readonly seed: number
}

/** Windows and what follows each. */
export interface Windows {
  readonly xs: readonly (readonly number[])[]
  readonly ys: readonly (readonly number[])[]
}

/**
 * The most that the configuration a student chooses may cost on the sinusoid; both are several times what is needed.
 * The second is what takes the time: steps of the optimiser times the steps in time that each walks through.
 */
export const workLimits = { parametersTimesSteps: 4_000_000, timeSteps: 20_000 } as const
