/** The numbers of a question by their names in its statement. */
export type Given = Readonly<Record<string, number>>

/** A right answer and the known wrong ones, by the names that they have in `bank.json`. */
export interface Formula<Name extends string = string> {
  /** A method, so that each formula may ask for numbers of its own. */
  answer(given: Readonly<Record<Name, number>>): number
  wrong: Readonly<Record<string, { value(given: Readonly<Record<Name, number>>): number }['value']>>
}

/** The logistic function. */
export function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a))
}

/** Weights of one block of a recurrent cell: `input` and `hidden` numbers come in, `hidden` go out, with its biases. */
function block(input: number, hidden: number, biases = 1): number {
  return hidden * (input + hidden + biases)
}

/** Of an LSTM layer: three gates and a candidate. */
function lstm(input: number, hidden: number, biases = 1): number {
  return 4 * block(input, hidden, biases)
}

/** Of a dense layer with its bias. */
function dense(input: number, output: number): number {
  return (input + 1) * output
}

const rnnCell: Formula<'T' | 'd' | 'H'> = {
  answer: ({ d, H }) => block(d, H),
  wrong: {
    'torch-biases': ({ d, H }) => block(d, H, 2),
    'per-position': ({ T, d, H }) => T * d * H,
    'per-step': ({ T, d, H }) => T * block(d, H),
  },
}

/** W = s·Q with Q orthogonal: every singular value of Wᵏ is sᵏ, and there are H of them. */
const powerNorm: Formula<'H' | 's' | 'k'> = {
  answer: ({ H, s, k }) => s ** k * Math.sqrt(H),
  wrong: {
    spectral: ({ s, k }) => s ** k,
    'whole-size': ({ H, s, k }) => s ** k * H,
  },
}

type TwoSteps = Formula<'wx' | 'w' | 'x1' | 'x2' | 'h0'>
type TwoStepsGiven = Parameters<TwoSteps['answer']>[0]

function states({ wx, w, x1, x2, h0 }: TwoStepsGiven): { h1: number; h2: number } {
  const h1 = Math.tanh(wx * x1 + w * h0)
  return { h1, h2: Math.tanh(wx * x2 + w * h1) }
}

/** ∂h₂/∂w = (1 − h₂²)·[h₁ + w·(1 − h₁²)·h₀]. */
const twoSteps: TwoSteps = {
  answer: (given) => {
    const { h1, h2 } = states(given)
    return (1 - h2 ** 2) * (h1 + given.w * (1 - h1 ** 2) * given.h0)
  },
  wrong: {
    'last-step': (given: TwoStepsGiven) => {
      const { h1, h2 } = states(given)
      return (1 - h2 ** 2) * h1
    },
    missing: (given: TwoStepsGiven) => states(given).h1 + given.w * given.h0,
    twice: (given: TwoStepsGiven) => {
      const { h1, h2 } = states(given)
      const slope = (h: number): number => 1 - Math.tanh(h) ** 2
      return slope(h2) * (h1 + given.w * slope(h1) * given.h0)
    },
    'off-by-one': (given: TwoStepsGiven) => {
      const { h1, h2 } = states(given)
      return (1 - h2 ** 2) * (h2 + given.w * (1 - h1 ** 2) * h1)
    },
  },
}

const lstmState: Formula<'f' | 'i' | 'o' | 'cPrev' | 'cTilde'> = {
  answer: ({ f, i, o, cPrev, cTilde }) => o * Math.tanh(f * cPrev + i * cTilde),
  wrong: {
    swapped: ({ f, i, o, cPrev, cTilde }) => o * Math.tanh(i * cPrev + f * cTilde),
    'no-tanh': ({ f, i, o, cPrev, cTilde }) => o * (f * cPrev + i * cTilde),
    coupled: ({ f, o, cPrev, cTilde }) => o * Math.tanh(f * cPrev + (1 - f) * cTilde),
    'no-forgetting': ({ i, o, cTilde }) => o * Math.tanh(i * cTilde),
  },
}

