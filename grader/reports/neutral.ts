/**
 * Characters that nobody sees, or that change how others are seen: controls, direction marks, zero widths, tags, lone
 * surrogates, separators of lines. Of the block of tags some have no meaning yet, and are not shown all the same.
 */
const hidden = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{e0000}-\u{e007f}]`

/** In what is read, the two joiners stay: writing systems and emoji need them. */
const unsafe = new RegExp(String.raw`(?![\u200c\u200d])${hidden}`, 'gu')

/** In JSON, line ends are structure. */
const unsafeInJson = new RegExp(String.raw`(?!\n)${hidden}`, 'gu')

/** GitHub's `##[…]` and Azure's and TeamCity's `##vso[…]`, which are obeyed wherever they stand in a line. */
const ciCommand = /#(?=#[\w.-]*\[)/g

/** Nothing that anybody reads is longer; a line without end would hide what comes after it. */
const longest = 4_000

/** Text of a student's, safe to print: what hides or obeys is written out, and so are line ends. */
export function oneLine(text: string): string {
  const flat = cut(text, longest).replace(/\r\n?|\n|\t/g, ' ')
  // GitHub obeys a line of a log that begins with `::`.
  return harmless(flat).replace(/^(\s*):(?=:)/, '$1\\x3a')
}

/** The same, line by line, to stand behind a sign of ours; at most `count` lines of at most 160 characters. */
export function lines(text: string, count: number): string[] {
  const all = text.replace(/\r\n?/g, '\n').split('\n')
  const kept = all.at(-1) === '' ? all.slice(0, -1) : all
  return kept.slice(0, count).map((line) => cut(harmless(cut(line, longest).replace(/\t/g, '  ')), 160))
}

/** Text for a Markdown table or paragraph: nothing in it is markup, a link or a mention, and it stays on one line. */
export function markdown(text: string): string {
  const escaped = oneLine(text).replace(/[\\`*_{}[\]()#+!|<>&~$]/g, (character) => `\\${character}`)
  return withoutLinks(withoutBullet(escaped))
}

/** JSON that parses to the same value, and does nothing to whoever prints it. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  // Structure is white space and signs; the rest of what is unsafe can only stand inside a string.
  const escaped = text.replace(unsafeInJson, inJson)
  return `${escaped.replace(ciCommand, inJson)}\n`
}

function harmless(line: string): string {
  return line.replace(unsafe, written).replace(ciCommand, '\\x23')
}

/** What would begin a list or underline a heading. */
function withoutBullet(line: string): string {
  return line.replace(/^(\s*)(-|=|\d+(?=\.))(?=[\s=-]|$|\.\s)/, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  )
}

/** Mentions, issues and bare addresses are recognised in text that is no markup, so nothing but a break stops them. */
function withoutLinks(text: string): string {
  return text.replace(/[@#](?=[\p{L}\p{N}_-])|:(?=\/\/)|www(?=\.)/giu, (sign) => `${sign}${seam}`)
}

/** A space of no width. */
const seam = '\u200b'

function written(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`
}

function inJson(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

/** Shortened, but not in the middle of a character. */
function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text
}
