import type fc from 'fast-check'
import { isMat, type Mat } from '../model/mat.ts'
import type { Localized, Visibility } from '../model/verdict.ts'
import { dot } from '../numeric/mat.ts'
import { stream, type Random } from '../numeric/random.ts'
import { numericGradientAtOnce } from '../oracles/numeric-gradient.ts'
import type { Tensors } from '../oracles/tensors.ts'
import { check, type CheckContext } from './check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field } from './expect.ts'
import { expectGradient, expectGradients } from './gradients.ts'
import { expectUnchanged } from './laws.ts'
import { forAll } from './property.ts'
import type { RecurrentCase, RecurrentCell, Sizes } from './recurrent.ts'
import { float64 } from './tolerances.ts'

/** A sequence together with dL/dh_t from outside, one matrix a step. */
export interface BackwardCase<Params extends object = object> extends RecurrentCase<Params> {
  readonly dhs: readonly Mat[]
}

/** What a backward pass answers: `grads`, `dxs`, and one gradient per initial state (`dh0`, `dc0`). */
export type Gradients = Readonly<Record<string, Mat | readonly Mat[] | object>>

/** How a gated cell's backward pass is called and judged, so that LSTM and GRU share their checks. */
export interface BackwardCell<Params extends Tensors<Params>> {
  readonly cell: RecurrentCell<Params>
  readonly backward: string
  readonly draw: (random: Random, sizes: Sizes) => BackwardCase<Params>
  readonly sizes: fc.Arbitrary<Sizes>
  /** Sizes of the check by finite differences, which calls the student's forward pass twice per number. */
  readonly middling: Sizes
  readonly reference: (drawn: BackwardCase<Params>) => Gradients & { readonly grads: Params }
  /** Parameters that are graded together: check name, keys, and what they are called. */
  readonly groups: readonly (readonly [name: string, keys: readonly (keyof Params & string)[], title: Localized])[]
}

/** Declares the checks of a backward pass that starts from the student's own caches. */
export function backwardChecks<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  shapes(model)
  finiteDifferences(model)
  finiteDifferencesOfInputs(model)
  parameterGroups(model)
  inputGradients(model)
  stateGradients(model)
  linearity(model)
  unchanged(model)
}

function shapes<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  const { slug, forward } = model.cell
  check(
    `${slug}/backward-shapes`,
    {
      needs: [`${slug}/forward-shapes`],
      visibility: 'public',
      claim: {
        es: `\`${model.backward}\`, con las cachés de tu \`${forward}\`, da un gradiente por parámetro, por entrada y por estado inicial, con sus formas.`,
        en: `\`${model.backward}\`, given the caches of your \`${forward}\`, gives a gradient per parameter, input and initial state, in their shapes.`,
      },
    },
    async (context) => {
      await run(model, context, model.draw(context.random('case'), model.middling))
    },
  )
}

function finiteDifferences<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  declare(
    model,
    'backward-finite-differences',
    'public',
    {
      es: `Los gradientes de los parámetros coinciden con las diferencias finitas de tu propio \`${model.cell.forward}\`.`,
      en: `The gradients of the parameters agree with the finite differences of your own \`${model.cell.forward}\`.`,
    },
    async (context) => {
      const drawn = model.draw(context.random('case'), model.middling)
      const received = await run(model, context, drawn)
      const points = (params: readonly Params[]): Promise<number[]> =>
        losses(
          model,
          context,
          drawn.dhs,
          params.map((moved) => ({ ...drawn, params: moved })),
        )
      const numeric = await numericGradientAtOnce(points, drawn.params)
      expectLaw(isAlive(numeric), 'backward.forward-constant', { fn: model.cell.forward })
      expectGradients(received['grads'], numeric)
    },
  )
}

