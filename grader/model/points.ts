/** Points are whole hundredths everywhere inside, so that sums are exact. */
export type Hundredths = number

export function toHundredths(points: number): Hundredths {
  return Math.round(points * 100)
}

export function toPoints(hundredths: Hundredths): number {
  return Math.round(hundredths) / 100
}

/**
 * Shares `total` among weights so that the shares are whole and add up to it exactly: the largest remainders get what
 * rounding down left over (Hamilton's method), the first of equals first. No share passes its limit, where there are
 * some; what the limits leave no room for is not shared.
 */
export function share(total: number, weights: readonly number[], limits: readonly number[] = []): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const quotas = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum))
  const limit = (k: number): number => limits[k] ?? Infinity
  const shares = quotas.map((quota, k) => Math.min(Math.floor(quota), limit(k)))
  const order = quotas
    .map((quota, k) => ({ k, remainder: quota - Math.floor(quota), nothing: Number(weights[k] === 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.nothing - b.nothing || a.k - b.k)
    .map(({ k }) => k)
  for (let left = total - shares.reduce((a, b) => a + b, 0); left > 0;) {
    const lucky = order.filter((k) => (shares[k] ?? 0) < limit(k)).slice(0, left)
    if (lucky.length === 0) break
    for (const k of lucky) shares[k] = (shares[k] ?? 0) + 1
    left -= lucky.length
  }
  return shares
}
