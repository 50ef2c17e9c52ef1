import type { Matrix } from 'ml-matrix'

export interface Sizes {
  inputSize: number
  hiddenSize: number
  outputSize: number
}

export interface Params {
  Wxh: Matrix
  Whh: Matrix
  bh: Matrix
  Why: Matrix
  by: Matrix
}
