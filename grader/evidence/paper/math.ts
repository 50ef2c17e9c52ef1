/** A formula and the line on which it begins. */
export interface Formula {
  readonly line: number
  readonly text: string
}

/**
 * Takes formulas (`$…$`, `$$…$$`) out of Markdown, which would read their signs as markup; everything else keeps its line
 * and column. Blocks that say ` ```math ` are code to Markdown and stay.
 */
export function blankMath(text: string): { readonly blanked: string; readonly formulas: readonly Formula[] } {
  const found: Formula[] = []
  const blanked = outsideOfFences(text, (part, firstLine) =>
    part.replace(/`[^`\n]*`|\\\$|\$\$[^$]*\$\$|\$(?![\s$])[^$\n]*\$(?!\d)/g, (match: string, at: number) => {
      if (!match.startsWith('$') || !isFormula(match)) return match
      found.push({ line: firstLine + lineBreaks(part.slice(0, at)), text: match })
      return match.replace(/[^\n]/g, ' ')
    }),
  )
  return { blanked, formulas: found }
}

/** More than an amount of money between two signs of a currency. */
function isFormula(match: string): boolean {
  return /[\p{L}=+^_\\]/u.test(match)
}

function outsideOfFences(text: string, change: (part: string, firstLine: number) => string): string {
  const out: string[] = []
  let open: string[] = []
  let openAt = 1
  let fence = ''
  const flush = (next: number): void => {
    if (open.length > 0) out.push(change(open.join('\n'), openAt))
    open = []
    openAt = next
  }
  text.split('\n').forEach((line, k) => {
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && mark === '') {
      open.push(line)
      return
    }
    flush(k + 2)
    out.push(line)
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
  })
  flush(0)
  return out.join('\n')
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1
}
