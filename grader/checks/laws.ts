import { map, pickColumns, sliceColumns, zeros } from '../numeric/mat.ts'
import type { Mat } from '../model/mat.ts'
import type { Localized } from '../model/verdict.ts'
import { compare, type Expected } from '../numeric/compare.ts'
import { Handle } from '../subject/protocol.ts'
import { expectAlive, expectFiniteAll } from './alive.ts'
import { check, type CheckContext } from './check.ts'
import { expectForm, expectLaw, expectLawClose, field, matrices } from './expect.ts'
import { differ, noticeable, orFollowThrough, type Explanation } from './follow-through.ts'
import { explainedBySteps, type SteppedCell } from './own-steps.ts'
import { forAll } from './property.ts'
import { anySizes, drawCase, initialName, unequalSizes } from './recurrent.ts'
import type { RecurrentCase, RecurrentCell, Sequences, Sizes } from './recurrent.ts'
import { exactly, float64 } from './tolerances.ts'

/** Which mistakes made elsewhere the laws of a cell must not charge again. */
export interface Excuses {
  /** Whether the student's step is not the reference's on ordinary inputs: see `stepDeparts`. */
  readonly stepDeparts: (context: CheckContext) => Promise<boolean>
  /** What else may explain the states of a saturated cell: what the step is made of, when that is a task of its own. */
  readonly saturated?: (context: CheckContext, drawn: RecurrentCase, received: Sequences) => Explanation
}

/** Declares what every recurrent cell obeys, whatever is inside it. */
export function recurrentLaws(cell: SteppedCell, excuses: Excuses): void {
  shapes(cell, excuses)
  initialStates(cell)
  split(cell)
  columnsIndependent(cell)
  columnsPermuted(cell)
  causality(cell)
  inputsUnchanged(cell)
  determinism(cell)
  saturation(cell, excuses)
}

function shapes(cell: SteppedCell, { stepDeparts }: Excuses): void {
  const claim: Localized = {
    es: `\`${cell.forward}\` devuelve una matriz por instante, de 1 a T, con las formas del contrato.`,
    en: `\`${cell.forward}\` returns one matrix per time step, 1 to T, in the shapes of the contract.`,
  }
  check(
    `${cell.slug}/forward-shapes`,
    { needs: [`${cell.slug}/loads`], visibility: 'public', claim },
    async (context) => {
      const { params, xs } = drawCase(cell, context.random('case'), unequalSizes)
      expectForm(await context.subject.call(cell.forward, params, xs), formOf(cell, unequalSizes), '')
    },
  )
  const claimAny: Localized = {
    es: `\`${cell.forward}\` da las formas correctas con tamaños al azar: lote de 1 a 16, T de 1 a 50, capas de 1 a 64.`,
    en: `\`${cell.forward}\` gives the right shapes for random sizes: batch 1 to 16, T 1 to 50, layers 1 to 64.`,
  }
  check(
    `${cell.slug}/forward-any-sizes`,
    { needs: [`${cell.slug}/forward-shapes`], visibility: 'hidden', claim: claimAny },
    async (context) => {
      await expectAnswers(cell, context)
      await forAll(
        context,
        'sizes',
        anySizes,
        async (sizes) => {
          const { params, xs } = drawCase(cell, context.random('case'), sizes)
          const received = await context.subject.call(cell.forward, params, xs)
          const drawn = { params, xs, initial: [], hiddenSize: sizes.hiddenSize }
          await orFollowThrough(context, {
            reference: () => {
              expectForm(received, formOf(cell, sizes), '')
              for (const key of cell.states) expectVaried(matrices(field(received, key), key), key)
            },
            ...explainedBySteps(context, cell, { drawn, received, departs: () => stepDeparts(context) }),
          })
        },
        8,
      )
    },
  )
}

