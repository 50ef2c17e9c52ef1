/**
 * How near to the truth a number must be. The errors are the worst of right code over 1,000 random cases a line, by
 * `npm run audit -- --tolerances` (seed 11, November 2026; see decision 0018). The command fails when a margin is below
 * ten. What wrong code differs by at least is from the measurements of decision 0008.
 */
import type { Tolerance } from '../numeric/compare.ts'

/** The same numbers. */
export const exactly: Tolerance = { atol: 0, rtol: 0 }

/**
 * Right float64 code against the float64 reference or PyTorch in double. Sums in another order: 5.6e-16 (RNN), 1.3e-15
 * (LSTM), 2.1e-15 (GRU), margin 68,000 or more; other stable sigmoids and softmaxes: margin above 10⁶. Wrong: ≥ 1e-3.
 */
export const float64: Tolerance = { atol: 1e-10, rtol: 1e-9 }

/**
 * Right float64 code against tfjs in float32, on any backend. On wasm 7.8e-7 (RNN, margin 13), 3.1e-7 (LSTM, 33),
 * 2.2e-7 (GRU, 49), 9.9e-8 (2 to 4 LSTMs stacked, 100); on cpu 4.1e-7 at most (39). Wrong: ≥ 1.8e-3.
 */
export const tfjs32: Tolerance = { atol: 1e-5, rtol: 1e-5 }

/**
 * Largest norm-wise error of a gradient against central differences with a step of 1e-5: 1.5e-9 (RNN), 1.3e-8 (LSTM),
 * 1.7e-8 (GRU), margin 590 or more. Wrong: ≥ 1.7e-4.
 */
export const finiteDifferences = 1e-5

/** Both ways to write clipping pass, max/norm and max/(norm + 1e-6): margin 220. Wrong: ≥ 6.6e-2. */
export const clipping: Tolerance = { atol: 1e-9, rtol: 1e-4 }

/** The slope of a loss along a direction, against central differences: 2.8e-11, margin 4,500. */
export const directional: Tolerance = { atol: 1e-7, rtol: 1e-5 }

/** Losses of 200 epochs whose gradients are not clipped, sums in another order: 2.2e-16, margin above 10⁷. */
export const lossCurve: Tolerance = { atol: 1e-8, rtol: 1e-6 }

/**
 * Losses and weights of twelve steps that are all clipped, either way: 1.3e-6, margin 110; over five seeds at worst
 * 3.1e-6, margin 32. A tenth of this tolerance left 3.2.
 */
export const clippedTraining: Tolerance = { atol: 1e-4, rtol: 1e-3 }

/** Norms of up to fifty powers of a matrix, multiplied from either side: margin above 10⁶. */
export const powers: Tolerance = { atol: 1e-12, rtol: 1e-8 }

/** Norms of fifty powers of a scaled orthogonal matrix against their closed form: margin 2·10⁸. */
export const orthogonalPowers: Tolerance = { atol: 0, rtol: 1e-6 }
