import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectClose, expectForm } from '../../checks/expect.ts'
import { orFollowThrough } from '../../checks/follow-through.ts'
import { changed, Lab, type Change, type Outcome } from './lab.ts'
import { gruSwap, lstmSwap, lstmSwapBack, rnnRelu, rnnReluBack, wrongSteps } from './wrong-steps.ts'
import { sampled } from '../sample.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

const slugs = ['rnn-bptt', 'lstm-cell', 'gru-cell'] as const

describe('A mistake costs once: its own checks, and none that merely use it', () => {
  it.for(sampled(wrongSteps).map((wrong) => [wrong.id, wrong] as const))('%s', async ([, wrong]) => {
    const { slug, changes, lost, followThrough } = wrong
    const outcome = await graded(slug, changes)
    expect(outcome.lost.toSorted()).toEqual(lost.toSorted())
    expect(explained(outcome)).toEqual(followThrough.toSorted())
  })

  it('Small networks of relu that are silent by chance do not count as constant code', async () => {
    // With this seed some of the random sizes leave a unit or two, and none of them fires.
    const outcome = await graded('rnn-bptt', [...rnnRelu, ...rnnReluBack], 1)
    expect(explained(outcome)).toContain('forward-any-sizes')
    expect(outcome.lost.toSorted()).toEqual(['step-reference', 'step-tfjs'])
  })

  it('The solution itself needs no explanation', async () => {
    for (const slug of slugs) expect(explained(await graded(slug, []))).toEqual([])
  })
})

describe('A gradient that is neither that of the own forward pass nor that of the handout is lost', () => {
  it.for<[string, (typeof slugs)[number], readonly Change[], RegExp]>([
    [
      'lstm: swapped on the way there only, and the gradient of h not carried back',
      'lstm-cell',
      [...lstmSwap, ['Matrix.add(at(dhs, t), dh)', 'at(dhs, t)']],
      /^backward-(forget|input$|candidate|output|dxs|dh0|torch|finite)/,
    ],
    [
      'lstm: swapped both ways, and the gradient of h not carried back',
      'lstm-cell',
      [...lstmSwap, ...lstmSwapBack, ['Matrix.add(at(dhs, t), dh)', 'at(dhs, t)']],
      /^backward-(forget|input$|candidate|output|dxs|dh0|torch|finite)/,
    ],
    [
      'rnn: relu there, the slope of tanh back',
      'rnn-bptt',
      rnnRelu,
      /^(bptt-(recurrent|input|bias)-gradient|bptt-(initial-state|directional|torch|one-step|finite-differences))$/,
    ],
    [
      'rnn: relu both ways, and only its last step walked back',
      'rnn-bptt',
      [
        ...[...rnnRelu, ...rnnReluBack],
        ['for (let t = xs.length - 1; t >= 0; t--) {', 'for (let t = xs.length - 1; t >= xs.length - 1; t--) {'],
      ],
      /^(bptt-(recurrent|input|bias)-gradient|bptt-(initial-state|directional|torch|finite-differences))$/,
    ],
    [
      'rnn: another temperature, and the gradient of the usual one',
      'rnn-bptt',
      [['const exps = Matrix.exp(shifted)', 'const exps = Matrix.exp(shifted.mul(0.5))']],
      /^(bptt-.*-gradient|bptt-(initial-state|directional|torch|one-step|finite-differences))$/,
    ],
  ])('%s', async ([, slug, changes, gradients]) => {
    const outcome = await graded(slug, changes)
    const names = outcome.results
      .map(({ meta }) => meta.id.slice(slug.length + 1))
      .filter((name) => gradients.test(name))
    expect(names.length).toBeGreaterThan(5)
    expect(outcome.lost).toEqual(expect.arrayContaining(names))
  })

  it('A gradient in single precision over a right forward pass is refused, though finite differences let it pass', async () => {
    const rounded = 'return new Matrix(m.to2DArray().map((row) => row.map(Math.fround)))'
    const outcome = await graded('lstm-cell', [
      ['return { grads, dxs, dh0: dh, dc0: dc }', 'return { grads: mapParams(grads, single), dxs, dh0: dh, dc0: dc }'],
      ['function randomMatrix(', `function single(m: Matrix): Matrix {\n  ${rounded}\n}\n\nfunction randomMatrix(`],
    ])
    expect(outcome.lost.toSorted()).toEqual(
      ['all-steps', 'candidate', 'forget', 'input', 'output', 'torch'].map((name) => `backward-${name}`),
    )
    expect(explained(outcome)).toEqual([])
  })
})