function initialStates(cell: RecurrentCell): void {
  law(
    cell,
    'initial-state',
    {
      es: `El estado inicial que recibe \`${cell.forward}\` se usa, y vale ceros cuando no se da.`,
      en: `The initial state given to \`${cell.forward}\` is used, and is zeros when it is left out.`,
    },
    async (context, { params, xs, initial }) => {
      const omitted = await run(cell, context, params, xs)
      const zero = await run(
        cell,
        context,
        params,
        xs,
        initial.map(({ rows, columns }) => zeros(rows, columns)),
      )
      const given = await run(cell, context, params, xs, initial)
      // One step alone tells its batch by its only input.
      const alone = await run(cell, context, params, xs.slice(0, 1))
      const first = mapSequences(cell, (key) => omitted[key]?.slice(0, 1) ?? [])
      expectLawClose(alone, first, { name: '', tolerance: float64, oracle: '' }, 'law.one-step')
      expectLawClose(zero, omitted, { name: '', tolerance: float64, oracle: '' }, 'law.zero-initial-state')
      for (const [index, key] of cell.states.entries()) {
        const onlyThis = initial.map((state, other) => (other === index ? state : zeros(state.rows, state.columns)))
        const effect = await run(cell, context, params, xs, onlyThis)
        const differs =
          compare(effect['hs']?.[0], omitted['hs']?.[0] ?? zeros(1, 1), { atol: 1e-6, rtol: 0 }, 'hs[0]') !== undefined
        expectLaw(differs, 'law.initial-state-ignored', { state: initialName(key) })
      }
      expectFiniteAll(given)
    },
  )
}

function split(cell: RecurrentCell): void {
  law(
    cell,
    'law-split',
    {
      es: 'Partir la secuencia y continuar con el último estado da lo mismo que recorrerla entera.',
      en: 'Splitting a sequence and going on from the last state gives the same as one pass.',
    },
    async (context, { params, xs, initial }) => {
      const cut = context.random('cut').int(1, xs.length - 1)
      const whole = await run(cell, context, params, xs, initial)
      const head = await run(cell, context, params, xs.slice(0, cut), initial)
      const states = cell.states.map((key) => head[key]?.at(-1) ?? zeros(1, 1))
      const tail = await run(cell, context, params, xs.slice(cut), states)
      const joined = mapSequences(cell, (key) => [...(head[key] ?? []), ...(tail[key] ?? [])])
      expectAlive(cell, whole)
      expectLawClose(joined, whole, { name: '', tolerance: float64, oracle: '' }, 'law.split', { cut })
    },
  )
}

function columnsIndependent(cell: RecurrentCell): void {
  law(
    cell,
    'law-batch',
    {
      es: 'Cada columna del lote se calcula por su cuenta: no ve a las demás.',
      en: 'Every column of a batch is computed on its own and does not see the others.',
    },
    async (context, { params, xs, initial }) => {
      const whole = await run(cell, context, params, xs, initial)
      const column = context.random('column').int(0, (xs[0]?.columns ?? 1) - 1)
      const pick = (m: Mat): Mat => sliceColumns(m, column, column + 1)
      const alone = await run(cell, context, params, xs.map(pick), initial.map(pick))
      expectAlive(cell, whole)
      expectLawClose(
        alone,
        mapSequences(cell, (key) => (whole[key] ?? []).map(pick)),
        { name: '', tolerance: float64, oracle: '' },
        'law.batch',
        { column },
      )
    },
  )
}

function columnsPermuted(cell: RecurrentCell): void {
  law(
    cell,
    'law-permutation',
    {
      es: 'Cambiar el orden de las columnas del lote cambia igual el orden de los resultados.',
      en: 'Permuting the columns of a batch permutes the results.',
    },
    async (context, { params, xs, initial }) => {
      const order = [2, 0, 3, 1]
      const permute = (m: Mat): Mat => pickColumns(m, order)
      const whole = await run(cell, context, params, xs, initial)
      const permuted = await run(cell, context, params, xs.map(permute), initial.map(permute))
      expectAlive(cell, whole)
      expectLawClose(
        permuted,
        mapSequences(cell, (key) => (whole[key] ?? []).map(permute)),
        { name: '', tolerance: float64, oracle: '' },
        'law.permutation',
      )
    },
  )
}

