import { isMat, type Mat } from '../model/mat.ts'
import type { Localized, Visibility } from '../model/verdict.ts'
import { map } from '../numeric/mat.ts'
import { stream } from '../numeric/random.ts'
import type { Tensors } from '../oracles/tensors.ts'
import { isAliveGradient } from './alive.ts'
import { backwardPass, numericGrads, numericInputGrads, stateNames } from './backward-pass.ts'
import type { BackwardAnswer, BackwardCell, Gradients } from './backward-pass.ts'
import { check, type CheckContext } from './check.ts'
import { expectClose, expectLaw, expectLawClose, field } from './expect.ts'
import { differ, noticeable, orFollowThrough } from './follow-through.ts'
import { expectGradient, expectGradients } from './gradients.ts'
import { expectUnchanged } from './laws.ts'
import { explainedByForward, judgeGrads, judgeInputs, judgeState, type OwnJudge } from './own-gradients.ts'
import { forAll } from './property.ts'
import type { Sizes } from './recurrent.ts'
import { float64 } from './tolerances.ts'

export type { BackwardCase, BackwardCell } from './backward-pass.ts'

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
      await backwardPass(model, context, model.draw(context.random('case'), model.middling))
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
      const received = await backwardPass(model, context, drawn)
      const numeric = await numericGrads(model, context, drawn)
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
      const received = await backwardPass(model, context, drawn)
      const { dxs, states } = await numericInputGrads(model, context, drawn)
      const alive = [...dxs, ...Object.values(states)].every(isAliveGradient)
      expectLaw(alive, 'backward.forward-constant', { fn: model.cell.forward })
      for (const [t, dx] of dxs.entries())
        expectGradient((received['dxs'] as readonly unknown[])[t], dx, `dxs[${String(t)}]`)
      for (const [name, numeric] of Object.entries(states)) expectGradient(received[`d${name}`], numeric, `d${name}`)
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
        await overSizes(model, context, judgeGrads(keys), (received, expected) => {
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
      await overSizes(model, context, judgeInputs, (received, { dxs }) => {
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
        await overSizes(model, context, judgeState(name), (received, expected) => {
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
      const whole = (await backwardPass(model, context, drawn))['grads'] as Params
      expectLaw(isAlive(whole), 'backward.forward-constant', { fn: model.backward })
      const parts: Params[] = []
      for (const step of drawn.dhs.keys()) {
        const dhs = drawn.dhs.map((dh, t) => (t === step ? dh : { ...dh, data: new Float64Array(dh.data.length) }))
        parts.push((await backwardPass(model, context, { ...drawn, dhs }))['grads'] as Params)
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
      const first = await backwardPass(model, context, drawn)
      const opposite = dhs.map((dh) => map(dh, (value) => -value))
      const other = await backwardPass(model, context, { ...drawn, dhs: opposite })
      const alive =
        isAlive(first['grads'] as object) && differ(other['grads'], { ...(first['grads'] as Params) }, noticeable)
      expectLaw(alive, 'backward.forward-constant', { fn: model.backward })
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

/** Against the reference over random sizes; where the forward pass departs from it, `own` judges instead. */
async function overSizes<Params extends Tensors<Params>>(
  model: BackwardCell<Params>,
  context: CheckContext,
  own: OwnJudge,
  judge: (received: BackwardAnswer, expected: Gradients & { readonly grads: Params }) => void,
): Promise<void> {
  const ofSizes = async (sizes: Sizes): Promise<void> => {
    const drawn = model.draw(stream(context.seed, model.backward, JSON.stringify(sizes)), sizes)
    judge(await backwardPass(model, context, drawn), model.reference(drawn))
  }
  await orFollowThrough(context, {
    reference: () => forAll(context, 'sizes', model.sizes, ofSizes, 10),
    ...explainedByForward(model, context, own),
  })
}

function isAlive(grads: object): boolean {
  return Object.values(grads).every((grad) => isMat(grad) && isAliveGradient(grad))
}

function sumOf(items: readonly Mat[]): Mat {
  const [first] = items
  if (!first) return { rows: 0, columns: 0, data: new Float64Array() }
  return { ...first, data: first.data.map((_, k) => items.reduce((sum, { data }) => sum + (data[k] ?? NaN), 0)) }
}
