// Expected: crashed memory subject.memory
const { setHeapSnapshotNearHeapLimit } = process.getBuiltinModule('node:v8')

/** V8 writes hundreds of megabytes by itself when its memory runs out. */
export function act(): number {
  try {
    setHeapSnapshotNearHeapLimit(1)
  } catch {
    // Newer Nodes deny it.
  }
  const kept: number[][] = []
  for (;;) kept.push(new Array<number>(100_000).fill(kept.length + 0.5))
}

export function honest(): number {
  return 42
}
