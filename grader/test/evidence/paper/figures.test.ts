import { describe, expect, it } from 'vitest'
import { changed, earned, findingOf, judge, lost } from './judge.ts'

const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
const shownGates = /!\[[^\]]*\]\(artifacts\/lstm_gates\.svg\)/

/** The head of a PNG, which is all that is looked at, and filling. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(200)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('A figure is shown', () => {
  it.each([
    '![puertas](./artifacts/lstm_gates.svg)',
    '![puertas](artifacts/lstm_gates.svg "Las puertas")',
    '![puertas](<artifacts/lstm_gates.svg>)',
    '![puertas][fig]\n\n[fig]: artifacts/lstm_gates.svg',
    '<img src="artifacts/lstm_gates.svg" alt="puertas">',
    "<p align=center><IMG width=300 SRC='artifacts/lstm_gates.svg'/></p>",
    'En línea <img alt="x" src="artifacts/lstm_gates.svg"> también.',
    '[![puertas](artifacts/lstm_gates.svg)](artifacts/lstm_gates.svg)',
    '| a | b |\n|---|---|\n| ![x](artifacts/lstm_gates.svg) | 1 |',
    '> ![puertas](artifacts/lstm_gates.svg)',
    '![puertas](artifacts\\\\lstm_gates.svg)',
  ])('by %s', async (shown) => {
    expect(lost(await judge(changed([shownGates, shown])))).toEqual([])
  })

  it.each([
    'artifacts/lstm_gates.svg',
    '[las puertas](artifacts/lstm_gates.svg)',
    '`![x](artifacts/lstm_gates.svg)`',
    '<!-- ![x](artifacts/lstm_gates.svg) <img src="artifacts/lstm_gates.svg"> -->',
  ])('and not by %s', async (text) => {
    expect(lost(await judge(changed([shownGates, text])))).toEqual(['gates-figure'])
  })

  it('as PNG or JPEG, and once as whatever', async () => {
    const text = changed([
      shownGates,
      '![a](artifacts/lstm_gates.png) ![b](artifacts/lstm_gates.svg) ![c](artifacts/otra.jpg)',
    ])
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)])
    const files = { 'artifacts/lstm_gates.png': png(600, 400), 'artifacts/otra.jpg': jpeg }
    expect(lost(await judge(text, files))).toEqual([])
  })

  it('in a folder of artifacts, and by a name with a space', async () => {
    const text = changed([shownGates, '![a](artifacts/mis%20figuras/lstm_gates.svg)'])
    expect(lost(await judge(text, { 'artifacts/mis figuras/lstm_gates.svg': svg }))).toEqual([])
  })
})

describe('A figure that cannot be seen is named with its line', () => {
  const cases: readonly (readonly [shown: string, messageId: string, params: object])[] = [
    ['artifacts/puertas.svg', 'paper.figure-missing', {}],
    ['artifacts/lstm-gate.svg', 'paper.figure-near', { near: 'artifacts/lstm_gates.svg' }],
    ['artifacts/LSTM_Gates.svg', 'paper.figure-case', { found: 'artifacts/lstm_gates.svg' }],
    ['Artifacts/lstm_gates.svg', 'paper.figure-case', { found: 'artifacts/lstm_gates.svg' }],
    ['lstm_gates.svg', 'paper.figure-outside', {}],
    ['https://example.org/artifacts/lstm_gates.svg', 'paper.figure-outside', {}],
    ['data:image/svg+xml,x', 'paper.figure-outside', {}],
    ['/artifacts/lstm_gates.svg', 'paper.figure-outside', {}],
    ['artifacts/../../secreto.svg', 'paper.figure-outside', {}],
    ['C:\\\\artifacts\\\\lstm_gates.svg', 'paper.figure-outside', {}],
    ['artifacts/vacia.svg', 'paper.figure-no-picture', {}],
    ['artifacts/texto.png', 'paper.figure-no-picture', {}],
    ['artifacts/punto.png', 'paper.figure-no-picture', {}],
    ['artifacts/hueca.svg', 'paper.figure-no-picture', {}],
  ]
  const files = {
    'artifacts/vacia.svg': '',
    'artifacts/texto.png': 'no soy una imagen',
    'artifacts/punto.png': png(1, 1),
    'artifacts/hueca.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  }

  it.each(cases)('%s', async (shown, messageId, params) => {
    const text = changed([shownGates, `![puertas](${shown})`])
    const line = text.split('\n').findIndex((each) => each.includes('![puertas]')) + 1
    const verdicts = await judge(text, files)
    expect(findingOf(verdicts, 'figures-whole')).toMatchObject({
      messageId,
      params: { line, more: 0, ...params },
      location: `reporte.md:${String(line)}`,
    })
    expect(lost(verdicts)).toEqual(['figures-whole', 'gates-figure'])
    expect(earned(verdicts.get('figures'))).toBe(1)
  })

  it('and the others are counted', async () => {
    const text = changed([shownGates, '![a](artifacts/no.svg)\n\n![b](artifacts/tampoco.svg)\n\n![c](x.svg)'])
    expect(findingOf(await judge(text), 'figures-whole').params).toMatchObject({ path: 'artifacts/no.svg', more: 2 })
  })
})

describe('A diagram of an architecture', () => {
  const figure = /!\[Arquitectura de una RNN[^\]]*\]\(artifacts\/rnn_desenrollada\.svg\)/
  const drawn = /```text\nreseña[^]*?```/

  it('is a figure, or a drawing', async () => {
    expect(lost(await judge(changed([drawn, ''])))).toEqual([])
    expect(lost(await judge(changed([figure, ''])))).toEqual([])
  })

  it('can be Mermaid', async () => {
    const mermaid = '```mermaid\nflowchart LR\n  texto --> LSTM\n  LSTM --> densa\n```'
    expect(lost(await judge(changed([drawn, mermaid], [figure, ''])))).toEqual([])
  })

  it('is no block of code, and no figure of something else', async () => {
    const code = '```ts\nconst f = (x: number) => x + 1\n```'
    const verdicts = await judge(changed([drawn, code], [figure, '![Otra figura](artifacts/lstm_gates.svg)']))
    expect(lost(verdicts)).toEqual(['diagram'])
  })
})
