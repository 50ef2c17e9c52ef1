/** Functions that a submission exports; the bonus ones are asked for only by their own checks. */
export const required = [
  'initRnn',
  'rnnStep',
  'rnnForward',
  'softmax',
  'crossEntropy',
  'bptt',
  'clipByGlobalNorm',
  'sgdStep',
  'trainRnn',
  'countRnnParams',
  'gradientNorms',
] as const
