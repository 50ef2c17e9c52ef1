import { check } from '../../../checks/check.ts'
import { buildModel, kinds } from '../domains.ts'
import { expectCounts, expectFirstLosses, expectLoss, expectSteps } from '../judge.ts'
import { lossAfterTraining } from '../loss.ts'
import { expectAnatomy, rowOf } from '../result.ts'
import { hiddenRun, publicRun, resultOf } from '../run.ts'

check(
  'benchmark/run-other-config',
  {
    needs: ['benchmark/run-form', 'benchmark/model-seed'],
    visibility: 'hidden',
    claim: {
      es: 'Con dos capas, tres clases y tamaños al azar: parámetros, puertas, pasos y primera pérdida son los correctos.',
      en: 'With two layers, three classes and random sizes: parameters, gates, steps and first loss are right.',
    },
  },
  async (context) => {
    const measured = await hiddenRun(context)
    const result = resultOf(measured)
    expectCounts(result)
    expectAnatomy(result)
    expectSteps(measured)
    await expectFirstLosses(context, measured)
  },
)

check(
  'benchmark/run-final-loss',
  {
    needs: ['benchmark/run-form', 'benchmark/model-seed'],
    visibility: 'hidden',
    claim: {
      es: '`finalLoss` es la de después de `steps` pasos de Adam con tasa 0.001 sobre todo el lote, con los mismos pesos iniciales.',
      en: '`finalLoss` is the one after `steps` steps of Adam with rate 0.001 on the whole batch, from the same initial weights.',
    },
  },
  async (context) => {
    for (const measured of [await publicRun(context), await hiddenRun(context)]) {
      const { config, data } = measured
      const result = resultOf(measured)
      for (const kind of kinds) {
        const expected = await lossAfterTraining(context, await buildModel(context, kind, config), config, data)
        // A step is worth ten times as much.
        expectLoss('benchmark.final-loss', kind, expected, rowOf(result, kind).finalLoss, 5e-5)
      }
    }
  },
)
