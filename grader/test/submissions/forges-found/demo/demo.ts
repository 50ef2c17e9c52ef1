// Expected: failed missing-export subject.not-a-function
/** An answer that says the function is missing, and of a type that is no text. */
const { stringify } = JSON

export function act(): number {
  JSON.stringify = ((header: [string, [string, unknown][]]) => {
    JSON.stringify = stringify
    const [id] = header[1]
    return stringify(['o', [id, ['status', 'missing'], ['found', ['o', []]]]])
  }) as typeof JSON.stringify
  return 42
}

export function honest(): number {
  return 42
}
