// Expected: crashed timeout subject.timeout
let n = 1
while (n > 0) n = (n % 7) + 1

export function act(): number {
  return n
}
