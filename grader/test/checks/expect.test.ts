import { describe, expect, it } from 'vitest'
import { CheckFailure } from '../../checks/failure.ts'
import {
  expectClose,
  expectFinite,
  expectForm,
  expectLaw,
  expectLawClose,
  expectNumber,
  field,
  matrices,
  matrix,
  number,
} from '../../checks/expect.ts'
import { expectGradient, expectGradients } from '../../checks/gradients.ts'
import { drawCase, unequalSizes } from '../../checks/recurrent.ts'
import { float64, tfjs32 } from '../../checks/tolerances.ts'
import { cell as lstmCell } from '../../deliverables/lstm-cell/domains.ts'
import type { Finding } from '../../model/finding.ts'
import { sayAny } from '../../messages/say.ts'
import { addScaled, fromRows, map, mat, zeros } from '../../numeric/mat.ts'
import { stream } from '../../numeric/random.ts'
import { lstmForward } from '../../oracles/reference/lstm.ts'
import { Opaque } from '../../subject/protocol.ts'

const closeness = { name: '', tolerance: float64, oracle: 'float64' }
const hs = [fromRows([[0.1, 0.2]]), fromRows([[0.3, 0.4]])]

describe('expectClose', () => {
  it('lets pass what is close, and extra keys', () => {
    expect(
      findingOf(() => {
        expectClose({ hs, more: 1 }, { hs }, closeness)
      }),
    ).toBeUndefined()
    const near = hs.map((h) => map(h, (value) => value * (1 + 5e-10)))
    expect(
      findingOf(() => {
        expectClose(near, hs, closeness)
      }),
    ).toBeUndefined()
  })

  it('names the place, both values and who says so', () => {
    const wrong = [hs[0], map(hs[1] ?? zeros(0, 0), (value, _, j) => (j === 1 ? -value : value))]
    const finding = findingOf(() => {
      expectClose({ hs: wrong }, { hs }, closeness)
    })
    expect(finding).toMatchObject({
      kind: 'value',
      messageId: 'expect.value-oracle',
      params: { at: 'hs[1][0,1]', expected: '0.4', received: '-0.4', oracle: 'float64' },
      at: 'hs[1][0,1]',
    })
    expect(finding?.maxAbs).toBeCloseTo(0.8, 12)
  })

  it('says nothing of an oracle when there is none', () => {
    const finding = findingOf(() => {
      expectNumber(480, 448, 'count')
    })
    expect(finding).toMatchObject({ messageId: 'expect.value', params: { expected: '448', received: '480' } })
  })

  it('fails on NaN, alone and inside, also when NaN is what was expected', () => {
    for (const [received, expected] of [
      [NaN, 1],
      [mat(1, 2, (_, j) => (j === 0 ? 1 : NaN)), mat(1, 2, () => 1)],
      [mat(1, 1, () => NaN), mat(1, 1, () => NaN)],
    ] as const) {
      const finding = findingOf(() => {
        expectClose(received, expected, { ...closeness, name: 'x', tolerance: { atol: 1e300, rtol: 1e300 } })
      })
      expect(finding).toMatchObject({ kind: 'value', received: 'NaN' })
    }
  })

  it('fails on a matrix that is turned, before it looks at any value', () => {
    const finding = findingOf(() => {
      expectClose({ hs: [zeros(2, 1), zeros(1, 2)] }, { hs }, closeness)
    })
    const params = { at: 'hs[0]', expected: 'Matrix(1×2)', received: 'Matrix(2×1)', oracle: 'float64' }
    expect(finding).toEqual({ kind: 'shape', messageId: 'expect.shape', at: 'hs[0]', ...pick(params), params })
  })

  it.for<[what: string, received: unknown]>([
    ['its text', '0.5'],
    ['true', true],
    ['a list of it', [0.5]],
    ['something worth it', { valueOf: () => 0.5 }],
    ['null', null],
    ['undefined', undefined],
    ['a matrix of it', fromRows([[0.5]])],
    ['an infinite number', -Infinity],
  ])('takes for a number no %s', ([, received]) => {
    const finding = findingOf(() => {
      expectClose(received, 0.5, { ...closeness, name: 'x', tolerance: { atol: 1e300, rtol: 0 } })
    })
    expect(finding?.at).toBe('x')
  })

  it.for<[what: string, received: unknown, at: string]>([
    ['an empty list', [], 'hs'],
    ['a shorter list', [hs[0]], 'hs'],
    ['a longer list', [...hs, ...hs], 'hs'],
    ['a list with a hole', [hs[0], ,], 'hs[1]'], // eslint-disable-line no-sparse-arrays -- a student may send one
    ['something with a length', { length: 2, 0: hs[0], 1: hs[1] }, 'hs'],
    ['nothing', undefined, 'hs'],
  ])('goes by what is expected, not by what came: %s', ([, received, at]) => {
    const finding = findingOf(() => {
      expectClose({ hs: received }, { hs }, closeness)
    })
    expect(finding?.at).toBe(at)
  })

  it('fails on what is no matrix, and calls it by its name', () => {
    const finding = findingOf(() => {
      expectClose({ hs: [new Opaque('Map'), hs[1]] }, { hs }, closeness)
    })
    expect(finding).toMatchObject({ kind: 'type', messageId: 'expect.type', at: 'hs[0]', received: 'Map' })
  })
})

