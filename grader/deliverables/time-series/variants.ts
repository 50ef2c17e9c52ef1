import { variantsNamed, within, type Variant } from '../../diagnosis/variant.ts'

const windows = within('makeWindows')
const split = within('chronologicalSplit')
const scaler = within('fitScaler')
const metrics = within('regressionMetrics')
const build = within('buildForecaster')
const compare = within('compareCells')
const count = 'series.length - window - horizon + 1'
const target = 'series.slice(start + window, start + window + horizon)'
const one = variantsNamed('series')

/** The mistakes with series that the course knows by name. */
export const variants: readonly Variant[] = [
  one('window-off-by-one', 'T1', windows(count, 'series.length - window - horizon')),
  one('window-off-by-one#more', 'T1', windows(count, 'series.length - window - horizon + 2')),
  one('window-off-by-one#horizon', 'T1', windows(count, 'series.length - window')),
  one('target-inside-window', 'T1', windows(target, 'series.slice(start + window - 1, start + window + horizon - 1)')),
  one('target-after-gap', 'T1', windows(target, 'series.slice(start + window + 1, start + window + horizon + 1)')),
  one('horizon-ignored', 'T1', windows(target, 'series.slice(start + window, start + window + 1)')),
  one('windows-not-overlapping', 'T1', windows('(_, start) => start)', '(_, start) => start * window)')),
  one(
    'shuffled-split',
    'T2',
    split(
      'return { train: items.slice(0, train),',
      'items = items.toReversed()\n  return { train: items.slice(0, train),',
    ),
  ),
  one(
    'shares-rounded',
    'T2',
    split('Math.floor((items.length * percent.train) / 100)', 'Math.floor(items.length * (percent.train / 100))'),
  ),
  one('validation-is-test', 'T2', split('test: items.slice(train + val)', 'test: items.slice(train)')),
  one(
    'sample-deviation',
    'T3',
    scaler('std: constant ? 1 : std', 'std: constant ? 1 : std * Math.sqrt(train.length / (train.length - 1))'),
  ),
  one(
    'variance-not-deviation',
    'T3',
    scaler(
      'Math.sqrt(mean(train.map((value) => (value - center) ** 2)))',
      'mean(train.map((value) => (value - center) ** 2))',
    ),
  ),
  one('constant-divides-by-zero', 'T3', scaler('std: constant ? 1 : std', 'std')),
  one('rmse-is-mse', 'T4', metrics('rmse: Math.sqrt(mse)', 'rmse: mse')),
  one('mae-keeps-signs', 'T4', metrics('mean(errors.map(Math.abs))', 'mean(errors)')),
  one('horizon-ignored#model', 'T7', build('units: horizon,', 'units: 1,')),
  one('one-cell-only', 'T7', build("cell === 'lstm' ?", "cell !== ('' as string) ?")),
  one(
    'one-layer-only',
    'T7',
    build('layer < numLayers; layer++', 'layer < 1; layer++'),
    build('layer < numLayers - 1,', 'false,'),
  ),
  one(
    'gates-of-tfjs',
    'T7',
    build("      recurrentActivation: 'sigmoid' as const, // the default of tfjs is hardSigmoid\n", ''),
  ),
  one('scaler-sees-future', 'T9', compare('fitScaler(parts.train)', 'fitScaler(series)')),
  one(
    'scaler-sees-future#validation',
    'T9',
    compare('fitScaler(parts.train)', 'fitScaler([...parts.train, ...parts.val])'),
  ),
  one(
    'scaler-sees-future#each-part',
    'T9',
    compare('(value - scaler.mean) / scaler.std)', '(value - fitScaler(part).mean) / fitScaler(part).std)'),
    compare('const scaler = fitScaler(parts.train)', 'const scaler = fitScaler(parts.test)'),
  ),
]
