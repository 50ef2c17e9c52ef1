import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const cTilde = 'const cTilde = Matrix.tanh(affine(params.Wc, z, params.bc))'
const gate = { f: 'params.Wf, z, params.bf', i: 'params.Wi, z, params.bi', o: 'params.Wo, z, params.bo' }
const update = 'Matrix.add(Matrix.mul(f, cPrev), Matrix.mul(i, cTilde))'
const stable = 'return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))'

const step = within('lstmStep')
const sequence = within('lstmForward')
const way = within('lstmBackward')
const back = within('stepBackward')
const one = variantsNamed('lstm')

/** The mistakes of the LSTM that the course knows by name. */
export const variants: readonly Variant[] = [
  one('forget-bias-zero', 'L1', { from: 'bf: Matrix.ones(H, 1)', to: 'bf: zeros()' }),
  one('seed-ignored', 'L1', { from: 'createRandom(seed)', to: 'createRandom(0)' }),
  one('zero-init', 'L1', {
    from: 'randomMatrix(H, H + D, Math.sqrt(1 / (D + H)), random)',
    to: 'Matrix.zeros(H, H + D)',
  }),
  one('sigmoid-unstable', 'L2', { from: stable, to: 'return Math.exp(a) / (1 + Math.exp(a))' }),
  one('hard-sigmoid', 'L2', { from: stable, to: 'return Math.max(0, Math.min(1, 0.2 * a + 0.5))' }),
  one('forget-and-input-swapped', 'L3', step(update, 'Matrix.add(Matrix.mul(i, cPrev), Matrix.mul(f, cTilde))')),
  one('sigmoid-candidate', 'L3', step(cTilde, cTilde.replace('Matrix.tanh', 'sigmoid'))),
  one('tanh-gate#f', 'L3', step(`sigmoid(affine(${gate.f}))`, `Matrix.tanh(affine(${gate.f}))`)),
  one('tanh-gate#i', 'L3', step(`sigmoid(affine(${gate.i}))`, `Matrix.tanh(affine(${gate.i}))`)),
  one('tanh-gate#o', 'L3', step(`sigmoid(affine(${gate.o}))`, `Matrix.tanh(affine(${gate.o}))`)),
  one('output-without-tanh', 'L3', step('Matrix.mul(o, Matrix.tanh(c))', 'Matrix.mul(o, c)')),
  one('concat-order', 'L3', step('hPrev.concat(x)', 'x.concat(hPrev)')),
  one(
    'concat-order#everywhere',
    'L3',
    step('hPrev.concat(x)', 'x.concat(hPrev)'),
    back('hPrev.concat(x)', 'x.concat(hPrev)'),
    back('dz.subMatrix(0, hPrev.rows - 1, 0, dz.columns - 1)', 'dz.subMatrix(x.rows, dz.rows - 1, 0, dz.columns - 1)'),
    back('dz.subMatrix(hPrev.rows, dz.rows - 1, 0, dz.columns - 1)', 'dz.subMatrix(0, x.rows - 1, 0, dz.columns - 1)'),
  ),
  one('no-forgetting', 'L3', step(update, 'Matrix.mul(i, cTilde)')),
  one('coupled-gates', 'L3', step(`const i = sigmoid(affine(${gate.i}))`, 'const i = oneMinus(f)')),
  one('output-sees-old-cell', 'L3', step('Matrix.mul(o, Matrix.tanh(c))', 'Matrix.mul(o, Matrix.tanh(cPrev))')),
  one('bias-missing', 'L3', { from: 'return W.mmul(z).addColumnVector(b)', to: 'return W.mmul(z)' }),
  one('mutates-arguments', 'L3', step('const z = hPrev.concat(x)', 'params.bf.mul(1.5)\n  const z = hPrev.concat(x)')),
  one('state-not-carried#h', 'L4', sequence('    h = cache.h\n', '')),
  one('state-not-carried#c', 'L4', sequence('    c = cache.c\n', '')),
  one('initial-state-ignored#h', 'L4', sequence('let h = h0 ?? zeros', 'let h = zeros')),
  one('initial-state-ignored#c', 'L4', sequence('let c = c0 ?? zeros', 'let c = zeros')),
  one(
    'initial-state-ignored#both',
    'L4',
    sequence('let h = h0 ?? zeros', 'let h = zeros'),
    sequence('let c = c0 ?? zeros', 'let c = zeros'),
  ),
  one(
    'initial-state-returned',
    'L4',
    sequence(
      'hs: caches.map((cache) => cache.h), cs: caches.map((cache) => cache.c)',
      'hs: [h0 ?? zeros, ...caches.map((cache) => cache.h)], cs: [c0 ?? zeros, ...caches.map((cache) => cache.c)]',
    ),
  ),
  one('double-tanh-in-cell-gradient', 'L5', back('tanhSlope(tanhC)', 'tanhSlope(Matrix.tanh(tanhC))')),
  one('forget-derivative-missing', 'L5', back('product(dc, cPrev, sigmoidSlope(f))', 'Matrix.mul(dc, cPrev)')),
  one('forget-derivative-missing#sigmoid', 'L5', back('cPrev, sigmoidSlope(f)', 'cPrev, sigmoid(f)')),
  one('input-derivative-missing', 'L5', back('product(dc, cTilde, sigmoidSlope(i))', 'Matrix.mul(dc, cTilde)')),
  one('input-derivative-missing#sigmoid', 'L5', back('cTilde, sigmoidSlope(i)', 'cTilde, sigmoid(i)')),
  one('output-derivative-missing', 'L5', back('product(dh, tanhC, sigmoidSlope(o))', 'Matrix.mul(dh, tanhC)')),
  one('output-derivative-missing#sigmoid', 'L5', back('tanhC, sigmoidSlope(o)', 'tanhC, sigmoid(o)')),
  one('candidate-derivative-wrong', 'L5', back('product(dc, i, tanhSlope(cTilde))', 'Matrix.mul(dc, i)')),
  one('candidate-derivative-wrong#twice', 'L5', back('tanhSlope(cTilde)', 'tanhSlope(Matrix.tanh(cTilde))')),
  one('candidate-derivative-wrong#sigmoid', 'L5', back('tanhSlope(cTilde)', 'sigmoidSlope(cTilde)')),
  one(
    'output-gradient-uses-cell',
    'L5',
    back('product(dh, tanhC, sigmoidSlope(o))', 'product(dh, c, sigmoidSlope(o))'),
  ),
  one('cell-off-by-one', 'L5', back('product(dc, cPrev, sigmoidSlope(f))', 'product(dc, c, sigmoidSlope(f))')),
  one('cell-gradient-not-carried', 'L5', way('    dc = step.dcPrev\n', '    dc = Matrix.zeros(dc.rows, dc.columns)\n')),
  one('hidden-gradient-not-carried', 'L5', way('Matrix.add(at(dhs, t), dh)', 'at(dhs, t)')),
  one('cell-gradient-without-forget', 'L5', back('dcPrev: Matrix.mul(dc, f)', 'dcPrev: dc')),
  one(
    'dz-split-wrong',
    'L5',
    back('dz.subMatrix(0, hPrev.rows - 1, 0, dz.columns - 1)', 'dz.subMatrix(x.rows, dz.rows - 1, 0, dz.columns - 1)'),
    back('dz.subMatrix(hPrev.rows, dz.rows - 1, 0, dz.columns - 1)', 'dz.subMatrix(0, x.rows - 1, 0, dz.columns - 1)'),
  ),
  one(
    'gradient-not-accumulated',
    'L5',
    way('Matrix.add(sum, step.grads[name])', 'Matrix.add(Matrix.mul(sum, 0), step.grads[name])'),
  ),
  one(
    'gradient-averaged',
    'L5',
    way('return { grads, dxs', 'grads = mapParams(grads, (g) => Matrix.div(g, dh.columns))\n  return { grads, dxs'),
  ),
  one('double-bias-count', 'L6', { in: 'countLstmParams', from: '+ hiddenSize\n', to: '+ 2 * hiddenSize\n' }),
  one('count-without-candidate', 'L6', { in: 'countLstmParams', from: '4 * block', to: '3 * block' }),
  one('count-without-biases', 'L6', { in: 'countLstmParams', from: ' + hiddenSize\n', to: '\n' }),
]
