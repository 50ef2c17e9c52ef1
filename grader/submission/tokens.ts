import jsTokens from 'js-tokens'

/** A token that means something: no white space, no comment. */
export interface Token {
  readonly kind: 'name' | 'text' | 'template' | 'number' | 'other'
  readonly value: string
  /** From 1. */
  readonly line: number
}

/** Takes a source apart in one pass from front to back: no text makes it throw, or take long. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  for (const { type, value } of jsTokens(source)) {
    if (!silent.has(type)) tokens.push({ kind: kinds[type] ?? 'other', value, line })
    line += value.match(lineEnds)?.length ?? 0
  }
  return tokens
}

const silent: ReadonlySet<string> = new Set([
  'WhiteSpace',
  'LineTerminatorSequence',
  'SingleLineComment',
  'MultiLineComment',
  'HashbangComment',
])

const kinds: Readonly<Record<string, Token['kind']>> = {
  IdentifierName: 'name',
  StringLiteral: 'text',
  NoSubstitutionTemplate: 'text',
  TemplateHead: 'template',
  NumericLiteral: 'number',
}

const lineEnds = /\r\n|[\n\r\u2028\u2029]/g
