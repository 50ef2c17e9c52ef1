// Expected: passed
/** Lists in lists in lists, deeper than any stack. */
export function act(): unknown {
  let abyss: unknown[] = []
  for (let depth = 0; depth < 50_000; depth++) abyss = [abyss]
  return abyss
}

export function honest(): number {
  return 42
}
