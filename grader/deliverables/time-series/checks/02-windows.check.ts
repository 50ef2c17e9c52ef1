import fc from 'fast-check'
import { check } from '../../../checks/check.ts'
import { expectClose, expectForm, expectLaw, expectLawClose, field } from '../../../checks/expect.ts'
import { forAll } from '../../../checks/property.ts'
import { exactly } from '../../../checks/tolerances.ts'
import { stream } from '../../../numeric/random.ts'
import type { Windows } from '../contract.ts'
import { windowCount, windows } from '../pipeline.ts'

/** Every value tells its place, so that a message about a window can be read. */
const counting = (n: number): number[] => Array.from({ length: n }, (_, t) => t + 1)

check(
  'time-series/windows-count',
  {
    needs: ['time-series/loads'],
    visibility: 'public',
    claim: {
      es: '`makeWindows` da n − window − horizon + 1 pares: con n = 12 y window = 4, ocho para horizon = 1 y cuatro para horizon = 5.',
      en: '`makeWindows` gives n − window − horizon + 1 pairs: with n = 12 and window = 4, eight for horizon = 1 and four for horizon = 5.',
    },
  },
  async ({ subject }) => {
    for (const horizon of [1, 5])
      expectCount(await subject.call('makeWindows', counting(12), 4, horizon), 12, 4, horizon)
  },
)

check(
  'time-series/windows-content',
  {
    needs: ['time-series/windows-count'],
    visibility: 'public',
    claim: {
      es: 'Cada ventana de `makeWindows` son `window` valores seguidos, y su objetivo los `horizon` que vienen justo después.',
      en: 'Every window of `makeWindows` is `window` values in a row, and its target the `horizon` values right after.',
    },
  },
  async ({ subject }) => {
    for (const horizon of [1, 2, 5]) {
      expectWindows(await subject.call('makeWindows', counting(12), 4, horizon), counting(12), 4, horizon)
    }
  },
)

check(
  'time-series/windows-any',
  {
    needs: ['time-series/windows-count'],
    visibility: 'hidden',
    claim: {
      es: '`makeWindows` acierta, valor por valor, con series, ventanas y horizontes al azar.',
      en: '`makeWindows` is right, value by value, for random series, windows and horizons.',
    },
  },
  async (context) => {
    await forAll(
      context,
      'sizes',
      fc.record({
        extra: fc.nat(40),
        window: fc.integer({ min: 1, max: 12 }),
        horizon: fc.integer({ min: 1, max: 6 }),
      }),
      async ({ extra, window, horizon }) => {
        const n = window + horizon + extra
        const random = stream(context.seed, 'windows', String(n), String(window), String(horizon))
        const series = Array.from({ length: n }, () => random.normal())
        expectWindows(await context.subject.call('makeWindows', series, window, horizon), series, window, horizon)
      },
      25,
    )
  },
)

check(
  'time-series/windows-short',
  {
    needs: ['time-series/windows-count'],
    visibility: 'hidden',
    claim: {
      es: '`makeWindows` no da ningún par cuando la serie es demasiado corta, y da uno cuando alcanza justo.',
      en: '`makeWindows` gives no pair when the series is too short, and one when it is just long enough.',
    },
  },
  async ({ subject }) => {
    for (const [n, window, horizon] of [
      [0, 3, 1],
      [2, 3, 1],
      [3, 3, 1],
      [6, 3, 5],
      [4, 3, 1],
      [8, 3, 5],
    ] as const) {
      expectWindows(await subject.call('makeWindows', counting(n), window, horizon), counting(n), window, horizon)
    }
  },
)

function expectCount(received: unknown, n: number, window: number, horizon: number): void {
  const expected = windowCount(n, window, horizon)
  for (const key of ['xs', 'ys']) {
    const list = field(received, key)
    const count = Array.isArray(list) ? list.length : NaN
    const seen = { expected: String(expected), received: String(count) }
    if (Array.isArray(list))
      expectLaw(count === expected, 'series.window-count', { n, window, horizon, key, ...seen }, seen)
    else expectForm(list, [], key)
  }
}

function expectWindows(received: unknown, series: readonly number[], window: number, horizon: number): void {
  expectCount(received, series.length, window, horizon)
  const expected = windows(series, window, horizon)
  const [xs, ys] = [field(received, 'xs'), field(received, 'ys')]
  expectForm(xs, expected.xs, 'xs')
  expectHorizon(ys, expected, horizon)
  expectClose(xs, expected.xs, { name: 'xs', tolerance: exactly, oracle: '' })
  const inside = (ys as number[][]).some((target, k) => target[0] === expected.xs[k]?.at(-1))
  const messageId = inside ? 'series.target-in-window' : 'series.target'
  expectLawClose(ys, expected.ys, { name: 'ys', tolerance: exactly, oracle: '' }, messageId, { horizon })
}

/** Targets have as many values as the horizon says, each in a list of its own. */
function expectHorizon(ys: unknown, expected: Windows, horizon: number): void {
  const first: unknown = Array.isArray(ys) ? ys[0] : undefined
  const received = Array.isArray(first) ? first.length : typeof first === 'number' ? 0 : horizon
  expectLaw(
    received === horizon,
    'series.horizon',
    { horizon, received },
    { expected: String(horizon), received: String(received) },
  )
  expectForm(ys, expected.ys, 'ys')
}
