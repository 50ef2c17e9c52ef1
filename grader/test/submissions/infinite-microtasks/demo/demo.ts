// Expected: crashed timeout subject.timeout
export async function act(): Promise<number> {
  for (;;) await Promise.resolve()
}

export function honest(): number {
  return 42
}
