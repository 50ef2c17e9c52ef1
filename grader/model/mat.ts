/** A dense float64 matrix as plain data, row by row: element (i, j) is `data[i * columns + j]`. */
export interface Mat {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

/** Recognises a {@link Mat} among values that came back from a subject. */
export function isMat(value: unknown): value is Mat {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rows' in value &&
    'data' in value &&
    value.data instanceof Float64Array
  )
}
