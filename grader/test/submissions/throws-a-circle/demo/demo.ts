// Expected: failed threw subject.threw
/** Its own cause, with texts that are others at each reading and longer than anybody reads. */
export function act(): never {
  const error = new AggregateError([], 'circle') as Error & { errors: unknown[] }
  let reads = 0
  error.cause = error
  error.errors.push(error)
  Object.defineProperty(error, 'message', { get: () => `circle ${String(++reads)} ${'o'.repeat(100_000 * reads)}` })
  throw error
}

export function honest(): number {
  return 42
}
