import { variants } from '../../../deliverables/time-series/variants.ts'
import { named, type Change } from '../../checks/lab.ts'

/** A way of being wrong, written into the solution. */
export interface Mistake {
  /** Its name in the course's catalogue of misconceptions, where it has one. */
  readonly id: string
  readonly changes: readonly Change[]
  /** Checks that see it. */
  readonly loses: readonly string[]
  /** Checks that it does not touch. */
  readonly keeps: readonly string[]
  /** Only a training of some seconds shows it. */
  readonly slow?: boolean
}

const known = (id: string): readonly Change[] => named(variants, id)
const testForecast = 'const predicted = forecast(model, test.xs)'
const apply = 'optimizer.applyGradients(clipByGlobalNorm(grads, options.clipNorm))'

const data: readonly Mistake[] = [
  {
    id: 'series.window-off-by-one',
    changes: known('series.window-off-by-one'),
    loses: ['windows-count', 'compare-test-part'],
    keeps: ['split-any', 'scaler-any', 'metrics-any', 'training-history', 'compare-units'],
  },
  {
    id: 'series.window-off-by-one#more',
    changes: known('series.window-off-by-one#more'),
    loses: ['windows-count'],
    keeps: ['split-any', 'scaler-any', 'metrics-any', 'training-history'],
  },
  {
    id: 'series.target-inside-window',
    changes: known('series.target-inside-window'),
    loses: ['windows-content', 'windows-any', 'compare-test-part'],
    keeps: ['windows-count', 'split-any', 'scaler-any', 'compare-form'],
  },
  {
    id: 'series.horizon-ignored',
    changes: known('series.horizon-ignored'),
    loses: ['windows-content', 'windows-any', 'compare-form'],
    keeps: ['windows-count', 'model-shapes', 'training-validation'],
  },
  {
    id: 'series.horizon-ignored#model',
    changes: known('series.horizon-ignored#model'),
    loses: ['model-shapes'],
    keeps: ['windows-any', 'split-any', 'scaler-any', 'metrics-any'],
  },
  {
    id: 'series.shuffled-split',
    changes: known('series.shuffled-split'),
    loses: ['split-order', 'split-rounding', 'compare-no-leak'],
    keeps: ['windows-any', 'scaler-any', 'metrics-any', 'model-seed'],
  },
  {
    id: 'series.shares-rounded',
    changes: known('series.shares-rounded'),
    loses: ['split-rounding', 'split-any'],
    keeps: ['split-order'],
  },
  {
    id: 'series.sample-deviation',
    changes: known('series.sample-deviation'),
    loses: ['scaler-known'],
    keeps: ['scaler-constant', 'compare-units', 'compare-no-leak', 'compare-test-part'],
  },
  {
    id: 'series.constant-divides-by-zero',
    changes: known('series.constant-divides-by-zero'),
    loses: ['scaler-constant'],
    keeps: ['scaler-known', 'scaler-any', 'compare-no-leak'],
  },
  {
    id: 'series.rmse-is-mse',
    changes: known('series.rmse-is-mse'),
    loses: ['metrics-known', 'compare-consistent'],
    keeps: ['windows-any', 'compare-form', 'compare-units', 'compare-no-leak', 'compare-test-part'],
  },
  {
    id: 'series.mae-keeps-signs',
    changes: known('series.mae-keeps-signs'),
    loses: ['metrics-known'],
    keeps: ['compare-form', 'compare-units', 'compare-no-leak', 'compare-test-part'],
  },
]

const models: readonly Mistake[] = [
  {
    id: 'series.gates-of-tfjs',
    changes: known('series.gates-of-tfjs'),
    loses: ['lstm-layers', 'gru-layers'],
    keeps: ['model-shapes', 'model-seed', 'training-history'],
  },
  {
    id: 'series.one-cell-only',
    changes: known('series.one-cell-only'),
    loses: ['gru-layers', 'compare-form'],
    keeps: ['lstm-layers', 'training-history'],
  },
  {
    id: 'series.one-layer-only',
    changes: known('series.one-layer-only'),
    loses: ['lstm-layers', 'gru-layers'],
    keeps: ['model-shapes', 'training-history'],
  },
  {
    id: 'one seed for all',
    changes: [['Math.floor(random.uniform(0, 2 ** 31))', 'seed']],
    loses: ['model-seed'],
    keeps: ['lstm-layers', 'training-seed'],
  },
  {
    id: 'model without a seed',
    changes: [['Math.floor(random.uniform(0, 2 ** 31))', 'Math.floor(2 ** 31 * Math.random())']],
    loses: ['model-seed'],
    keeps: ['model-shapes', 'lstm-layers', 'training-history'],
  },
]

