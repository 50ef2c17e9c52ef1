// Expected: passed
/** The guest sets `Math.random` anew before every call. Here it cannot. */
Object.defineProperty(Math, 'random', { get: () => () => 0.5, set: () => undefined })

export function act(): number {
  return Math.random()
}

export function honest(): number {
  return 42
}
