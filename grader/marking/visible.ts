/** Controls, direction marks and the like; tabs and the two joiners that writing systems and emoji need stay. */
const hidden = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text line by line, where what nobody sees, or what changes how the rest is seen, is written out. */
export function visibleLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(hidden, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`))
}
