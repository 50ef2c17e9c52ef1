import { describe, expect, it } from 'vitest'
import { chartKinds, type ChartKind } from '../../plots/charts.ts'
import { maxDataBytes } from '../../plots/data.ts'
import { drawFigure } from '../../plots/draw.ts'
import { readFigures, type Figure } from '../../plots/figures.ts'
import { toPng } from '../../plots/png.ts'
import { bytesOf, example, typefaces } from './examples.ts'

function figure(chart: ChartKind): Figure {
  return { name: 'f', chart, data: 'f.json', title: { es: 'Título <ñ>', en: 'Title' } }
}

function draw(chart: ChartKind, data: unknown, language: 'es' | 'en' = 'es'): Promise<string> {
  return drawFigure(figure(chart), { bytes: bytesOf(data), file: 'artifacts/f.json' }, language)
}

describe.each(chartKinds)('The chart of %s', (kind) => {
  it('is the same text every time, with its title and no place of this machine', async () => {
    const svg = await draw(kind, example(kind))
    expect(await draw(kind, example(kind))).toBe(svg)
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>Título &#60;ñ&#62;<\/title>/)
    expect(svg).not.toMatch(/file:|\/tmp\/|\/home\/|NaN|undefined/)
  })

  it('speaks the language that is asked for', async () => {
    const [spanish, english] = [await draw(kind, example(kind)), await draw(kind, example(kind), 'en')]
    expect(english).not.toBe(spanish)
    expect(english).toContain('<title>Title</title>')
  })
})

describe('A picture', () => {
  it('is a PNG in which the text is really drawn', async () => {
    const fonts = await typefaces()
    const svg = await draw('unrolled', {})
    const [drawn, blank] = [await toPng(svg, fonts), await toPng(svg.replace(/<text[^]*?<\/text>/g, ''), fonts)]
    expect([...drawn.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(drawn.byteLength).toBeGreaterThan(1.2 * blank.byteLength)
    expect(await toPng(svg, fonts)).toEqual(drawn)
  })
})

describe('Data that anybody may have written is refused, with the file and the place', () => {
  const broken = (kind: ChartKind, change: object): unknown => ({ ...example(kind), ...change })
  it.each<[string, ChartKind, unknown, object]>([
    [
      'a list of words',
      'curves',
      broken('curves', { valLoss: ['x'] }),
      { at: 'valLoss[0]', wanted: 'number', received: '"x"' },
    ],
    [
      'a list that is too short',
      'curves',
      broken('curves', { valLoss: [1] }),
      { at: 'valLoss', wanted: 'sameLength', found: 1 },
    ],
    ['an empty list', 'curves', broken('curves', { trainLoss: [] }), { at: 'trainLoss', wanted: 'list' }],
    ['no object', 'gates', [], { at: '', wanted: 'object' }],
    ['too many units', 'gates', broken('gates', { forget: new Array<number>(25).fill(0.5) }), { wanted: 'fewUnits' }],
    [
      'a norm of zero',
      'norms',
      { curves: [{ scale: 1, norms: [0] }] },
      { at: 'curves[0].norms[0]', wanted: 'positive' },
    ],
    [
      'no actual values',
      'forecast',
      broken('forecast', { actual: null }),
      { at: 'actual', wanted: 'list', received: 'null' },
    ],
    ['a model of its own', 'bars', { ...example('bars'), rows: [{ model: 'CNN' }] }, { wanted: 'model' }],
  ])('%s', async (_, kind, data, params) => {
    await expect(draw(kind, data)).rejects.toMatchObject({
      blame: 'submission',
      messageId: 'plot.data-odd',
      params: { file: 'artifacts/f.json', ...params },
    })
  })

  it('what is no JSON, and what is too large', async () => {
    const attempt = (bytes: Uint8Array): Promise<string> =>
      drawFigure(figure('curves'), { bytes, file: 'f.json' }, 'es')
    await expect(attempt(Buffer.from('{'))).rejects.toMatchObject({ messageId: 'plot.data-json' })
    await expect(attempt(new Uint8Array(maxDataBytes + 1))).rejects.toMatchObject({ messageId: 'plot.data-large' })
  })
})

describe('A declaration of figures', () => {
  it('is read, and refused when it names no chart or leads out of the folder', () => {
    const one = { ...figure('curves') }
    expect(readFigures(JSON.stringify([one]), 'figures.json')).toEqual([one])
    for (const odd of [
      { ...one, chart: 'pie' },
      { ...one, name: '../x' },
      { ...one, data: '../x.json' },
      { ...one, title: 'x' },
    ]) {
      expect(() => readFigures(JSON.stringify([odd]), 'figures.json')).toThrow('plot.figures-odd')
    }
  })
})