function finiteDifferencesOfInputs<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  declare(
    model,
    'backward-finite-differences-inputs',
    'public',
    {
      es: `Los gradientes de las entradas y de los estados iniciales coinciden con las diferencias finitas de tu propio \`${model.cell.forward}\`.`,
      en: `The gradients of the inputs and initial states agree with the finite differences of your own \`${model.cell.forward}\`.`,
    },
    async (context) => {
      const drawn = model.draw(context.random('case'), model.middling)
      const received = await run(model, context, drawn)
      const names = stateNames(model)
      const tensors: Record<string, Mat> = Object.fromEntries([
        ...drawn.xs.map((x, t) => [`x${String(t)}`, x] as const),
        ...names
          .map((name, k) => [name, drawn.initial[k]] as const)
          .filter((entry): entry is [string, Mat] => entry[1] !== undefined),
      ])
      const moved = (point: Record<string, Mat>): RecurrentCase<Params> => ({
        params: drawn.params,
        xs: drawn.xs.map((x, t) => point[`x${String(t)}`] ?? x),
        initial: names.map((name, k) => point[name] ?? drawn.initial[k]).filter(isMat),
      })
      const points = (all: readonly Record<string, Mat>[]): Promise<number[]> =>
        losses(model, context, drawn.dhs, all.map(moved))
      const numeric = await numericGradientAtOnce(points, tensors)
      expectLaw(isAlive(numeric), 'backward.forward-constant', { fn: model.cell.forward })
      drawn.xs.forEach((x, t) => {
        expectGradient((received['dxs'] as readonly unknown[])[t], numeric[`x${String(t)}`] ?? x, `dxs[${String(t)}]`)
      })
      for (const name of names)
        expectGradient(
          received[`d${name}`],
          numeric[name] ?? { rows: 0, columns: 0, data: new Float64Array() },
          `d${name}`,
        )
    },
  )
}

function parameterGroups<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  for (const [name, keys, { es, en }] of model.groups) {
    declare(
      model,
      `backward-${name}`,
      'hidden',
      {
        es: `Los gradientes de ${es} coinciden con la referencia en doble precisión.`,
        en: `The gradients of ${en} agree with the double-precision reference.`,
      },
      async (context) => {
        await overSizes(model, context, (received, expected) => {
          const picked = Object.fromEntries(keys.map((key) => [key, expected.grads[key]]))
          expectClose(received['grads'], picked, { name: 'grads', tolerance: float64, oracle: 'float64' })
        })
      },
    )
  }
}

function inputGradients<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  declare(
    model,
    'backward-dxs',
    'hidden',
    {
      es: 'El gradiente de cada entrada (dxs) coincide con la referencia.',
      en: 'The gradient of every input (dxs) agrees with the reference.',
    },
    async (context) => {
      await overSizes(model, context, (received, { dxs }) => {
        expectClose(received['dxs'], dxs as readonly Mat[], { name: 'dxs', tolerance: float64, oracle: 'float64' })
      })
    },
  )
}

function stateGradients<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  for (const name of stateNames(model)) {
    declare(
      model,
      `backward-d${name}`,
      'hidden',
      {
        es: `El gradiente del estado inicial (d${name}) coincide con la referencia.`,
        en: `The gradient of the initial state (d${name}) agrees with the reference.`,
      },
      async (context) => {
        await overSizes(model, context, (received, expected) => {
          expectClose(received[`d${name}`], expected[`d${name}`] as Mat, {
            name: `d${name}`,
            tolerance: float64,
            oracle: 'float64',
          })
        })
      },
    )
  }
}

function linearity<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  declare(
    model,
    'backward-all-steps',
    'hidden',
    {
      es: `\`${model.backward}\` suma lo que aporta cada dhs[t]: el total es la suma de los instantes por separado.`,
      en: `\`${model.backward}\` adds up what each dhs[t] brings: the whole is the sum of the steps on their own.`,
    },
    async (context) => {
      const drawn = model.draw(context.random('case'), model.middling)
      const whole = (await run(model, context, drawn))['grads'] as Params
      expectLaw(isAlive(whole), 'backward.forward-constant', { fn: model.backward })
      const parts: Params[] = []
      for (const step of drawn.dhs.keys()) {
        const dhs = drawn.dhs.map((dh, t) => (t === step ? dh : { ...dh, data: new Float64Array(dh.data.length) }))
        parts.push((await run(model, context, { ...drawn, dhs }))['grads'] as Params)
      }
      const names = Object.keys(whole) as (keyof Params & string)[]
      const sum = Object.fromEntries(names.map((name) => [name, sumOf(parts.map((part) => part[name]))]))
      expectLawClose(sum, { ...whole }, { name: 'grads', tolerance: float64, oracle: '' }, 'backward.not-additive')
    },
  )
}

