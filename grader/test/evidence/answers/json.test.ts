import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../evidence/answers/json.ts'

const signs = '{}[]":,.-+0123456789eE truefalsnNa\\u\n\t\''

describe('JSON', () => {
  property.prop([fc.json({ maxDepth: 5 })])('means what JSON.parse says', (text) => {
    fc.pre(!hasTwice(text))
    const parsed = parseJson(text)
    expect(parsed.kind === 'json' ? parsed.root.value : parsed).toEqual(JSON.parse(text))
  })

  property.prop([fc.string({ unit: fc.constantFrom(...Array.from(signs)) })])(
    'is refused where JSON.parse refuses it, and only there',
    (text) => {
      fc.pre(!hasTwice(text))
      expect(parseJson(text).kind).toBe(accepts(text) ? 'json' : 'broken')
    },
  )

  property.prop([fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ...Array.from(signs))])(
    'is refused as JSON.parse refuses it when one sign of it is another',
    (text, at, sign) => {
      const place = at % (text.length + 1)
      const spoilt = text.slice(0, place) + sign + text.slice(place + 1)
      fc.pre(!hasTwice(spoilt))
      expect(parseJson(spoilt).kind).toBe(accepts(spoilt) ? 'json' : 'broken')
    },
  )

  it('knows the line of each value, and a number as it is written', () => {
    const parsed = parseJson('{\n  "a": {\n\n    "b": 142.590 } }')
    if (parsed.kind !== 'json') throw new Error('Expected JSON')
    const a = parsed.root.entries?.get('a')
    expect([parsed.root.line, a?.line, a?.entries?.get('b')?.line]).toEqual([1, 2, 4])
    expect(a?.entries?.get('b')?.raw).toBe('142.590')
  })

  it('keeps a key called __proto__ a key', () => {
    const parsed = parseJson('{ "__proto__": { "x": 1 } }')
    expect(parsed.kind === 'json' && Object.keys(parsed.root.value as object)).toEqual(['__proto__'])
  })

  it.each([
    ['', 1, 'empty', '', ''],
    ['{\n "a": 0,73\n}', 2, 'decimal', '0,73', '0.73'],
    ['{\n "a": -12,5,\n "b": 1\n}', 2, 'decimal', '-12,5', '-12.5'],
    ['{\n "a": 142 592\n}', 2, 'thousands', '142 592', '142592'],
    ['{\n "a": 1 142 592,\n "b": 2}', 2, 'thousands', '1 142 592', '1142592'],
    ['{\n "a": b\n}', 2, 'unquoted', 'b', '"b"'],
    ['{\n "a": “b”\n}', 2, 'quotes', '“b”', ''],
    ["{\n 'a': 1\n}", 2, 'quotes', "'a': 1", ''],
    ['{\n "a": 1\n "b": 2\n}', 2, 'comma', '"a": 1', ''],
    ['{\n "a": 1,\n}', 3, 'trailing', '}', ''],
    ['{\n "a": [1,\n]}', 3, 'trailing', ']}', ''],
    ['{\n "a": ,\n "b": 2\n}', 2, 'value', ',', ''],
    ['{\n "a":\n}', 3, 'value', '}', ''],
    ['{\n "a": 1 // listo\n}', 2, 'comment', '// listo', ''],
    ['{\n "a": 1', 2, 'ends', '', ''],
    ['{\n "a": 1,\n "a": 2\n}', 3, 'twice', '"a"', ''],
    ['{\n "a": 1\n}\n}', 4, 'other', '}', ''],
    ['{\n "a": +1\n}', 2, 'other', '+1', ''],
    ['{\n "a": 1/4\n}', 2, 'comment', '/4', ''],
    ['[[[[[[[[[[[[[[[[[[1', 1, 'deep', '[1', ''],
  ])('%j breaks in line %d: %s', (text, line, slip, seen, meant) => {
    expect(parseJson(text)).toEqual({ kind: 'broken', line, slip, text: seen, meant })
  })

  it('does not fill the stack, nor the message', () => {
    expect(parseJson('['.repeat(1_000_000))).toMatchObject({ kind: 'broken', slip: 'deep' })
    const long = parseJson(`{ "a": ${'x'.repeat(100_000)} }`)
    expect(JSON.stringify(long).length).toBeLessThan(300)
  })
})

function accepts(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Two keys of one name, which JSON.parse takes. */
function hasTwice(text: string): boolean {
  const parsed = parseJson(text)
  return parsed.kind === 'broken' && (parsed.slip === 'twice' || parsed.slip === 'deep')
}
