// Expected: passed
const captured = Math.random
const atImport = captured()

export function act(count = 3): number[] {
  return Array.from({ length: count }, () => Math.random())
}

export function early(): number {
  return atImport
}

export function late(): number {
  return captured()
}

export function honest(): number {
  return 42
}
