import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const activation = 'const h = Matrix.tanh(a)'
const state = 'h0 ?? initialState(params, xs)'
const slope = 'Matrix.mul(dh, tanhSlope(at(states, t + 1)))'
const clip = 'return { grads: mapParams(grads, (g) => Matrix.mul(g, factor)), norm }'

const step = within('rnnStep')
const sequence = within('rnnForward')
const gradient = within('bptt')
const back = within('backThroughTime')
const clipping = within('clipByGlobalNorm')
const one = variantsNamed('rnn')

/** The mistakes of the RNN and of its backpropagation through time that the course knows by name. */
export const variants: readonly Variant[] = [
  one('zero-init', 'R1', { from: 'Whh: glorot(H, H, random)', to: 'Whh: Matrix.zeros(H, H)' }),
  one('seed-ignored', 'R1', { from: 'createRandom(seed)', to: 'createRandom(0)' }),
  one(
    'relu-instead-of-tanh',
    'R2',
    step(activation, 'const h = new Matrix(a.to2DArray().map((row) => row.map((v) => Math.max(0, v))))'),
  ),
  one(
    'sigmoid-instead-of-tanh',
    'R2',
    step(activation, 'const h = new Matrix(a.to2DArray().map((row) => row.map((v) => 1 / (1 + Math.exp(-v)))))'),
  ),
  one('activation-missing', 'R2', step(activation, 'const h = a')),
  one('bias-missing#bh', 'R2', step('Whh.mmul(hPrev)).addColumnVector(bh)', 'Whh.mmul(hPrev))')),
  one('bias-missing#by', 'R2', step('Why.mmul(h).addColumnVector(by)', 'Why.mmul(h)')),
  one('output-sees-old-state', 'R2', step('Why.mmul(h)', 'Why.mmul(hPrev)')),
  one('mutates-arguments', 'R2', step('const a = ', 'bh.mul(1.5)\n  const a = ')),
  one('state-not-carried', 'R3', sequence('    h = step.h\n', '')),
  one('h0-ignored', 'R3', sequence(state, 'initialState(params, xs)')),
  one('initial-state-returned', 'R3', sequence('const hs: Matrix[] = []', `const hs: Matrix[] = [${state}]`)),
  one(
    'softmax-unstable',
    'R4',
    within('softmax')("logits.clone().subRowVector(logits.max('column'))", 'logits.clone()'),
  ),
  one(
    'softmax-wrong-axis',
    'R4',
    within('softmax')("return exps.divRowVector(exps.sum('column'))", "return exps.divColumnVector(exps.sum('row'))"),
  ),
  one('loss-sum-not-mean', 'R5', within('crossEntropy')('total / labels.length', 'total')),
  one('loss-without-minus', 'R5', within('crossEntropy')('total -= Math.log', 'total += Math.log')),
  one('tanh-derivative-missing', 'R6', back(slope, 'dh.clone()')),
  one('tanh-derivative-twice', 'R6', back('tanhSlope(at(states, t + 1))', 'tanhSlope(Matrix.tanh(at(states, t + 1)))')),
  one('tanh-derivative-off-by-one', 'R6', back('tanhSlope(at(states, t + 1))', 'tanhSlope(at(states, t))')),
  one('only-last-step', 'R6', back('t >= 0; t--', 't >= xs.length - 1; t--')),
  one('dwhh-off-by-one', 'R6', back('at(states, t).transpose()', 'at(states, t + 1).transpose()')),
  one('recurrent-not-transposed', 'R6', back('params.Whh.transpose().mmul(da)', 'params.Whh.mmul(da)')),
  one(
    'bias-gradient-not-accumulated',
    'R6',
    back('grads.bh.add(sumColumns(da))', 'grads.bh.mul(0).add(sumColumns(da))'),
  ),
  one(
    'gradient-not-accumulated',
    'R6',
    back('grads.Whh.add(', 'grads.Whh.mul(0).add('),
    back('grads.Wxh.add(', 'grads.Wxh.mul(0).add('),
  ),
  one('gradient-not-averaged', 'R6', gradient('.div(labels.length)', '')),
  one('dlogits-without-one-hot', 'R6', gradient('Matrix.sub(probs, oneHot(labels, probs.rows))', 'probs.clone()')),
  one(
    'clip-by-value',
    'R7',
    clipping(
      clip,
      'return { grads: mapParams(grads, (g) => new Matrix(g.to2DArray().map((row) => row.map((v) => Math.max(-maxNorm, Math.min(maxNorm, v)))))), norm }',
    ),
  ),
  one(
    'clip-per-parameter',
    'R7',
    clipping(clip, 'return { grads: mapParams(grads, (g) => Matrix.mul(g, Math.min(1, maxNorm / g.norm()))), norm }'),
  ),
  one('clip-always-rescales', 'R7', clipping('norm > maxNorm ? maxNorm / norm : 1', 'maxNorm / norm')),
  one(
    'clip-norm-squared',
    'R7',
    clipping(
      'Math.hypot(Wxh.norm(), Whh.norm(), bh.norm(), Why.norm(), by.norm())',
      'Wxh.norm() + Whh.norm() + bh.norm() + Why.norm() + by.norm()',
    ),
  ),
  one('gradient-ascent', 'R8', within('sgdStep')('Matrix.sub(p', 'Matrix.add(p')),
  one('train-not-clipped', 'R9', within('trainRnn')('clipByGlobalNorm(grads, options.maxNorm).grads', 'grads')),
  one('train-starts-over', 'R9', within('trainRnn')('bptt(trained, xs, labels)', 'bptt(params, xs, labels)')),
  one(
    'double-bias-count',
    'R10',
    within('countRnnParams')(
      'hiddenSize * inputSize + hiddenSize * hiddenSize + hiddenSize',
      'hiddenSize * inputSize + hiddenSize * hiddenSize + 2 * hiddenSize',
    ),
  ),
  one(
    'count-without-bias',
    'R10',
    within('countRnnParams')('hiddenSize * hiddenSize + hiddenSize\n', 'hiddenSize * hiddenSize\n'),
  ),
  one(
    'powers-off-by-one',
    'R11',
    within('gradientNorms')(
      'norms.push(power.norm())\n    power = power.mmul(Whh)',
      'power = power.mmul(Whh)\n    norms.push(power.norm())',
    ),
  ),
]
