import type { KernelFunc, TensorInfo, TypedArray } from '@tensorflow/tfjs-core'
import type { Tf } from './tf.ts'

/** What this file needs of tfjs's core. */
type Core = Pick<Tf, 'getKernel' | 'registerKernel' | 'unregisterKernel' | 'util'>

/**
 * Registers what tfjs 4.22 lacks for training recurrent networks on wasm: the gradient of a gather (every embedding
 * needs it) and a product of transposed matrices that is not some ten times slower than a plain one. Call it before the
 * wasm backend starts. A second call changes nothing.
 */
export function registerWasmKernels(tf: Core): void {
  if (isRegistered(tf, 'wasm')) return
  registerWasmSegmentSum(tf)
  replaceBatchMatMul(tf)
}

/** Only the kernel without which an embedding cannot be trained; the bench measures the other against it. */
export function registerWasmSegmentSum(tf: Core): void {
  registerSegmentSum(tf, 'wasm', wasmSegmentSum(tf))
}

/** The stock kernel of the cpu backend goes once over all numbers for every row of the embedding: seconds a step. */
export function registerCpuKernels(tf: Core): void {
  if (cpuKernel) return
  cpuKernel = cpuSegmentSum(tf)
  tf.unregisterKernel('UnsortedSegmentSum', 'cpu')
  registerSegmentSum(tf, 'cpu', cpuKernel)
}

let cpuKernel: KernelFunc | undefined

/** The types of tfjs promise a kernel for every name. */
function isRegistered(tf: Core, backendName: string): boolean {
  return (tf.getKernel('UnsortedSegmentSum', backendName) as object | undefined) !== undefined
}

interface SegmentSum {
  readonly inputs: { readonly x: TensorInfo; readonly segmentIds: TensorInfo }
  readonly attrs: { readonly numSegments: number }
}

function registerSegmentSum(tf: Core, backendName: string, kernelFunc: KernelFunc): void {
  tf.registerKernel({ kernelName: 'UnsortedSegmentSum', backendName, kernelFunc })
}

/** What this file needs of the wasm backend, whose tensors live in its heap. */
interface WasmHeap {
  makeOutput(shape: number[], dtype: string): TensorInfo
  typedArrayFromHeap(tensor: TensorInfo): TypedArray
  disposeData(dataId: object): boolean
}

function wasmSegmentSum(tf: Core): KernelFunc {
  return (call) => {
    const { inputs, attrs } = call as unknown as SegmentSum
    const heap = call.backend as WasmHeap
    const { x, segmentIds } = inputs
    // Making the output may move the heap, so views are taken only afterwards. Fresh memory is not zero.
    const out = heap.makeOutput(outputShape(inputs, attrs.numSegments), x.dtype)
    const sums = heap.typedArrayFromHeap(out)
    sums.fill(0)
    addRows(heap.typedArrayFromHeap(x), heap.typedArrayFromHeap(segmentIds), sums, rowSize(tf, inputs), attrs)
    return out
  }
}

/** What this file needs of the cpu backend. */
interface CpuMemory {
  readonly data: { get(dataId: object): { values: TypedArray } }
  makeTensorInfo(shape: number[], dtype: string, values: TypedArray): TensorInfo
}

function cpuSegmentSum(tf: Core): KernelFunc {
  return (call) => {
    const { inputs, attrs } = call as unknown as SegmentSum
    const memory = call.backend as CpuMemory
    const { x, segmentIds } = inputs
    const shape = outputShape(inputs, attrs.numSegments)
    const sums = tf.util.makeZerosTypedArray(tf.util.sizeFromShape(shape), x.dtype as 'float32')
    const values = (tensor: TensorInfo): TypedArray => memory.data.get(tensor.dataId).values
    addRows(values(x), values(segmentIds), sums, rowSize(tf, inputs), attrs)
    return memory.makeTensorInfo(shape, x.dtype, sums)
  }
}

/** Adds every row to the sum that its id names; rows of ids outside the range are dropped, as TensorFlow does. */
function addRows(
  rows: TypedArray,
  ids: TypedArray,
  sums: TypedArray,
  size: number,
  { numSegments }: SegmentSum['attrs'],
): void {
  ids.forEach((id: number, row: number) => {
    if (id < 0 || id >= numSegments) return
    for (let j = 0; j < size; j++) {
      sums[id * size + j] = (sums[id * size + j] ?? 0) + (rows[row * size + j] ?? 0)
    }
  })
}

function outputShape({ x, segmentIds }: SegmentSum['inputs'], numSegments: number): number[] {
  return [numSegments, ...x.shape.slice(segmentIds.shape.length)]
}

function rowSize(tf: Core, { x, segmentIds }: SegmentSum['inputs']): number {
  return tf.util.sizeFromShape(x.shape.slice(segmentIds.shape.length))
}

interface BatchMatMul {
  readonly inputs: { readonly a: TensorInfo; readonly b: TensorInfo }
  readonly attrs: { readonly transposeA: boolean; readonly transposeB: boolean }
}

/**
 * The wasm backend hands only plain products to its fast library (XNNPACK); a transposed one, two of which every layer
 * needs in its backward pass, goes to a plain loop. Transposing first and multiplying then is several times faster.
 */
function replaceBatchMatMul(tf: Core): void {
  const multiply = tf.getKernel('BatchMatMul', 'wasm')
  const transpose = tf.getKernel('Transpose', 'wasm')
  tf.unregisterKernel('BatchMatMul', 'wasm')
  const kernelFunc: KernelFunc = (call) => {
    const { inputs, attrs } = call as unknown as BatchMatMul
    const heap = call.backend as WasmHeap
    const swapped = (x: TensorInfo): TensorInfo => {
      const perm = x.shape.map((_, axis) => axis)
      perm.push(...perm.splice(-2).reverse())
      return transpose.kernelFunc({ inputs: { x }, backend: heap, attrs: { perm } }) as TensorInfo
    }
    const a = attrs.transposeA ? swapped(inputs.a) : inputs.a
    const b = attrs.transposeB ? swapped(inputs.b) : inputs.b
    const plain = { transposeA: false, transposeB: false }
    const product = multiply.kernelFunc({ inputs: { a, b }, backend: heap, attrs: plain })
    if (a !== inputs.a) heap.disposeData(a.dataId)
    if (b !== inputs.b) heap.disposeData(b.dataId)
    return product
  }
  tf.registerKernel({ ...multiply, kernelFunc })
}