describe('A mistake of the sequence itself is lost, also over a wrong step', () => {
  const swapped = [...lstmSwap, ...lstmSwapBack]
  it.for<[string, (typeof slugs)[number], readonly Change[], readonly string[]]>([
    ['lstm: h is not carried', 'lstm-cell', [...swapped, ['    h = cache.h\n', '']], ['forward-tfjs']],
    ['lstm: c is not carried', 'lstm-cell', [...swapped, ['    c = cache.c\n', '']], ['forward-tfjs']],
    [
      'gru: h0 is ignored',
      'gru-cell',
      [...gruSwap, ['let h: Matrix = h0 ?? Matrix.zeros(', 'let h: Matrix = Matrix.zeros(']],
      ['initial-state'],
    ],
    [
      'rnn: h0 is ignored',
      'rnn-bptt',
      [...rnnRelu, ...rnnReluBack, ['let h = h0 ?? initialState(params, xs)', 'let h = initialState(params, xs)']],
      ['initial-state', 'bptt-initial-state'],
    ],
  ])('%s', async ([, slug, changes, more]) => {
    const { lost } = await graded(slug, changes)
    expect(lost).toEqual(expect.arrayContaining(['forward-reference', 'forward-torch', ...more]))
  })

  it('A training loop of its own making is lost, also with wrong pieces', async () => {
    const { lost } = await graded('rnn-bptt', [
      ...[...rnnRelu, ...rnnReluBack],
      ['clipByGlobalNorm(grads, options.maxNorm).grads, options.learningRate', 'grads, options.learningRate'],
    ])
    expect(lost.toSorted()).toEqual(['step-reference', 'step-tfjs', 'train-clips'])
  })
})

describe('Code that does not answer to its input explains nothing', () => {
  const states = (value: string): Record<(typeof slugs)[number], readonly Change[]> => ({
    'rnn-bptt': [
      ['const h = Matrix.tanh(a)', `const h = degenerate(a)`],
      [tail['rnn-bptt'], helper(value, 'rnn-bptt')],
    ],
    'lstm-cell': [
      [
        'return { x, hPrev, cPrev, f, i, cTilde, o, c, h }\n  // @end\n}\n\n/**\n * L4',
        'return { x, hPrev, cPrev, f, i, cTilde, o, c: degenerate(c), h: degenerate(h) }\n  // @end\n}\n\n/**\n * L4',
      ],
      [tail['lstm-cell'], helper(value, 'lstm-cell')],
    ],
    'gru-cell': [
      [
        'return { x, hPrev, r, z, hTilde, h: interpolate(hPrev, z, hTilde) }\n  // @end\n}\n\n/**\n * G3',
        'return { x, hPrev, r, z, hTilde, h: degenerate(hPrev) }\n  // @end\n}\n\n/**\n * G3',
      ],
      [tail['gru-cell'], helper(value, 'gru-cell')],
    ],
  })

  it.for<[string, Record<(typeof slugs)[number], readonly Change[]>]>([
    ['a constant', states('0.25')],
    ['zeros', states('0')],
    ['not a number', states('NaN')],
    ['a pattern of rows and columns', states('Math.sin(i + 2 * j)')],
    ['numbers at random', states('Math.random() + 0 * (i + j)')],
    [
      'the state alone',
      {
        'rnn-bptt': [['Matrix.add(Wxh.mmul(x), Whh.mmul(hPrev))', 'Matrix.add(Wxh.mmul(x).mul(0), Whh.mmul(hPrev))']],
        'lstm-cell': [
          [
            'const z = hPrev.concat(x) // ((H + D) × B)\n  const f = sigmoid(affine(params.Wf, z, params.bf)) // (H × B)\n  const i = sigmoid(affine(params.Wi',
            'const z = hPrev.concat(Matrix.mul(x, 0))\n  const f = sigmoid(affine(params.Wf, z, params.bf)) // (H × B)\n  const i = sigmoid(affine(params.Wi',
          ],
        ],
        'gru-cell': [
          [
            'const hx = hPrev.concat(x) // ((H + D) × B)\n  const r = sigmoid(affine(params.Wr, hx, params.br)) // (H × B)\n  const z = sigmoid(affine(params.Wz, hx, params.bz))\n  const rhx = Matrix.mul(r, hPrev).concat(x)',
            'const hx = hPrev.concat(Matrix.mul(x, 0))\n  const r = sigmoid(affine(params.Wr, hx, params.br))\n  const z = sigmoid(affine(params.Wz, hx, params.bz))\n  const rhx = Matrix.mul(r, hPrev).concat(Matrix.mul(x, 0))',
          ],
        ],
      },
    ],
  ])('%s', async ([, changes]) => {
    const files = slugs.map((slug) => [`${slug}/${slug}.ts`, changed(slug, changes[slug])] as const)
    const outcomes = await lab.run(lab.submission(Object.fromEntries(files)), { slugs })
    for (const [slug, outcome] of outcomes) {
      expect(explained(outcome), slug).toEqual([])
      expect(outcome.lost, slug).toEqual(expect.arrayContaining(['forward-reference', 'forward-torch']))
    }
  })
})

