/** A text as a number; `ambiguous` when its comma may part decimals or thousands. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly decimal: string; readonly thousands: string }
  | { readonly kind: 'not-a-number' }

/**
 * Reads a number as people write it: `0.73`, `0,73`, `142 592`, `1.234,5`, `5.6e-15`, `5.6 × 10⁻¹⁵`. In a question that
 * asks for a `whole` number a sign before three digits can only part thousands.
 */
export function readNumber(text: string, whole: boolean): Reading {
  const plain = simplified(text)
  const [, mantissa = '', exponent = '0'] = /^(.+?) ?[×x*·] ?10 ?\^ ?\(?(-?\d{1,3})\)?$/i.exec(plain) ?? []
  if (mantissa === '') return read(plain, whole)
  const factor = read(mantissa, false)
  return factor.kind === 'number' ? finite(`${String(factor.value)}e${exponent}`) : factor
}

function read(text: string, whole: boolean): Reading {
  const [, sign = '', digits = '', exponent = ''] = /^([+-]?)([\d., ]*\d[.,]?)(e[+-]?\d{1,3})?$/i.exec(text) ?? []
  if (digits === '') return notANumber
  const value = (unsigned: string): Reading => finite(`${sign}${unsigned}${exponent}`)
  if (/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(digits)) return value(withPoint(digits.replaceAll(' ', '')))
  // Both signs: the last parts the decimals.
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return value(withPoint(digits.replaceAll('.', '')))
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return value(digits.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(,\d{3}){2,}$/.test(digits)) return value(digits.replace(/[.,]/g, ''))
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) && exponent === '') {
    if (whole) return value(digits.replace(/[.,]/, ''))
    // A point parts decimals in JSON and in every handout.
    if (digits.includes(',')) return ambiguous(sign, digits)
  }
  return /^(\d+[.,]?\d*|[.,]\d+)$/.test(digits) ? value(withPoint(digits)) : notANumber
}

const notANumber: Reading = { kind: 'not-a-number' }

function ambiguous(sign: string, digits: string): Reading {
  return { kind: 'ambiguous', decimal: sign + withPoint(digits), thousands: sign + digits.replace(',', '') }
}

function finite(text: string): Reading {
  const value = Number(text)
  return Number.isFinite(value) ? { kind: 'number', value } : notANumber
}

function withPoint(digits: string): string {
  return digits.replace(',', '.')
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Every space is a space, every minus a hyphen, every separator of thousands that is no point or comma a space. */
function simplified(text: string): string {
  return text
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${power.replace(/./gu, raised)}`)
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/(?<=\d)['’_](?=\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function raised(character: string): string {
  return character === '⁻' ? '-' : String(superscripts.indexOf(character))
}
