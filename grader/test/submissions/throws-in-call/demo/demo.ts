// Expected: failed threw subject.threw
export function act(): number {
  const sizes: number[] = [1, 2, 3]
  return largest(sizes)
}

function largest(sizes: number[]): number {
  // The types are erased, so that the line of the bundle is not this one.
  throw new RangeError(`no largest of ${String(sizes.length)}`)
}

export function honest(): number {
  return 42
}
