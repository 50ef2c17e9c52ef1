/** Two ways to the same numbers in float32, such as another batch size: a right model repeats itself to 1e-6. */
export const float32 = 1e-5

/** What another source, seed or training changes: at least 5e-3 for freshly built models, over 120 seeds. */
export const visible = 1e-3

/** What a single early step changes: at least 4e-3 over the same seeds; what does not reach the decoder, exactly 0. */
export const faint = 1e-4

/** Relative error of a loss that must be a known number: right losses are within 2e-7. */
export const lossError = 1e-4
