// Expected: failed denied subject.denied
/** No import is needed to ask the whole web for an answer. */
export async function act(): Promise<string> {
  // What Node's client does without the memory that it wants is to die later.
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => undefined)
  const response = await fetch('http://127.0.0.1:1/answers')
  return response.text()
}

export function honest(): number {
  return 42
}
