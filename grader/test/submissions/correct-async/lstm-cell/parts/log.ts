let lines = 0

/** Counts what it prints. */
export function log(...words: readonly unknown[]): void {
  lines += 1
  console.info(lines, ...words)
}
