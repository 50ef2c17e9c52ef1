import { check } from '../../../checks/check.ts'
import { expectForm } from '../../../checks/expect.ts'
import { expectDeterministicInit, expectSpread, expectZero } from '../../../checks/initial-weights.ts'
import { stream } from '../../../numeric/random.ts'
import { drawParams, middling } from '../domains.ts'

check(
  'rnn-bptt/init-shapes',
  {
    needs: ['rnn-bptt/loads'],
    visibility: 'public',
    claim: {
      es: '`initRnn` da matrices con las formas del contrato y sesgos en cero.',
      en: '`initRnn` gives matrices in the shapes of the contract and zero biases.',
    },
  },
  async ({ subject }) => {
    const params = await subject.call('initRnn', middling, 1)
    expectForm(params, { ...drawParams(stream(0), middling) }, 'params')
    expectZero(params, ['bh', 'by'])
  },
)

check(
  'rnn-bptt/init-seed',
  {
    needs: ['rnn-bptt/init-shapes'],
    visibility: 'public',
    claim: {
      es: '`initRnn` con la misma semilla da los mismos pesos, y con otra semilla da otros.',
      en: '`initRnn` gives the same weights for the same seed, and others for another seed.',
    },
  },
  async (context) => {
    await expectDeterministicInit(context, 'initRnn', middling, ['Wxh', 'Whh', 'Why'])
  },
)

check(
  'rnn-bptt/init-scale',
  {
    needs: ['rnn-bptt/init-shapes'],
    visibility: 'hidden',
    claim: {
      es: 'Los pesos de `initRnn` tienen media 0 y desviación √(2/(filas + columnas)) en cada matriz.',
      en: 'The weights of `initRnn` have mean 0 and standard deviation √(2/(rows + columns)) in every matrix.',
    },
  },
  async ({ subject, random }) => {
    const sizes = { inputSize: 90, hiddenSize: 120, outputSize: 60 }
    const params = await subject.call('initRnn', sizes, random('seed').seed())
    expectSpread(params, { Wxh: Math.sqrt(2 / 210), Whh: Math.sqrt(2 / 240), Why: Math.sqrt(2 / 180) })
  },
)
