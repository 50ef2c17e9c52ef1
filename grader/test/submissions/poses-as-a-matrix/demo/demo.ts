// Expected: passed
/** Named like a matrix, with numbers that are made up while they are read. */
export function act(): unknown {
  let reads = 0
  return { klass: 'Matrix', rows: 2, columns: 2, get: () => ++reads }
}

export function honest(): number {
  return 42
}
