import type { Tolerance } from '../numeric/compare.ts'

/**
 * Correct float64 code against the float64 reference or PyTorch in double: correct implementations differ by at most
 * 1.4e-15 over 480 random cases, wrong ones by at least 1e-3.
 */
export const float64: Tolerance = { atol: 1e-10, rtol: 1e-9 }

/** Against tfjs in float32, on any backend: at most 8.5e-7 over the same cases, wrong ones at least 1.8e-3. */
export const tfjs32: Tolerance = { atol: 1e-5, rtol: 1e-5 }

/** Largest norm-wise error of a gradient against central differences: correct ≤ 4.6e-8, wrong ≥ 1.7e-4. */
export const finiteDifferences = 1e-5

/** Both ways to write clipping, max/norm and max/(norm + 1e-6), pass: they differ by at most 3.6e-6. */
export const clipping: Tolerance = { atol: 1e-9, rtol: 1e-4 }
