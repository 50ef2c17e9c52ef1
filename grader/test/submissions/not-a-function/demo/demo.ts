// Expected: failed missing-export subject.not-a-function
export const act = 1

export function honest(): number {
  return 42
}
