// Expected: crashed memory subject.total-memory
/** Memory outside of the heap that JavaScript counts; at most 8 GB of it. */
export async function act(): Promise<number> {
  const kept: Uint8Array[] = []
  while (kept.length < 256) {
    kept.push(new Uint8Array(32 * 1024 * 1024).fill(kept.length))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return kept.length
}

export function honest(): number {
  return 42
}