function causality(cell: RecurrentCell): void {
  law(
    cell,
    'law-causality',
    {
      es: 'El futuro no cambia el pasado: tocar x en un instante solo altera lo que viene desde ahí.',
      en: 'The future does not change the past: touching x at one step alters only what comes from there on.',
    },
    async (context, { params, xs, initial }) => {
      const step = context.random('step').int(1, xs.length - 1)
      const touched = xs.map((x, t) => (t === step ? map(x, (value) => value + 1) : x))
      const before = await run(cell, context, params, xs, initial)
      const after = await run(cell, context, params, touched, initial)
      const past = mapSequences(cell, (key) => (before[key] ?? []).slice(0, step))
      const pastAfter = mapSequences(cell, (key) => (after[key] ?? []).slice(0, step))
      expectLawClose(pastAfter, past, { name: '', tolerance: float64, oracle: '' }, 'law.causality', { step })
      for (const t of [step, xs.length - 1]) {
        const reached =
          compare(after['hs']?.[t], before['hs']?.[t] ?? zeros(1, 1), { atol: 1e-12, rtol: 0 }, 'hs') !== undefined
        expectLaw(reached, 'law.input-has-no-effect', { step, at: `hs[${String(t)}]` })
      }
    },
  )
}

function inputsUnchanged(cell: RecurrentCell): void {
  law(
    cell,
    'inputs-unchanged',
    {
      es: `\`${cell.forward}\` no modifica los parámetros ni las entradas que recibe.`,
      en: `\`${cell.forward}\` does not change the parameters or inputs it is given.`,
    },
    async (context, { params, xs, initial }) => {
      expectAlive(cell, await run(cell, context, params, xs, initial))
      const states = cell.states.map((key, k) => [initialName(key), initial[k] ?? zeros(1, 1)] as const)
      await expectUnchanged(context, cell.forward, { params, xs, ...Object.fromEntries(states) })
    },
  )
}

/**
 * Calls a function on live arguments and compares them afterwards with what they were. A handle among them is passed
 * on as it is.
 */
export async function expectUnchanged(
  { subject }: CheckContext,
  fn: string,
  args: Readonly<Record<string, object | number>>,
): Promise<void> {
  const plain = Object.entries(args).filter(([, value]) => !(value instanceof Handle))
  const live = await subject.hold(Object.fromEntries(plain))
  await subject.call(
    fn,
    ...Object.entries(args).map(([name, value]) => (value instanceof Handle ? value : live.at(name))),
  )
  const expected = Object.fromEntries(plain) as Expected
  expectLawClose(
    await subject.read(live),
    expected,
    { name: '', tolerance: exactly, oracle: '' },
    'law.argument-changed',
    { fn },
  )
}

function determinism(cell: RecurrentCell): void {
  law(
    cell,
    'deterministic',
    {
      es: `\`${cell.forward}\` da siempre lo mismo con las mismas entradas.`,
      en: `\`${cell.forward}\` always gives the same for the same inputs.`,
    },
    async (context, { params, xs, initial }) => {
      const first = await run(cell, context, params, xs, initial)
      await run(
        cell,
        context,
        params,
        xs.map((x) => map(x, (value) => -value)),
        initial,
      )
      expectAlive(cell, first)
      expectLawClose(
        await run(cell, context, params, xs, initial),
        first,
        { name: '', tolerance: exactly, oracle: '' },
        'law.deterministic',
      )
    },
  )
}

function saturation(cell: SteppedCell, { stepDeparts, saturated }: Excuses): void {
  law(
    cell,
    'saturated',
    {
      es: 'Con entradas enormes (hasta ±10⁴) los estados siguen siendo finitos y h no se sale de su rango.',
      en: 'With huge inputs (up to ±10⁴) the states stay finite and h stays in its range.',
    },
    async (context, { params, xs, initial }) => {
      const random = context.random('scale')
      const huge = { params, initial, xs: xs.map((x) => map(x, (value) => value * 10 ** random.uniform(2, 4))) }
      const received = await run(cell, context, params, huge.xs, initial)
      const drawn = { ...huge, hiddenSize: unequalSizes.hiddenSize }
      const bySteps = explainedBySteps(context, cell, { drawn, received, departs: () => stepDeparts(context) })
      const orSteps = (): Promise<void> =>
        orFollowThrough(context, {
          reference: () => {
            expectSaturated(cell, received, initial)
          },
          ...bySteps,
        })
      await (saturated
        ? orFollowThrough(context, { reference: orSteps, ...saturated(context, huge, received) })
        : orSteps())
    },
  )
}

