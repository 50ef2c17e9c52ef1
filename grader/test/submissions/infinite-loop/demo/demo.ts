// Expected: crashed timeout subject.timeout
export function act(): number {
  let n = 1
  while (n > 0) n = (n % 7) + 1
  return n
}

export function honest(): number {
  return 42
}
