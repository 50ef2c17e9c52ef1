import { say } from '../messages/say.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Language, Slug } from '../model/verdict.ts'
import { plainFacts } from './facts.ts'
import { fixed, gradeLines } from './ledger.ts'
import { oneLine } from './neutral.ts'

/**
 * JUnit XML, in the form that both Ant's schema and Jenkins's take: a suite a deliverable, a test case a check. Points
 * have no place there, so they are properties, the same in every suite: the total and each criterion.
 */
export function junitXml(report: Report, language: Language): string {
  const slugs = [...new Set(report.checks.map(({ deliverable }) => deliverable))]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...slugs.flatMap((slug, k) => suite(slug, k, report, language)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(slug: Slug, k: number, report: Report, language: Language): string[] {
  const checks = report.checks.filter(({ deliverable }) => deliverable === slug)
  const count = (kind: string): number => checks.filter(({ verdict }) => outcomes[verdict] === kind).length
  const attributes = {
    name: slug,
    package: 'lab11',
    id: k,
    timestamp: new Date(report.run.startedAt).toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: checks.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(checks.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  }
  return [
    `  <testsuite${written(attributes)}>`,
    '    <properties>',
    ...properties(report, language).map(([name, value]) => `      <property${written({ name, value })}/>`),
    '    </properties>',
    ...checks.flatMap((check) => testCase(check, language)),
    '    <system-out></system-out>',
    '    <system-err></system-err>',
    '  </testsuite>',
  ]
}

function properties(report: Report, language: Language): [name: string, value: string][] {
  return [
    ['submission', oneLine(report.submission.name)],
    ['points', report.score.points.toFixed(2)],
    ['max', report.score.max.toFixed(2)],
    ...gradeLines(report, language).map(({ id, points, max }): [string, string] => [
      `points.${id}`,
      `${fixed(points)}/${fixed(max)}`,
    ]),
  ]
}

function testCase(check: ReportCheck, language: Language): string[] {
  const { id, deliverable, claim, verdict, finding, durationMs } = check
  const attributes = { name: `${id}: ${oneLine(claim)}`, classname: `lab11.${deliverable}`, time: seconds(durationMs) }
  const outcome = outcomes[verdict]
  if (outcome === 'passed') return [`    <testcase${written(attributes)}/>`]
  const facts = plainFacts(check, language)
  const why = {
    message: facts[0] ?? say(language, `verdict.${verdict}`),
    ...(outcome === 'skipped' ? {} : { type: finding?.kind ?? verdict }),
  }
  return [
    `    <testcase${written(attributes)}>`,
    `      <${outcome}${written(why)}>${escaped(facts.join('\n'))}</${outcome}>`,
    '    </testcase>',
  ]
}

/** A failure is the student's; an error is a test that came to no end of its own, or the grader's fault. */
const outcomes = {
  passed: 'passed',
  failed: 'failure',
  crashed: 'error',
  blocked: 'skipped',
  faulted: 'error',
} as const

function written(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

/** Text for XML 1.0, which also has characters that it cannot hold under any escape. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
