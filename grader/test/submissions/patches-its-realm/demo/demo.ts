// Expected: passed
/** What a comparison in the same realm would stand on. */
export function act(): number {
  Math.abs = () => 0
  Number.isNaN = () => false
  Number.EPSILON.constructor.prototype.toFixed = () => '1'
  Array.prototype.every = () => true
  Array.prototype.some = () => false
  Float64Array.prototype.every = () => true
  return 7
}

export function honest(): number {
  return 42
}
