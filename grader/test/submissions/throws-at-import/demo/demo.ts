// Expected: failed threw subject.threw-at-import
const sizes: number[] = []

const first = sizes[0].toFixed(2)

export function act(): string {
  return first
}
