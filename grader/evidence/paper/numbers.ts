/** A number as it is printed in a text: everything that it can mean, for `14.594` is two numbers. */
export interface Printed {
  /** As it stands there. */
  readonly text: string
  readonly readings: readonly PrintedReading[]
  readonly percent: boolean
}

export interface PrintedReading {
  readonly value: number
  /** Digits behind the decimal point that it is exact to; below zero for tens, hundreds. */
  readonly decimals: number
}

const space = String.raw`[ \u00a0\u2009\u202f]`
const digits = String.raw`\d{1,3}(?:(?:${space}|[.,'’])\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?`
const power = String.raw`[eE][-−+]?\d{1,3}|\s*[·×*]\s*10(?:\^?\{?[-−]?\d{1,3}\}?|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})`
const pattern = new RegExp(String.raw`([-−])?(?<![\p{L}\p{N}_])(${digits})(${power})?(\s*%)?`, 'gu')

/** The numbers of a text, decimal commas and points, thousands and powers of ten understood. */
export function numbersIn(text: string): Printed[] {
  return [...text.matchAll(pattern)].map(([whole, sign = '', body = '', tens = '', percent]) => ({
    text: whole.trim(),
    readings: readingsOf(body).map(({ value, decimals }) => {
      const exponent = exponentOf(tens)
      return { value: (sign === '' ? 1 : -1) * value * 10 ** exponent, decimals: decimals - exponent }
    }),
    percent: percent !== undefined,
  }))
}

/** Whether a printed number is this one, rounded or cut to the digits that are printed. */
export function prints({ readings }: Printed, value: number): boolean {
  return readings.some((reading) => {
    const unit = 10 ** -reading.decimals
    const [rounded, cut] = [Math.round(value / unit), Math.trunc(value / unit)]
    const printed = reading.value / unit
    return Math.abs(printed - rounded) < 1e-6 * (1 + Math.abs(printed)) || Math.abs(printed - cut) < 1e-6
  })
}

/** The same for a share of 1, which can be printed in percent. */
export function printsShare(printed: Printed, share: number): boolean {
  const precise = printed.readings.filter(({ decimals }) => decimals >= 2)
  const asShare = !printed.percent && prints({ ...printed, readings: precise }, share)
  return asShare || (Math.abs(share) > 0.011 && prints(printed, 100 * share))
}

function readingsOf(body: string): PrintedReading[] {
  const bare = body.replace(/[ \u00a0\u2009\u202f'’]/g, '')
  const signs = bare.match(/[.,]/g) ?? []
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const whole = { value: Number(bare.replace(/[.,]/g, '')), decimals: 0 }
  if (signs.length === 0) return [whole]
  const behind = bare.length - last - 1
  const fraction = {
    value: Number(`${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`),
    decimals: behind,
  }
  const isGrouped = behind === 3 && !bare.startsWith('0')
  if (signs.length === 1) return isGrouped ? [fraction, whole] : [fraction]
  return new Set(signs).size === 1 ? [whole] : [fraction]
}

function exponentOf(tens: string): number {
  const plainDigits = tens
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
    .replace(/[⁻−]/g, '-')
    .replace(/^\s*[·×*]\s*10/, 'e')
  const found = /[-]?\d+/.exec(plainDigits.replace(/[e^{+⁺]/gi, ''))
  return found ? Number(found[0]) : 0
}
