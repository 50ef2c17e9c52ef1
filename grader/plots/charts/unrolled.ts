import type { DataNode } from '../data.ts'
import type { Spec } from '../spec.ts'
import { colors } from '../theme.ts'
import type { Words } from '../words.ts'

const steps = [1, 2, 3, 4]
const states = [0, ...steps]

/**
 * A recurrent network unrolled in time: the same cell at every step, its input below, its output above, and the hidden
 * state from one step to the next. The drawing shows no data.
 */
export function unrolled(_data: DataNode, words: Words): Spec {
  const kinds = (['plot.rnn-cell', 'plot.rnn-input', 'plot.rnn-output', 'plot.rnn-state'] as const).map((id) =>
    words.say(id),
  )
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: { domain: kinds, range: [colors.green, colors.blue, colors.vermilion, colors.grey] },
    legend: { orient: 'bottom', symbolType: 'square' },
  } as const
  const place = {
    x: position('x', [-0.35, 4.35]),
    y: position('y', [0.2, 3.8]),
    x2: { field: 'x2' },
    y2: { field: 'y2' },
  }
  const { x, y } = place
  return {
    width: 860,
    height: 360,
    view: { stroke: null },
    layer: [
      { data: { values: arrows(kinds) }, mark: { type: 'rule', strokeWidth: 2.5 }, encoding: { ...place, color } },
      {
        data: { values: arrows(kinds) },
        mark: { type: 'point', filled: true, size: 130, opacity: 1 },
        encoding: {
          x: { ...x, field: 'x2' },
          y: { ...y, field: 'y2' },
          color,
          shape: { field: 'head', type: 'nominal', scale: null, legend: null },
        },
      },
      {
        data: { values: steps.map((k) => ({ x: k - 0.8, x2: k - 0.2, y: 1.5, y2: 2.5, kind: kinds[0] })) },
        mark: { type: 'rect', cornerRadius: 10, stroke: 'black', strokeWidth: 1.2 },
        encoding: { ...place, color },
      },
      {
        data: { values: labels() },
        mark: { type: 'text', fontWeight: 'bold', color: { expr: 'datum.ink' }, fontSize: { expr: 'datum.size' } },
        encoding: { x, y, text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}

function position(
  field: string,
  domain: [number, number],
): { field: string; type: 'quantitative'; scale: object; axis: null } {
  return { field, type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: null }
}

/** From inputs up into the cells, from the cells up to outputs, and from state to state. */
function arrows([, input = '', output = '', state = '']: readonly string[]): Arrow[] {
  return [
    ...steps.map((k) => ({ x: k - 0.5, y: 0.72, x2: k - 0.5, y2: 1.4, kind: input, head: 'triangle-up' })),
    ...steps.map((k) => ({ x: k - 0.5, y: 2.5, x2: k - 0.5, y2: 3.24, kind: output, head: 'triangle-up' })),
    ...states.map((k) => ({ x: k - 0.2, y: 2, x2: k + 0.16, y2: 2, kind: state, head: 'triangle-right' })),
  ]
}

interface Arrow {
  readonly x: number
  readonly y: number
  readonly x2: number
  readonly y2: number
  readonly kind: string
  readonly head: string
}

interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly ink: string
  readonly size: number
}

function labels(): Label[] {
  const at = (x: number, y: number, text: string, ink: string, size: number): Label => ({ x, y, text, ink, size })
  return [
    ...steps.flatMap((k) => [
      at(k - 0.5, 2.12, 'RNN', 'white', 18),
      at(k - 0.5, 1.82, `t = ${String(k)}`, 'white', 13),
      at(k - 0.5, 0.5, `x${lowered(k)}`, colors.blue, 18),
      at(k - 0.5, 3.5, `y${lowered(k)}`, colors.vermilion, 18),
      at(k - 0.36, 1.05, 'Wxh', colors.grey, 12),
      at(k - 0.36, 2.85, 'Why', colors.grey, 12),
    ]),
    ...states.map((k) => at(k, 2.2, `h${lowered(k)}`, colors.grey, 16)),
    // The last state is handed on to nobody, so no weights act on it.
    ...states.slice(0, -1).map((k) => at(k, 1.8, 'Whh', colors.grey, 12)),
  ]
}

/** A number as an index below the line. */
function lowered(k: number): string {
  return Array.from(String(k), (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
}
