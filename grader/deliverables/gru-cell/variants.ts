import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const stable = 'return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))'
const interpolation = 'Matrix.mul(oneMinus(z), hPrev).add(Matrix.mul(z, hTilde))'
const dhPrev = 'Matrix.mul(dh, oneMinus(z)).add(Matrix.mul(drh, r)).add(top(dhx, H))'

const step = within('gruStep')
const sequence = within('gruForward')
const way = within('gruBackward')
const back = within('stepBackward')
const one = variantsNamed('gru')

/** Keras's and PyTorch's convention in the step alone: the bonus keeps the reference's. */
const swapped = step('h: interpolate(hPrev, z, hTilde)', 'h: interpolate(hTilde, z, hPrev)')

/** The mistakes of the GRU that the course knows by name. */
export const variants: readonly Variant[] = [
  one('seed-ignored', 'G1', { from: 'createRandom(seed)', to: 'createRandom(0)' }),
  one('zero-init', 'G1', {
    from: 'randomMatrix(H, H + D, Math.sqrt(1 / (D + H)), random)',
    to: 'Matrix.zeros(H, H + D)',
  }),
  one('sigmoid-unstable', 'G2', { from: stable, to: 'return Math.exp(a) / (1 + Math.exp(a))' }),
  one('hard-sigmoid', 'G2', { from: stable, to: 'return Math.max(0, Math.min(1, 0.2 * a + 0.5))' }),
  one('update-convention-swapped', 'G2', swapped),
  one(
    'update-convention-swapped#everywhere',
    'G2',
    { from: interpolation, to: 'Matrix.mul(z, hPrev).add(Matrix.mul(oneMinus(z), hTilde))' },
    back('product(dh, z, tanhSlope(hTilde))', 'product(dh, oneMinus(z), tanhSlope(hTilde))'),
    back('Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)'),
    back('Matrix.mul(dh, oneMinus(z)).add', 'Matrix.mul(dh, z).add'),
  ),
  one(
    'reset-after',
    'G2',
    step(
      'const rhx = Matrix.mul(r, hPrev).concat(x) // ((H + D) × B)\n  const hTilde = Matrix.tanh(affine(params.Wh, rhx, params.bh))',
      'const zero = (m: Matrix): Matrix => Matrix.zeros(m.rows, m.columns)\n  const recurrent = params.Wh.mmul(hPrev.concat(zero(x)))\n  const input = affine(params.Wh, zero(hPrev).concat(x), params.bh)\n  const hTilde = Matrix.tanh(Matrix.add(input, Matrix.mul(r, recurrent)))',
    ),
  ),
  one('reset-missing', 'G2', step('const rhx = Matrix.mul(r, hPrev).concat(x)', 'const rhx = hPrev.concat(x)')),
  one(
    'gates-swapped',
    'G2',
    step('const r = sigmoid(affine(params.Wr, hx, params.br))', 'const r = sigmoid(affine(params.Wz, hx, params.bz))'),
    step(
      '// (H × B)\n  const z = sigmoid(affine(params.Wz, hx, params.bz))',
      '// (H × B)\n  const z = sigmoid(affine(params.Wr, hx, params.br))',
    ),
  ),
  one('sigmoid-candidate', 'G2', step('Matrix.tanh(affine(params.Wh', 'sigmoid(affine(params.Wh')),
  one(
    'concat-order',
    'G2',
    step('const hx = hPrev.concat(x)', 'const hx = x.concat(hPrev)'),
    step('Matrix.mul(r, hPrev).concat(x)', 'x.concat(Matrix.mul(r, hPrev))'),
  ),
  one('bias-missing', 'G2', { from: 'return W.mmul(v).addColumnVector(b)', to: 'return W.mmul(v)' }),
  one(
    'mutates-arguments',
    'G2',
    step('const hx = hPrev.concat(x)', 'params.bz.add(0.5)\n  const hx = hPrev.concat(x)'),
  ),
  one('state-not-carried', 'G3', sequence('    h = cache.h\n', '')),
  one('initial-state-ignored', 'G3', sequence('h0 ?? Matrix.zeros', 'Matrix.zeros')),
  one(
    'initial-state-returned',
    'G3',
    sequence('let h: Matrix = h0', 'const first: Matrix | undefined = h0\n  let h: Matrix = h0'),
    sequence(
      'hs: caches.map((cache) => cache.h)',
      'hs: [first ?? Matrix.zeros(params.bh.rows, xs[0]?.columns ?? 1), ...caches.map((cache) => cache.h)]',
    ),
  ),
  one('direct-path-missing', 'G4', back(dhPrev, 'Matrix.mul(drh, r).add(top(dhx, H))')),
  one('reset-path-missing', 'G4', back(dhPrev, 'Matrix.mul(dh, oneMinus(z)).add(top(dhx, H))')),
  one('reset-path-missing#without-r', 'G4', back(dhPrev, 'Matrix.mul(dh, oneMinus(z)).add(drh).add(top(dhx, H))')),
  one('gate-path-missing', 'G4', back(dhPrev, 'Matrix.mul(dh, oneMinus(z)).add(Matrix.mul(drh, r))')),
  one('update-gradient-sign', 'G4', back('Matrix.sub(hTilde, hPrev)', 'Matrix.sub(hPrev, hTilde)')),
  one(
    'candidate-weights-see-unreset-state',
    'G4',
    back('const rhxT = Matrix.mul(r, hPrev).concat(x)', 'const rhxT = hPrev.concat(x)'),
  ),
  one('candidate-derivative-wrong', 'G4', back('product(dh, z, tanhSlope(hTilde))', 'Matrix.mul(dh, z)')),
  one('candidate-derivative-wrong#twice', 'G4', back('tanhSlope(hTilde)', 'tanhSlope(Matrix.tanh(hTilde))')),
  one('gate-derivative-missing#r', 'G4', back('product(drh, hPrev, sigmoidSlope(r))', 'Matrix.mul(drh, hPrev)')),
  one(
    'gate-derivative-missing#z',
    'G4',
    back('product(dh, Matrix.sub(hTilde, hPrev), sigmoidSlope(z))', 'Matrix.mul(dh, Matrix.sub(hTilde, hPrev))'),
  ),
  one('hidden-gradient-not-carried', 'G4', way('Matrix.add(at(dhs, t), dh)', 'at(dhs, t)')),
  one(
    'gradient-not-accumulated',
    'G4',
    way('Matrix.add(sum, step.grads[name])', 'Matrix.add(Matrix.mul(sum, 0), step.grads[name])'),
  ),
  one(
    'gradient-averaged',
    'G4',
    way('return { grads, dxs', 'grads = mapParams(grads, (g) => Matrix.div(g, dh.columns))\n  return { grads, dxs'),
  ),
  one('double-bias-count', 'G5', { in: 'countGruParams', from: '+ hiddenSize\n', to: '+ 2 * hiddenSize\n' }),
  one('count-without-candidate', 'G5', { in: 'countGruParams', from: '3 * block', to: '2 * block' }),
  one('count-as-lstm', 'G5', { in: 'countGruParams', from: '3 * block', to: '4 * block' }),
  one('count-without-biases', 'G5', { in: 'countGruParams', from: ' + hiddenSize\n', to: '\n' }),
]
