import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ChartKind } from '../../plots/charts.ts'

/** Data as each chart reads it, of the sizes that the course makes; new numbers at every call. */
export function example(kind: ChartKind): Record<string, unknown> {
  return examples[kind]()
}

/** The bytes of a data file. */
export function bytesOf(data: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(data))
}

/** The typefaces that the command gives to `toPng`. */
export function typefaces(): Promise<Uint8Array[]> {
  const folder = path.resolve(import.meta.dirname, '..', '..', 'plots', 'fonts')
  return Promise.all(['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => readFile(path.join(folder, name))))
}

const examples: Readonly<Record<ChartKind, () => Record<string, unknown>>> = {
  curves: () => ({
    trainLoss: list(12, (k) => 0.69 * Math.exp(-k / 5)),
    valLoss: list(12, (k) => 0.69 * Math.exp(-k / 4) + 0.012 * k),
    trainAccuracy: list(12, (k) => 1 - 0.5 * Math.exp(-k / 3)),
    valAccuracy: list(12, (k) => 0.9 - 0.4 * Math.exp(-k / 3)),
  }),
  forecast: () => ({
    actual: list(140, (k) => 11_000 + 1500 * Math.sin(k / 3.2) + 40 * ((k * 7919) % 13)),
    predicted: {
      lstm: list(140, (k) => 11_200 + 1380 * Math.sin((k - 0.4) / 3.2)),
      gru: list(140, (k) => 11_250 + 1450 * Math.sin((k - 0.2) / 3.2)),
    },
  }),
  norms: () => ({
    curves: [0.5, 1, 1.5].map((scale) => ({ scale, norms: list(50, (k) => scale ** k * Math.sqrt(10)) })),
  }),
  gates: () => ({
    forget: [0.8123, 0.6555, 0.31, 0.94],
    input: [0.21, 0.55, 0.48, 0.6704],
    output: [0.35, 0.7, 0.52, 0.12],
    cell: [0.9, 0.41, -0.62, 0.05],
  }),
  bars: () => ({
    config: { steps: 50 },
    backend: 'wasm',
    rows: [
      { model: 'RNN', params: 30_602, seconds: 1.2345, firstLoss: 0.7, finalLoss: 0.412_34 },
      { model: 'LSTM', params: 118_538, seconds: 4.5, firstLoss: 0.7, finalLoss: 0.281_2 },
      { model: 'GRU', params: 89_226, seconds: 3.875, firstLoss: 0.7, finalLoss: 0.3 },
    ],
  }),
  unrolled: () => ({}),
}

function list(length: number, value: (k: number) => number): number[] {
  return Array.from({ length }, (_, k) => value(k))
}
