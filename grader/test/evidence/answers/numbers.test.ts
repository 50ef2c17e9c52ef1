import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../evidence/answers/numbers.ts'

const number = (value: number): object => ({ kind: 'number', value })
const odd = { kind: 'not-a-number' }

describe('a number as somebody wrote it', () => {
  it.each([
    ['0.73', 0.73],
    ['0,73', 0.73],
    [' -0.08 ', -0.08],
    ['−0,08', -0.08],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['0,234', 0.234],
    ['1.234', 1.234],
    ['142 592', 142_592],
    ['142\u00a0592', 142_592],
    ['142\u202f592', 142_592],
    ["142'592", 142_592],
    ['142_592', 142_592],
    ['7.680.000', 7_680_000],
    ['7,680,000', 7_680_000],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234,5', 1234.5],
    ['5.617e-15', 5.617e-15],
    ['5,617E-15', 5.617e-15],
    ['5.617×10⁻¹⁵', 5.617e-15],
    ['5.617 · 10^-15', 5.617e-15],
    ['5,6 * 10^(-15)', 5.6e-15],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text, false)).toEqual(number(value))
  })

  it.each([
    ['142.592', 142_592],
    ['142,592', 142_592],
    ['142.592,0', 142_592],
    ['142592.0', 142_592],
    ['448', 448],
  ])('%j is %d where a whole number is asked for', (text, value) => {
    expect(readNumber(text, true)).toEqual(number(value))
  })

  it('is asked back where its comma may be either', () => {
    expect(readNumber('-1,234', false)).toEqual({ kind: 'ambiguous', decimal: '-1.234', thousands: '-1234' })
  })

  it.each([
    '',
    ' ',
    'abc',
    '1/4',
    '4 %',
    '12 34',
    '1,2,3',
    '1e999',
    'NaN',
    'Infinity',
    '0x10',
    '1..2',
    '--1',
    '≈0.2',
    '5*10',
  ])('%j is none', (text) => {
    expect(readNumber(text, false)).toEqual(odd)
  })

  property.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    'is read back as JavaScript writes it',
    (value) => {
      // What is written `-0` and what is written `0` are one number.
      expect(readNumber(String(value), false)).toEqual(number(value + 0))
    },
  )

  property.prop([fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean()])(
    'never throws, nor gives NaN',
    (text, whole) => {
      const reading = readNumber(text, whole)
      if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true)
    },
  )
})
