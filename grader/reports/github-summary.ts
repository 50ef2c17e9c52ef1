import { say, type MessageId } from '../messages/say.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Language, VerdictKind } from '../model/verdict.ts'
import { mainFact } from './facts.ts'
import { fixed, gradeLines, lateness } from './ledger.ts'
import { plainMarkdown } from './markdown.ts'
import { markdown } from './neutral.ts'
import { verdictSymbols } from './view.ts'

/** Bytes that GitHub takes of the summary of one step; a longer one is refused whole. */
export const summaryLimit = 1024 * 1024

/**
 * The summary of a step in Markdown: each submission with its criteria, then its checks, those first that did not pass;
 * before several submissions, a table of them. It ends at the end of a row where `limit` bytes would not do, and says so.
 */
export function githubSummary(reports: readonly Report[], language: Language, limit = summaryLimit): string {
  const rows = [
    ...(reports.length > 1 ? overview(reports, language) : []),
    ...reports.flatMap((report) => submission(report, language)),
  ]
  return fitted(rows, language, limit)
}

function overview(reports: readonly Report[], language: Language): string[] {
  const t = (id: MessageId): string => say(language, id)
  return [
    '# Lab 11',
    '',
    `| ${t('report.submission')} | ${t('report.points')} | ${t('report.level')} |`,
    '| --- | ---: | --- |',
    ...reports.map(({ submission: { name }, score }) => {
      const points = `${score.points.toFixed(2)} / ${score.max.toFixed(2)}`
      return `| ${markdown(name)} | ${points} | ${say(language, `level.${score.level}`)} |`
    }),
    '',
  ]
}

function submission(report: Report, language: Language): string[] {
  const { score, run } = report
  const { checks, points } = score.hidden
  const lines = gradeLines(report, language)
  const notes = [...lines.flatMap((line) => line.notes), ...lateness(report, language)]
  const rank = ({ verdict, bonus }: ReportCheck): number =>
    ranks.indexOf(verdict) + (bonus && verdict !== 'passed' ? 0.5 : 0)
  const checksByRank = report.checks.toSorted((a, b) => rank(a) - rank(b))
  return [
    `## Lab 11 · ${markdown(report.submission.name)}`,
    '',
    `**${say(language, 'report.total-label')}: ${score.points.toFixed(2)} / ${score.max.toFixed(2)}** (${say(language, `level.${score.level}`)})`,
    '',
    ...(run.mode === 'full'
      ? []
      : [`> ${say(language, 'report.public-run', { checks, points: points.toFixed(2) })}`, '']),
    `| ${say(language, 'report.criterion')} | ${say(language, 'report.points')} |`,
    '| --- | ---: |',
    ...lines.map(({ title, points: own, max }) => `| ${markdown(title)} | ${fixed(own)} / ${fixed(max)} |`),
    '',
    ...notes.map((note) => `- ${markdown(note)}`),
    ...(notes.length === 0 ? [] : ['']),
    `| | ${say(language, 'adapter.check')} | ${say(language, 'report.points')} | ${say(language, 'adapter.seen')} |`,
    '| --- | --- | ---: | --- |',
    ...checksByRank.map((check) => checkRow(check, language)),
    '',
  ]
}

/** What to look at first. */
const ranks: readonly VerdictKind[] = ['faulted', 'crashed', 'failed', 'blocked', 'passed']

function checkRow(check: ReportCheck, language: Language): string {
  const points = check.max === 0 ? '' : `${check.points.toFixed(2)} / ${check.max.toFixed(2)}`
  const claim = `\`${check.id}\` ${plainMarkdown(check.claim)}`
  return `| ${verdictSymbols[check.verdict]} | ${claim} | ${points} | ${markdown(mainFact(check, language))} |`
}

/** As many whole rows as fit, and a sentence on those that did not. */
function fitted(rows: readonly string[], language: Language, limit: number): string {
  const whole = `${rows.join('\n')}\n`
  if (bytes(whole) <= limit) return whole
  const note = (count: number): string => `\n${say(language, 'adapter.cut', { count })}\n`
  // The sentence is longest when it counts the most.
  let left = limit - bytes(note(rows.length))
  if (left < 0) return ''
  let kept = 0
  for (const row of rows) {
    left -= bytes(row) + 1
    if (left < 0) break
    kept += 1
  }
  return [...rows.slice(0, kept), note(rows.length - kept)].join('\n')
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
