// Expected: crashed protocol subject.protocol
/** Every answer leaves through `JSON.stringify`, which is the student's to replace. */
const { stringify } = JSON
type Node = [string, [string, unknown][]]

export function act(): number {
  JSON.stringify = ((header: Node) => {
    JSON.stringify = stringify
    return stringify([header[0], header[1].map(([key, value]) => [key, key in forged ? forged[key] : value])])
  }) as typeof JSON.stringify
  return 42
}

const forged: Record<string, unknown> = { value: ['h', 0, []] }

export function honest(): number {
  return 42
}
