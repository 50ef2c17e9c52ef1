/** Prints, on both streams and with whatever is at hand. */
export function say(...words: unknown[]): void {
  console.log('»', ...words)
  console.error('a warning that is none')
}

/** So that nobody changes by accident what they were given. */
export function freeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (Array.isArray(part)) freeze(part)
  return Object.freeze(value)
}

export const tick = (): Promise<void> => new Promise((done) => process.nextTick(done))
