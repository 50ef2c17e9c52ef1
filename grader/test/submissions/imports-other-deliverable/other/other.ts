export function honest(): number {
  return 42
}
