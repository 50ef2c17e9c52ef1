import type { DataNode } from '../data.ts'
import type { Panel, Spec } from '../spec.ts'
import { colors, dashes } from '../theme.ts'
import type { Words } from '../words.ts'
import { lineStyles, stepAxis } from './lines.ts'

/** Loss of each epoch on both parts; a second panel shows the accuracy where the history has it. */
export function curves(data: DataNode, words: Words): Spec {
  const loss = pair(data, 'Loss')
  const hasAccuracy = !data.field('trainAccuracy').isMissing || !data.field('valAccuracy').isMissing
  const panels = [panel(loss, words.say('plot.loss'), words)]
  if (hasAccuracy) panels.push(panel(pair(data, 'Accuracy', loss.train), words.say('plot.accuracy'), words, true))
  return { hconcat: panels, spacing: 36 }
}

interface Pair {
  readonly train: readonly number[]
  readonly validation: readonly number[]
}

/** Both lists of a quantity, with as many epochs as `like`. */
function pair(data: DataNode, quantity: 'Loss' | 'Accuracy', like?: readonly number[]): Pair {
  const first = data.field(`train${quantity}`)
  const train = like ? first.numbersLike(like) : first.numbers()
  return { train, validation: data.field(`val${quantity}`).numbersLike(train) }
}

function panel({ train, validation }: Pair, title: string, words: Words, isShare = false): Panel {
  const styles = [
    { name: words.say('plot.train'), color: colors.blue, dash: dashes.solid, values: train },
    { name: words.say('plot.validation'), color: colors.vermilion, dash: dashes.dashed, values: validation },
  ]
  return {
    width: 400,
    height: 300,
    data: {
      values: styles.flatMap(({ name, values }) => values.map((value, epoch) => ({ step: epoch + 1, value, name }))),
    },
    // A single epoch makes no line.
    mark: { type: 'line', point: train.length <= 40 && { size: 45 } },
    encoding: {
      x: stepAxis(words.say('plot.epoch'), [1, train.length]),
      y: {
        field: 'value',
        type: 'quantitative',
        title,
        scale: { zero: false },
        axis: isShare ? { format: '.0%' } : {},
      },
      ...lineStyles(styles),
    },
  }
}
