import type { KillMatrix, TriedDeliverable } from '../audit/mutants/matrix.ts'
import type { Language } from '../model/verdict.ts'
import { say } from '../messages/say.ts'

type Operators = TriedDeliverable['operators']

/** The kill matrix of one deliverable for a terminal: operators down, rows of the rubric across. */
export function textTable(operators: Operators, language: Language): string {
  const cells = table(operators, language)
  const widths = (cells[0] ?? []).map((_, k) => Math.max(...cells.map((row) => row[k]?.length ?? 0)))
  const lines = cells.map((row) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join('  '),
  )
  return lines.map((line) => `      ${line}\n`).join('')
}

/** The whole matrix as a document. */
export function matrixDocument({ deliverables }: KillMatrix, language: Language): string {
  const sections = Object.entries(deliverables).map(([slug, entry]) => {
    const { tried, mutants, killed, equivalent, open, operators } = entry
    const counts = { slug, tried, mutants, killed, equivalent, open: open.length }
    const left = open.length === 0 ? [] : [say(language, 'mutants.document-open', { ids: open.join(', ') }), '']
    return [
      `## ${slug}`,
      '',
      `${say(language, 'mutants.deliverable', counts)}.`,
      '',
      ...left,
      markdown(operators, language),
    ]
  })
  const head = [
    `# ${say(language, 'mutants.document-title')}`,
    '',
    say(language, 'mutants.document-intro'),
    '',
    say(language, 'mutants.document-proofs'),
  ]
  return `${[head, ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function table(operators: Operators, language: Language): string[][] {
  const rows = [...new Set(Object.values(operators).flatMap((operator) => Object.keys(operator.rows)))].sort()
  const head = (['mutants.operator', 'mutants.tried', 'mutants.killed', 'mutants.equivalent'] as const).map((id) =>
    say(language, id),
  )
  const body = Object.entries(operators).map(([name, operator]) => {
    const { tried, killed, equivalent } = operator
    const counts = [tried, killed, equivalent].map((count, k) => (k === 2 && count === 0 ? '' : String(count)))
    return [name, ...counts, ...rows.map((row) => String(operator.rows[row] ?? ''))]
  })
  return [[...head, ...rows], ...body]
}

/** As prettier would write it. */
function markdown(operators: Operators, language: Language): string {
  const [head = [], ...body] = table(operators, language)
  const widths = head.map((_, k) => Math.max(3, ...[head, ...body].map((row) => row[k]?.length ?? 0)))
  const pad = (cell: string, k: number): string =>
    k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)
  const rule = widths.map((width, k) => (k === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [head.map(pad), rule, ...body.map((row) => row.map(pad))].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
