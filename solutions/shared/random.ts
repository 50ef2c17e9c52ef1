/** A stream of random numbers that a seed determines: the same seed always gives the same numbers, in the same order. */
export interface Random {
  /** The next number of a uniform distribution in [low, high); [0, 1) when the bounds are left out. */
  uniform(low?: number, high?: number): number
  /** The next number of a normal distribution; mean 0 and standard deviation 1 when they are left out. */
  normal(mean?: number, std?: number): number
}

/**
 * Opens the stream of a seed. Two streams opened with one seed give the same numbers, whatever other streams do.
 *
 * @param seed - a whole number
 */
export function createRandom(seed: number): Random {
  const unit = mulberry32(seed)
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * unit(),
    // Box–Muller; 1 - unit() lies in (0, 1], so the logarithm is finite.
    normal: (mean = 0, std = 1) => mean + std * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  }
}

/** Mulberry32: 32 bits of state, uniform in [0, 1). Good enough for initial weights, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