const training: readonly Mistake[] = [
  {
    id: 'no clipping',
    changes: [[apply, 'optimizer.applyGradients(grads)']],
    loses: ['training-clip'],
    keeps: ['training-history', 'training-decay', 'training-dropout', 'training-seed'],
  },
  {
    id: 'the mean of squares in the norm',
    changes: [['tf.sum(tf.square(gradient))', 'tf.mean(tf.square(gradient))']],
    loses: ['training-clip'],
    keeps: ['training-history', 'training-decay', 'training-loss', 'training-seed'],
  },
  {
    id: 'a norm for each matrix',
    changes: [['tf.mul(gradient, factor)', 'tf.mul(gradient, tf.minimum(1, tf.div(maxNorm, tf.norm(gradient))))']],
    loses: ['training-clip'],
    keeps: ['training-history', 'training-decay', 'training-loss', 'training-seed'],
  },
  {
    id: 'weight decay left out',
    changes: [['options.weightDecay > 0', 'options.weightDecay < 0']],
    loses: ['training-decay'],
    keeps: ['training-clip', 'training-dropout', 'training-seed'],
  },
  {
    id: 'dropout never on',
    changes: [['{ training: true }', '{ training: false }']],
    loses: ['training-dropout'],
    keeps: ['training-clip', 'training-decay', 'training-validation'],
  },
  {
    id: 'no shuffling',
    changes: [['    shuffle(order,', '    if (epoch < 0) shuffle(order,']],
    loses: ['training-seed'],
    keeps: ['training-clip', 'training-decay', 'training-dropout'],
  },
  {
    id: 'validation on the training part',
    changes: [['meanSquaredError(model, validation)', 'meanSquaredError(model, train)']],
    loses: ['training-validation'],
    keeps: ['training-loss', 'training-clip', 'compare-no-leak'],
  },
  {
    id: 'loss summed over the batches',
    changes: [['total / order.length', 'total']],
    loses: ['training-loss'],
    keeps: ['training-history', 'training-validation', 'compare-test-part'],
  },
  {
    id: 'first batch only',
    changes: [['start < order.length; start', 'start < 1; start']],
    loses: ['training-history'],
    keeps: ['model-seed', 'lstm-layers', 'windows-any'],
  },
  {
    id: 'series.persistence',
    changes: [['ys[k] ?? []', '(ys[k] ?? []).map(() => xs[k]?.at(-1) ?? NaN)']],
    loses: ['lstm-works', 'gru-works', 'births', 'compare-learns'],
    keeps: ['windows-any', 'training-history', 'training-validation', 'compare-no-leak', 'compare-test-part'],
    slow: true,
  },
]

const comparison: readonly Mistake[] = [
  {
    id: 'series.scaler-sees-future',
    changes: known('series.scaler-sees-future'),
    loses: ['compare-no-leak'],
    keeps: ['scaler-any', 'compare-form', 'compare-units'],
  },
  {
    id: 'series.scaler-sees-future#validation',
    changes: known('series.scaler-sees-future#validation'),
    loses: ['compare-no-leak'],
    keeps: ['scaler-any', 'compare-form', 'compare-units', 'compare-test-part'],
  },
  {
    id: 'trained on the test part too',
    changes: [
      ['trainForecaster(model, train, val', 'trainForecaster(model, windowsOf([...parts.train, ...parts.test]), val'],
    ],
    loses: ['compare-no-leak'],
    keeps: ['compare-form', 'training-history', 'windows-any'],
  },
  {
    id: 'metrics of the validation part',
    changes: [
      [testForecast, 'const predicted = forecast(model, val.xs)'],
      ['makeWindows(parts.test,', 'makeWindows(parts.val,'],
    ],
    loses: ['compare-test-part'],
    keeps: ['compare-form', 'compare-units', 'compare-consistent'],
  },
  {
    id: 'metrics in scaled units',
    changes: [
      [testForecast + '.map((value) => value * scaler.std + scaler.mean)', testForecast],
      ['regressionMetrics(actual, predicted)', 'regressionMetrics(test.ys.flat(), predicted)'],
    ],
    loses: ['compare-units', 'compare-test-part'],
    keeps: ['compare-form', 'compare-consistent'],
  },
  {
    id: 'weight decay without the learning rate',
    changes: [['decay(model, options.learningRate * options.weightDecay)', 'decay(model, options.weightDecay)']],
    loses: ['training-decay'],
    keeps: ['training-clip', 'training-loss', 'training-seed'],
  },
  {
    id: 'the mean is not added back',
    changes: [['value * scaler.std + scaler.mean', 'value * scaler.std']],
    loses: ['compare-units'],
    keeps: ['compare-form', 'compare-consistent', 'compare-seed', 'compare-test-part'],
  },
  {
    id: 'initial weights of a seed of their own',
    changes: [['buildForecaster({ ...config, cell }, options.seed)', 'buildForecaster({ ...config, cell }, 1)']],
    loses: ['compare-seed'],
    keeps: ['compare-units', 'compare-no-leak', 'compare-test-part'],
  },
  {
    id: 'metrics of the first step only',
    changes: [
      [
        'regressionMetrics(actual, predicted)',
        'regressionMetrics(...([actual, predicted].map((l) => l.filter((_, k) => k % config.horizon === 0)) as [number[], number[]]))',
      ],
    ],
    loses: ['compare-test-part'],
    keeps: ['compare-form', 'compare-units', 'compare-consistent'],
  },
  {
    id: 'one model for both cells',
    changes: [["gru: await tryCell('gru')", "gru: await tryCell('lstm')"]],
    loses: ['compare-form'],
    keeps: ['gru-layers', 'training-history'],
  },
]

export const mistakes: readonly Mistake[] = [...data, ...models, ...training, ...comparison]