function unchanged<Params extends Tensors<Params>>(model: BackwardCell<Params>): void {
  declare(
    model,
    'backward-inputs-unchanged',
    'hidden',
    {
      es: `\`${model.backward}\` no modifica los parámetros ni los dhs que recibe, y da lo mismo dos veces con las mismas cachés.`,
      en: `\`${model.backward}\` does not change the parameters or dhs it is given, and gives the same twice for the same caches.`,
    },
    async (context) => {
      const { subject } = context
      const drawn = model.draw(context.random('case'), model.middling)
      const { params, xs, initial, dhs } = drawn
      const handle = await subject.keep(model.cell.forward, params, xs, ...initial)
      const caches = handle.at('caches')
      const first = await run(model, context, drawn)
      expectLaw(isAlive(first['grads'] as object), 'backward.forward-constant', { fn: model.backward })
      await expectUnchanged(context, model.backward, { params, caches, dhs })
      const again = await subject.call(model.backward, params, caches, dhs)
      expectLawClose(
        field(again, 'grads'),
        { ...(first['grads'] as Params) },
        { name: 'grads', tolerance: float64, oracle: '' },
        'backward.caches-changed',
      )
    },
  )
}

function declare<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  name: string,
  visibility: Visibility,
  claim: Localized,
  body: (context: CheckContext) => Promise<void>,
): void {
  const { slug } = model.cell
  check(`${slug}/${name}`, { needs: [`${slug}/backward-shapes`], visibility, claim }, body)
}

async function overSizes<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  judge: (received: Readonly<Record<string, unknown>>, expected: Gradients & { readonly grads: Params }) => void,
): Promise<void> {
  await forAll(
    context,
    'sizes',
    model.sizes,
    async (sizes) => {
      const drawn = model.draw(stream(context.seed, model.backward, JSON.stringify(sizes)), sizes)
      judge(await run(model, context, drawn), model.reference(drawn))
    },
    10,
  )
}

/** Forward, then backward from the live caches; the answer is known to have the right shapes. */
async function run<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  { subject }: CheckContext,
  drawn: BackwardCase<Params>,
): Promise<Readonly<Record<string, unknown>>> {
  const { params, xs, initial, dhs } = drawn
  const handle = await subject.keep(model.cell.forward, params, xs, ...initial)
  const received = await subject.call(model.backward, params, handle.at('caches'), dhs)
  const states = stateNames(model).map((name, k) => [`d${name}`, initial[k] ?? 0] as const)
  expectForm(received, { grads: { ...params }, dxs: xs, ...Object.fromEntries(states) }, '')
  return received as Readonly<Record<string, unknown>>
}

/** Σ dhs[t] · hs[t] of the student's own forward pass, for every case: the loss whose gradients are asked for. */
async function losses<Params extends Tensors<Params>>(
  { cell }: BackwardCell<Params>,
  { subject }: CheckContext,
  dhs: readonly Mat[],
  cases: readonly RecurrentCase<Params>[],
): Promise<number[]> {
  const received = await subject.each(
    cell.forward,
    cases.map(({ params, xs, initial }) => [params, xs, ...initial]),
    'hs',
  )
  expectForm(
    received,
    cases.map(() => dhs),
    '',
  )
  return (received as readonly (readonly Mat[])[]).map((hs) =>
    dhs.reduce((sum, dh, t) => sum + dot(dh, hs[t] ?? dh), 0),
  )
}

/** `h0`, `c0`: the initial states, in the order in which they are passed. */
function stateNames<Params extends Tensors<Params>>({ cell }: BackwardCell<Params>): string[] {
  return cell.states.map((key) => `${key.slice(0, -1)}0`)
}

function isAlive(grads: object): boolean {
  return Object.values(grads).every(
    (grad) => isMat(grad) && grad.data.every(Number.isFinite) && grad.data.some((value) => Math.abs(value) > 1e-9),
  )
}

function sumOf(items: readonly Mat[]): Mat {
  const [first] = items
  if (!first) return { rows: 0, columns: 0, data: new Float64Array() }
  return { ...first, data: first.data.map((_, k) => items.reduce((sum, { data }) => sum + (data[k] ?? NaN), 0)) }
}
