// Expected: everything passes. Every function is asynchronous and prints, the code lies in folders of helpers, what is
// given gets frozen and what is returned is, and there are exports that nobody asked for.
export * from './lib/weights.ts'
export { softmax, crossEntropy, LOWEST } from './lib/math/loss'
export { bptt, truncatedBptt } from './lib/train/bptt.ts'
export { clipByGlobalNorm, sgdStep, trainRnn } from './lib/train/descent.ts'
export { gradientNorms } from './lib/math/powers.ts'
export { rnnStep, rnnForward } from './lib/forward.ts'
export const author = { name: 'A. Nobody', year: 2026 }
export default class Notebook {
  pages = ['nothing yet']
}