const lstmCell: Formula<'D' | 'H'> = {
  answer: ({ D, H }) => lstm(D, H),
  wrong: {
    'torch-biases': ({ D, H }) => lstm(D, H, 2),
    'three-blocks': ({ D, H }) => 3 * block(D, H),
    'one-block': ({ D, H }) => block(D, H),
    'no-biases': ({ D, H }) => lstm(D, H, 0),
  },
}

/** With i = 0 each step multiplies the cell by f = σ(b). */
const forgotten: Formula<'b' | 'k'> = {
  answer: ({ b, k }) => sigmoid(b) ** k,
  wrong: {
    'one-step': ({ b }) => sigmoid(b),
    'bias-zero': ({ k }) => 0.5 ** k,
    lost: ({ b, k }) => 1 - sigmoid(b) ** k,
  },
}

type Classifier = Formula<'V' | 'E' | 'L' | 'H' | 'K'>
type ClassifierGiven = Parameters<Classifier['answer']>[0]

/** The first layer reads the embedding, each of the others the H numbers of the one below. */
function classifier({ V, E, L, H, K }: ClassifierGiven, biases = 1): number {
  return V * E + lstm(E, H, biases) + (L - 1) * lstm(H, H, biases) + dense(H, K)
}

const textClassifier: Classifier = {
  answer: (given) => classifier(given),
  wrong: {
    'torch-biases': (given: ClassifierGiven) => classifier(given, 2),
    'no-embedding': (given: ClassifierGiven) => classifier(given) - given.V * given.E,
    'first-layer': ({ V, E, L, H, K }: ClassifierGiven) => V * E + L * lstm(E, H) + dense(H, K),
  },
}

/** ⌊percent · n / 100⌋, in whole numbers. */
function part(percent: number, n: number): number {
  return Math.floor((percent * n) / 100)
}

/** What 70 % and 15 %, both rounded down, leave of n. */
function rest(n: number): number {
  return n - part(70, n) - part(15, n)
}

const testPairs: Formula<'n' | 'w' | 'h'> = {
  answer: ({ n, w, h }) => rest(n - w - h + 1),
  wrong: {
    'off-by-one': ({ n, w, h }) => rest(n - w - h + 2),
    validation: ({ n, w, h }) => part(15, n - w - h + 1),
    'split-first': ({ n, w, h }) => rest(n) - w - h + 1,
  },
}

const biLstm: Formula<'E' | 'H' | 'K'> = {
  answer: ({ E, H, K }) => 2 * lstm(E, H) + dense(2 * H, K),
  wrong: {
    'one-direction': ({ E, H, K }) => lstm(E, H) + dense(H, K),
    summed: ({ E, H, K }) => 2 * lstm(E, H) + dense(H, K),
    'torch-biases': ({ E, H, K }) => 2 * lstm(E, H, 2) + dense(2 * H, K),
  },
}

/** An LSTM has four blocks a layer and a GRU three: one block a layer is what is saved. */
const savedByGru: Formula<'D' | 'H'> = {
  answer: ({ D, H }) => block(D, H) + block(H, H),
  wrong: {
    'torch-biases': ({ D, H }) => block(D, H, 2) + block(H, H, 2),
    'whole-lstm': ({ D, H }) => 4 * (block(D, H) + block(H, H)),
    'whole-gru': ({ D, H }) => 3 * (block(D, H) + block(H, H)),
  },
}

/** The formulas of the numeric questions by id. */
export const formulas: Readonly<Record<string, Formula>> = {
  N1: rnnCell,
  N2: powerNorm,
  N3: twoSteps,
  N4: lstmState,
  N5: lstmCell,
  N6: forgotten,
  N7: textClassifier,
  N8: testPairs,
  N9: biLstm,
  N10: savedByGru,
}
