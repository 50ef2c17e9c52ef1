import Handlebars from 'handlebars'
import type { Report, ReportCheck, ReportFinding } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { say, sayAny, type MessageId } from '../messages/say.ts'
import { diagnosesOf } from './diagnoses.ts'
import { markdown } from './neutral.ts'
import { boundLines, followThrough, markLines, measures, todoLines, verdictSymbols } from './view.ts'
import { template } from './markdown-template.ts'

/** The Markdown report. Everything in it that came from a student is neutralised. */
export function markdownReport(report: Report, language: Language): string {
  const engine = Handlebars.create()
  engine.registerHelper('t', (id: MessageId) => new Handlebars.SafeString(say(language, id)))
  const render = engine.compile(template, { noEscape: true, strict: true })
  return render(view(report, language)).replace(/\n{3,}/g, '\n\n')
}

function view(report: Report, language: Language): object {
  const { submission, run, score } = report
  const slugs = [...new Set(report.checks.map(({ deliverable }) => deliverable))]
  return {
    name: markdown(submission.name),
    submitted:
      submission.submittedAt === null ? '' : say(language, 'report.submitted-at', { when: submission.submittedAt }),
    hash: say(language, 'report.hash', { hash: submission.hash.slice(0, 19) }),
    points: fixed(score.points),
    max: fixed(score.max),
    level: say(language, `level.${score.level}`),
    bonus: score.bonus === 0 ? '' : say(language, 'report.bonus-points', { points: fixed(score.bonus) }),
    hidden:
      run.mode === 'full'
        ? ''
        : say(language, 'report.public-run', { checks: score.hidden.checks, points: fixed(score.hidden.points) }),
    flags: report.flags.map(({ messageId, params }) => markdown(sayAny(language, messageId, params))),
    criteria: report.criteria.map((criterion) => ({
      title: markdown(criterion.title),
      points: criterion.max === 0 ? '–' : `${fixed(criterion.points)} / ${fixed(criterion.max)}`,
      level: criterion.pending
        ? say(language, 'report.pending')
        : criterion.level === null
          ? '–'
          : say(language, `level.${criterion.level}`),
    })),
    firm:
      score.provisional === 0
        ? ''
        : say(language, 'report.firm', {
            firm: fixed(score.points - score.provisional),
            provisional: fixed(score.provisional),
          }),
    bounds: boundLines(report, language).map(markdown),
    marks: markLines(report, language).map(markdown),
    todo: todoLines(report, language).map(markdown),
    stages: report.cdio.map(({ id, weight, attained }) => ({
      title: sayAny(language, `stage.${id}`),
      weight,
      attained: attained === null ? '–' : `${(100 * attained).toFixed(0)} %`,
    })),
    deliverables: slugs.map((slug) => ({
      slug,
      diagnoses: diagnosesOf(report, slug, language).map(({ ids, sentences, place }) => ({
        ids: ids.join(', '),
        text: plainMarkdown(sentences.join(' ')),
        place,
      })),
      checks: report.checks
        .filter(({ deliverable }) => deliverable === slug)
        .map((check) => checkView(check, language)),
    })),
    about: about(report, language),
  }
}

function checkView(check: ReportCheck, language: Language): object {
  const { finding, blockedBy, verdict, claim, visibility, bonus } = check
  return {
    symbol: verdictSymbols[verdict],
    claim: plainMarkdown(claim),
    visibility: say(language, `visibility.${visibility}`),
    bonus: bonus ? ` · ${say(language, 'report.bonus-label')}` : '',
    verdict: say(language, `verdict.${verdict}`),
    points: check.max === 0 ? '' : ` · ${fixed(check.points)} / ${fixed(check.max)}`,
    blocked: blockedBy === null ? '' : say(language, 'report.blocked-by', { id: blockedBy }),
    facts: [
      ...(finding ? facts(finding, language) : check.fault === null ? [] : [markdown(check.fault)]),
      ...[...followThrough(check, language), ...measures(check, language)].map(plainMarkdown),
    ],
  }
}

function facts(finding: ReportFinding, language: Language): string[] {
  const fact = (label: MessageId, value: string | undefined): string[] =>
    value === undefined ? [] : [`${say(language, label)}: ${markdown(value)}`]
  return [
    markdown(sayAny(language, finding.messageId, finding.params)),
    ...(finding.kind === 'law' && finding.received !== undefined
      ? [markdown(`${finding.expected ?? ''} ≠ ${finding.received}`)]
      : []),
    ...fact('report.error', finding.maxAbs === undefined ? undefined : String(finding.maxAbs)),
    ...fact('report.case', finding.counterexample),
    ...fact('report.place', finding.location),
    ...fact('report.again', finding.replay),
  ]
}

function about({ run }: Report, language: Language): string[] {
  const { graderVersion: version, backend, isolation, node, durationMs } = run
  // A student's copy carries no seed.
  const seed = run.seed === 0 ? '–' : String(run.seed)
  const seconds = (durationMs / 1000).toFixed(1)
  const line = say(language, 'report.about-run', { version, seed, backend, isolation, node, seconds })
  const open = (run.reached ?? []).map((reach) => say(language, `reach.${reach}`)).join(', ')
  return [
    line,
    ...(open === '' ? [] : [say(language, 'report.about-open', { isolation, open })]),
    ...(isolation === 'L0' ? [say(language, 'report.about-l0')] : []),
  ]
}

/** A claim is the grader's own text: its `code` spans stay. */
export function plainMarkdown(claim: string): string {
  return claim.replace(/[|<>]/g, (character) => `\\${character}`)
}

function fixed(points: number): string {
  return points.toFixed(2)
}
