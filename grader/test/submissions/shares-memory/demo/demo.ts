// Expected: passed
const shared = new Float64Array(new SharedArrayBuffer(24)).fill(1)

/** Another value a moment after it was returned. */
export function act(): Float64Array {
  setInterval(() => shared.fill(shared[0] + 1), 0)
  setTimeout(() => shared.fill(2), 0)
  return shared
}

export function honest(): number {
  return 42
}
