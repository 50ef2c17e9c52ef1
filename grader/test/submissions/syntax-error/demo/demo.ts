// Expected: failed syntax subject.syntax
export function act(): number {
  return (1 + 2
}
