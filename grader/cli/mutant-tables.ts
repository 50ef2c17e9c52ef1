import type { KillMatrix, TriedDeliverable } from '../audit/mutants/matrix.ts'
import { namedOperator } from '../audit/mutants/named.ts'
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
    const { tried, mutants, killed, equivalent, open, operators, named } = entry
    const counts = { slug, tried, mutants, killed, equivalent, open: open.length }
    const left = open.length === 0 ? [] : [say(language, 'mutants.document-open', { ids: open.join(', ') })]
    const names = Object.keys(named).length === 0 ? [] : [markdown(namedTable(named, language), namedHead.length)]
    return [
      `## ${slug}`,
      `${say(language, 'mutants.deliverable', counts)}.`,
      ...left,
      markdown(table(operators, language), 1),
      ...names,
    ]
  })
  const head = [
    `# ${say(language, 'mutants.document-title')}`,
    say(language, 'mutants.document-intro'),
    say(language, 'mutants.document-proofs'),
    say(language, 'mutants.document-named'),
  ]
  return `${[head, ...sections].flat().join('\n\n')}\n`
}

/** Mistakes with names come last: they are of no kind that an operator makes. */
function table(operators: Operators, language: Language): string[][] {
  const rows = [...new Set(Object.values(operators).flatMap((operator) => Object.keys(operator.rows)))].sort()
  const head = (['mutants.operator', 'mutants.tried', 'mutants.killed', 'mutants.equivalent'] as const).map((id) =>
    say(language, id),
  )
  const isNamed = ([name]: readonly [string, unknown]): number => Number(name === namedOperator)
  const list = Object.entries(operators).sort((a, b) => isNamed(a) - isNamed(b))
  const body = list.map(([name, operator]) => {
    const { tried, killed, equivalent } = operator
    const counts = [tried, killed, equivalent].map((count, k) => (k === 2 && count === 0 ? '' : String(count)))
    const kind = name === namedOperator ? say(language, 'mutants.named') : name
    return [kind, ...counts, ...rows.map((row) => String(operator.rows[row] ?? ''))]
  })
  return [[...head, ...rows], ...body]
}

/** One line a mistake with a name: where it is made, what shows it, and what it costs. */
function namedTable(named: TriedDeliverable['named'], language: Language): string[][] {
  const head = namedHead.map((id) => say(language, id))
  const body = Object.entries(named).map(([id, { task, calls, checks, rows }]) => {
    const instead = checks.length === 0 ? '' : say(language, 'mutants.named-no-call')
    const shown = calls.length === 0 ? instead : calls.map((name) => `\`${name}\``).join(', ')
    const [first, count] = [checks.slice(0, atMost), checks.length - atMost]
    const more = count > 0 ? ` ${say(language, 'mutants.named-more', { count })}` : ''
    return [`\`${id}\``, task, shown, first.join(', ') + more, rows.join(', ')]
  })
  return [head, ...body]
}

const namedHead = [
  'mutants.named-id',
  'mutants.named-task',
  'mutants.named-calls',
  'mutants.named-checks',
  'mutants.named-rows',
] as const

/** So many names of checks are told; all of them are in the matrix. */
const atMost = 6

/** As prettier would write it; numbers stand on the right, the first columns, which are words, on the left. */
function markdown([head = [], ...body]: readonly string[][], words: number): string {
  const widths = head.map((_, k) => Math.max(3, ...[head, ...body].map((row) => row[k]?.length ?? 0)))
  const pad = (cell: string, k: number): string =>
    k < words ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)
  const rule = widths.map((width, k) => (k < words ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [head.map(pad), rule, ...body.map((row) => row.map(pad))].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