describe('Mistakes that a loose comparison would not see', () => {
  const { params, xs, initial } = drawCase(lstmCell, stream(5, 'case'), unequalSizes)
  const [h0, c0] = initial
  const right = lstmForward(params, xs, h0, c0)

  it.each([
    ['gates in another order', { ...params, Wf: params.Wi, Wi: params.Wf, bf: params.bi, bi: params.bf }],
    ['output and forget gate swapped', { ...params, Wo: params.Wf, Wf: params.Wo }],
    ['a bias that is off by a hundredth', { ...params, bc: map(params.bc, (value) => value + 0.01) }],
  ])('%s', (_, other) => {
    const { hs: wrong, cs } = lstmForward(other, xs, h0, c0)
    const finding = findingOf(() => {
      expectClose({ hs: wrong, cs }, { hs: right.hs, cs: right.cs }, { ...closeness, tolerance: tfjs32 })
    })
    expect(finding?.kind).toBe('value')
  })

  it('states one step late, with the initial state first', () => {
    const shifted = [h0 ?? zeros(0, 0), ...right.hs.slice(0, -1)]
    const finding = findingOf(() => {
      expectClose({ hs: shifted }, { hs: right.hs }, { ...closeness, tolerance: tfjs32 })
    })
    expect(finding).toMatchObject({ kind: 'value', at: 'hs[0][0,0]' })
  })

  it('one state too many', () => {
    const finding = findingOf(() => {
      expectForm({ hs: [h0, ...right.hs] }, { hs: right.hs }, '')
    })
    expect(finding).toMatchObject({ kind: 'shape', expected: 'Matrix(5×4)[7]', received: 'Matrix(5×4)[8]' })
  })

  it('while the right values pass in either precision', () => {
    const single = right.hs.map((h) => map(h, Math.fround))
    expect(
      findingOf(() => {
        expectClose(single, right.hs, { ...closeness, tolerance: tfjs32 })
      }),
    ).toBeUndefined()
    expect(
      findingOf(() => {
        expectClose(single, right.hs, closeness)
      })?.kind,
    ).toBe('value')
  })
})

describe('expectFinite', () => {
  it('names the first element that is not finite', () => {
    const finding = findingOf(() => {
      expectFinite(
        mat(2, 3, (i, j) => (i === 1 && j === 2 ? -Infinity : 0)),
        { rows: 2, columns: 3 },
        'probs',
      )
    })
    const params = { at: 'probs[1,2]', received: '-Infinity' }
    expect(finding).toEqual({ kind: 'value', messageId: 'expect.not-finite', params, ...params })
  })

  it('gives the matrix back, of the right shape', () => {
    expect(expectFinite(hs[0], { rows: 1, columns: 2 }, 'h')).toBe(hs[0])
    expect(
      findingOf(() => {
        expectFinite(hs[0], { rows: 2, columns: 1 }, 'h')
      })?.kind,
    ).toBe('shape')
    expect(
      findingOf(() => {
        expectFinite([1, 2], { rows: 2, columns: 1 }, 'h')
      })?.kind,
    ).toBe('type')
  })
})

describe('Laws', () => {
  it('speak with a sentence of their own', () => {
    const finding = findingOf(() => {
      expectLaw(false, 'rnn.train-learns', { last: '0.7' }, { expected: '< 0.05', received: '0.7' })
    })
    const seen = { expected: '< 0.05', received: '0.7' }
    expect(finding).toEqual({ kind: 'law', messageId: 'rnn.train-learns', params: { last: '0.7' }, ...seen })
    expect(
      findingOf(() => {
        expectLaw(true, 'rnn.train-learns')
      }),
    ).toBeUndefined()
  })

  it('say where two values part', () => {
    const finding = findingOf(() => {
      expectLawClose([1, 3], [1, 2], { ...closeness, name: 'norms' }, 'rnn.gradient-norms', { s: 0.5 })
    })
    expect(finding).toMatchObject({
      kind: 'law',
      messageId: 'rnn.gradient-norms',
      params: { s: 0.5, at: 'norms[1]' },
      expected: '2',
      received: '3',
      maxAbs: 1,
    })
  })

  it('leave types and shapes to the plain sentence', () => {
    const finding = findingOf(() => {
      expectLawClose([1], [1, 2], { ...closeness, name: 'norms' }, 'rnn.gradient-norms')
    })
    expect(finding).toMatchObject({ kind: 'shape', messageId: 'expect.shape' })
  })
})