function expectSaturated(cell: RecurrentCell, received: Sequences, initial: readonly Mat[]): void {
  expectFiniteAll(received)
  // A gated state is a mean of its past and of a tanh, so it may keep an initial value above 1.
  const bound = Math.max(1, largestOf(initial.slice(0, 1)))
  const largest = largestOf(received['hs'] ?? [])
  expectLaw(
    largest <= bound,
    'law.state-out-of-range',
    {},
    { expected: `|h| ≤ ${String(bound)}`, received: String(largest) },
  )
  expectAlive(cell, received)
}

/** Declares one hidden law, drawn on a case with a given initial state. */
function law(
  cell: RecurrentCell,
  name: string,
  claim: Localized,
  body: (context: CheckContext, drawn: RecurrentCase) => Promise<void>,
): void {
  const needs = [`${cell.slug}/forward-shapes`]
  check(`${cell.slug}/${name}`, { needs, visibility: 'hidden', claim }, async (context) => {
    await body(context, drawCase(cell, context.random('case'), unequalSizes))
  })
}

async function run(
  cell: RecurrentCell,
  { subject }: CheckContext,
  params: unknown,
  xs: readonly Mat[],
  initial: readonly Mat[] = [],
): Promise<Sequences> {
  const result = await subject.call(cell.forward, params, xs, ...initial)
  // Known to have the right shapes before anything is computed from it.
  expectForm(result, formOf(cell, { ...unequalSizes, steps: xs.length, batch: xs[0]?.columns ?? 0 }), '')
  return mapSequences(cell, (key) => matrices(field(result, key), key))
}

/** Zeros in the shape of a result. */
function formOf(cell: RecurrentCell, { hiddenSize, outputSize, batch, steps }: Sizes): Record<string, Mat[]> {
  const sequence = (rows: number): Mat[] => Array.from({ length: steps }, () => zeros(rows, batch))
  return Object.fromEntries([
    ...cell.states.map((key) => [key, sequence(hiddenSize)] as const),
    ...cell.outputs.map((key) => [key, sequence(outputSize)] as const),
  ])
}

function mapSequences(cell: RecurrentCell, sequence: (key: string) => readonly Mat[]): Record<string, readonly Mat[]> {
  return Object.fromEntries([...cell.states, ...cell.outputs].map((key) => [key, sequence(key)]))
}

/** Noise varies too; it earns nothing, because it varies where nothing else does. */
async function expectAnswers(cell: RecurrentCell, context: CheckContext): Promise<void> {
  const { params, xs, initial } = drawCase(cell, context.random('answers'), unequalSizes)
  const first = await run(cell, context, params, xs, initial)
  const again = await run(cell, context, params, xs, initial)
  expectLawClose(again, first, { name: '', tolerance: float64, oracle: '' }, 'law.deterministic')
  const moved = xs.map((x) => map(x, (value) => value + 1))
  const other = await run(cell, context, params, moved, initial)
  for (const key of cell.states) expectLaw(differ(other[key], first[key] ?? [], noticeable), 'law.constant', { key })
}

/** Finite, and not the same number everywhere, unless there is only one. */
function expectVaried(items: readonly Mat[], key: string): void {
  const values = items.flatMap(({ data }) => Array.from(data))
  const varies = values.length > 1 ? values.some((value) => value !== values[0]) : values[0] !== 0
  expectLaw(varies && values.every(Number.isFinite), 'law.constant', { key })
}

function largestOf(items: readonly Mat[]): number {
  return Math.max(...items.flatMap(({ data }) => Array.from(data, Math.abs)))
}
