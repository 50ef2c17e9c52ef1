/** Mean and population standard deviation. */
export function spread(values: ArrayLike<number>): { mean: number; std: number } {
  const items = Array.from(values)
  const mean = items.reduce((sum, value) => sum + value, 0) / items.length
  const variance = items.reduce((sum, value) => sum + (value - mean) ** 2, 0) / items.length
  return { mean, std: Math.sqrt(variance) }
}
