// Expected: passed
const key = Symbol.for('note')

/** What an earlier process left here for the next one: the words that were found. */
export function act(): string[] {
  const places: [() => unknown, () => void][] = [
    [() => (globalThis as Record<symbol, unknown>)[key], () => Object.assign(globalThis, { [key]: 'note' })],
    [() => process.env.NOTE, () => (process.env.NOTE = 'note')],
    [() => (process.title === 'note' ? 'note' : undefined), () => (process.title = 'note')],
    [() => (process.umask() === 0 ? 'note' : undefined), () => process.umask(0)],
    [() => (Object.prototype as { note?: string }).note, () => Object.assign(Object.prototype, { note: 'note' })],
  ]
  const found = places.flatMap(([look]) => (look() === undefined ? [] : [String(look())]))
  for (const [, leave] of places) leave()
  delete (Object.prototype as { note?: string }).note
  return found
}

export function honest(): number {
  return 42
}
