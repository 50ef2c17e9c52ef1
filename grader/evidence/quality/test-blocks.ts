import { tokensOf, type Token } from '../../submission/tokens.ts'

/** One `it(…)` or `test(…)` of a test file. */
export interface TestBlock {
  /** As it is written, without its quotes. */
  readonly name: string
  /** Its tokens after the name, which formatting and comments do not change. */
  readonly body: string
  readonly line: number
}

/** The tests that a file declares, as far as its tokens show: `it('…', …)`, `test.each(…)('…', …)` and the like. */
export function testBlocks(text: string): readonly TestBlock[] {
  const tokens = tokensOf(text)
  return tokens.flatMap((token, k) => {
    const isCall = token.kind === 'name' && (token.value === 'it' || token.value === 'test')
    if (!isCall || tokens[k - 1]?.value === '.') return []
    const open = lastCall(tokens, k + 1)
    const name = open === undefined ? undefined : tokens[open + 1]
    if (open === undefined || !name || (name.kind !== 'text' && name.kind !== 'template')) return []
    const body = tokens.slice(open + 2, closing(tokens, open)).map(({ value }) => value)
    return [{ name: name.value.slice(1, -1), body: body.join(' '), line: token.line }]
  })
}

/** Where the arguments begin that hold the test itself, after `.each(…)` and its like; undefined when it is no call. */
function lastCall(tokens: readonly Token[], from: number): number | undefined {
  let k = from
  while (tokens[k]?.value === '.') k += 2
  if (tokens[k]?.value !== '(') return undefined
  const after = closing(tokens, k) + 1
  return tokens[after]?.value === '(' ? after : k
}

/** The bracket that closes the one at `open`; the end of the text where none does. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let k = open; k < tokens.length; k++) {
    const { value } = tokens[k] ?? { value: '' }
    if (value === '(' || value === '[' || value === '{') depth++
    if (value === ')' || value === ']' || value === '}') depth--
    if (depth === 0) return k
  }
  return tokens.length
}
