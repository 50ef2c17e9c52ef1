// Expected: passed
/** Whatever is 1 to `==`, to arithmetic or to the eye, and no number. */
export function act(): unknown[] {
  return [
    '1',
    true,
    [1],
    Object(1),
    1n,
    new Date(1),
    { valueOf: () => 1 },
    { toString: () => '1' },
    { [Symbol.toPrimitive]: () => 1 },
    { rows: 1, columns: 1, data: [1] },
    { length: 1, 0: 1 },
    new String('1'),
  ]
}

export function honest(): number {
  return 42
}
