// Control characters, and the marks that turn the direction of text around.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text of a student's, safe to print: escapes and direction marks are written out, and so are line ends. */
export function oneLine(text: string): string {
  return text.replace(/\r\n?|\n|\t/g, ' ').replace(unsafe, written)
}

/** The same, line by line; at most `count` lines of at most 160 characters. */
export function lines(text: string, count: number): string[] {
  const all = text.replace(/\r\n?/g, '\n').split('\n')
  const kept = all.at(-1) === '' ? all.slice(0, -1) : all
  return kept.slice(0, count).map((line) => cut(line.replace(/\t/g, '  ').replace(unsafe, written), 160))
}

/** Text for a Markdown table or paragraph: nothing in it is markup, and it stays on one line. */
export function markdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+!|<>&~]/g, (character) => `\\${character}`)
}

function written(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