describe('Pieces of a training that do nothing of what they are for explain no training', () => {
  const noise = 'new Matrix(g.to2DArray().map((row) => row.map(() => Math.random())))'
  it.for<[string, Change, readonly string[]]>([
    ['clipping to zeros', ['Matrix.mul(g, factor)', 'Matrix.mul(g, 0)'], ['clip-direction', 'clip-below-threshold']],
    ['clipping nothing', ['norm > maxNorm ? maxNorm / norm : 1', '1'], ['clip-direction', 'clip-below-threshold']],
    ['clipping to noise', ['Matrix.mul(g, factor)', noise], ['clip-direction', 'clip-below-threshold']],
    ['a step to zero', ['Matrix.sub(p, Matrix.mul(grads[name], learningRate))', 'Matrix.mul(p, 0)'], ['sgd']],
    ['no step', ['Matrix.sub(p, Matrix.mul(grads[name], learningRate))', 'p.clone()'], ['sgd']],
  ])('%s', async ([, change, more]) => {
    const outcome = await graded('rnn-bptt', [change])
    expect(explained(outcome)).toEqual([])
    expect(outcome.lost).toEqual(expect.arrayContaining(['updates-unchanged', 'train-clips', ...more]))
  })
})

describe('Judging by the own functions', () => {
  const wrong = (): void => {
    expectClose(1, 2, { name: 'n', tolerance: { atol: 0, rtol: 0 }, oracle: '' })
  }
  const calls: string[] = []
  const run = async (
    reference: () => void,
    { departs = true, own = () => undefined }: { departs?: boolean; own?: () => void } = {},
  ): Promise<string[]> => {
    calls.length = 0
    const ask = (): Promise<boolean> => {
      calls.push('departs')
      return Promise.resolve(departs)
    }
    await orFollowThrough({ followThrough: () => calls.push('follow-through') }, { reference, departs: ask, own })
    return calls
  }

  it('asks nothing while the reference agrees', async () => {
    expect(await run(() => undefined)).toEqual([])
  })

  it('passes when something earlier departs and the own functions agree', async () => {
    expect(await run(wrong)).toEqual(['departs', 'follow-through'])
  })

  it('throws what the reference threw when nothing departs, or the own functions disagree', async () => {
    await expect(run(wrong, { departs: false })).rejects.toMatchObject({ finding: { at: 'n', expected: '2' } })
    const own = (): void => {
      expectClose(1, 3, { name: 'own', tolerance: { atol: 0, rtol: 0 }, oracle: '' })
    }
    await expect(run(wrong, { own })).rejects.toMatchObject({ finding: { at: 'n', expected: '2' } })
    expect(calls).toEqual(['departs'])
  })

  it('explains no wrong type or shape', async () => {
    const shape = (): void => {
      expectForm([1], [1, 2], 'ns')
    }
    await expect(run(shape)).rejects.toMatchObject({ finding: { kind: 'shape' } })
    expect(calls).toEqual([])
  })

  it("lets the grader's own errors through", async () => {
    const own = (): void => {
      throw new RangeError('ours')
    }
    await expect(run(wrong, { own })).rejects.toThrow('ours')
  })
})

const tail = {
  'rnn-bptt': 'function glorot(',
  'lstm-cell': 'function randomMatrix(',
  'gru-cell': 'function randomMatrix(',
} as const

function helper(value: string, slug: (typeof slugs)[number]): string {
  const fill = `m.to2DArray().map((row, i) => row.map((_, j) => ${value.includes('i') ? value : `${value} + 0 * (i + j)`}))`
  return `function degenerate(m: Matrix): Matrix {\n  return new Matrix(${fill})\n}\n\n${tail[slug]}`
}

async function graded(slug: (typeof slugs)[number], changes: readonly Change[], seed = 20_261_121): Promise<Outcome> {
  const folder = lab.submission({ [`${slug}/${slug}.ts`]: changed(slug, changes) })
  const outcome = (await lab.run(folder, { slugs: [slug], seed })).get(slug)
  if (!outcome) throw new Error(`Expected an outcome for ${slug}`)
  expect(outcome.results.flatMap(({ verdict }) => (verdict.kind === 'faulted' ? [verdict.fault] : []))).toEqual([])
  return outcome
}

/** Names of the checks that passed by follow-through. */
function explained({ results }: Outcome): string[] {
  return results
    .filter(({ verdict }) => verdict.kind === 'passed' && verdict.followThrough === true)
    .map(({ meta }) => meta.id.slice(meta.deliverable.length + 1))
    .toSorted()
}