describe('What came back is taken apart', () => {
  it.each<[string, () => unknown, string, string, string]>([
    ['a field of nothing', () => field(undefined, 'h'), 'h', '{ h }', 'undefined'],
    ['a field of a list', () => field([1], 'h', 'step'), 'step.h', '{ h }', 'number[1]'],
    ['a field of a matrix', () => field(hs[0], 'rows'), 'rows', '{ rows }', 'Matrix(1×2)'],
    ['a field that is missing', () => field({ y: 1 }, 'h'), 'h', '{ h }', '{ y }'],
    ['matrices that are none', () => matrices('x', 'hs'), 'hs', 'Matrix[]', 'string'],
    ['one matrix that is none', () => matrices([hs[0], 3], 'hs'), 'hs[1]', 'Matrix', '3'],
    ['a matrix that is a number', () => matrix(3, 'W'), 'W', 'Matrix', '3'],
    ['a number that is a text', () => number('3', 'loss'), 'loss', 'number', 'string'],
  ])('%s', (_, take, at, expected, received) => {
    expect(findingOf(take)).toMatchObject({ kind: 'type', messageId: 'expect.type', at, expected, received })
  })

  it('and given back when it is what it should be', () => {
    expect(field({ h: undefined }, 'h')).toBeUndefined()
    expect(matrices([], 'hs')).toEqual([])
    expect(matrices(hs, 'hs')).toBe(hs)
    expect(matrix(hs[0], 'h')).toBe(hs[0])
    expect(number(NaN, 'loss')).toBeNaN()
  })
})

describe('Gradients against finite differences', () => {
  const numeric = stream(6).matrix(3, 4)

  it('pass within the noise of a difference quotient', () => {
    const noise = stream(7).matrix(3, 4, 1e-8)
    expect(
      findingOf(() => {
        expectGradient(addScaled(numeric, noise, 1), numeric, 'grads.W')
      }),
    ).toBeUndefined()
    const tiny = map(numeric, (value) => 1e-11 * value)
    expect(
      findingOf(() => {
        expectGradient(zeros(3, 4), tiny, 'grads.W')
      }),
    ).toBeUndefined()
  })

  it('fail on the sign, a factor of 1.001, a NaN and zeros', () => {
    for (const wrong of [
      map(numeric, (value) => -value),
      map(numeric, (value) => 1.001 * value),
      map(numeric, (value, i, j) => (i === 0 && j === 0 ? NaN : value)),
      zeros(3, 4),
    ]) {
      const finding = findingOf(() => {
        expectGradient(wrong, numeric, 'grads.W')
      })
      expect(finding).toMatchObject({ kind: 'value', messageId: 'expect.gradient' })
    }
  })

  it('show the element that is furthest off', () => {
    const wrong = map(numeric, (value, i, j) => value + (i === 2 && j === 1 ? 1 : 1e-4))
    const finding = findingOf(() => {
      expectGradients({ W: wrong, more: 1 }, { W: numeric })
    })
    expect(finding).toMatchObject({ at: 'grads.W[2,1]', params: { name: 'grads.W' } })
    expect(finding?.maxAbs).toBeCloseTo(1, 9)
  })

  it('fail on a shape before any value', () => {
    const finding = findingOf(() => {
      expectGradients({ W: zeros(4, 3) }, { W: numeric })
    })
    expect(finding).toMatchObject({ kind: 'shape', at: 'grads.W' })
    expect(
      findingOf(() => {
        expectGradient(undefined, numeric, 'dxs[0]')
      }),
    ).toMatchObject({ kind: 'type' })
  })
})

/** The finding of the CheckFailure that `act` throws; its sentence exists in both languages. */
function findingOf(act: () => unknown): Finding | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error
    const { finding } = error
    for (const language of ['es', 'en'] as const) {
      expect(sayAny(language, finding.messageId, { s: 0.5, ...finding.params })).not.toContain(finding.messageId)
    }
    return finding
  }
}

function pick({ expected, received }: { expected: string; received: string }): { expected: string; received: string } {
  return { expected, received }
}
