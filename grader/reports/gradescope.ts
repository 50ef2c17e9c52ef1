import { say } from '../messages/say.ts'
import { toPoints } from '../model/points.ts'
import type { Report, ReportCheck } from '../model/report.ts'
import type { Language } from '../model/verdict.ts'
import { diagnosesOf } from './diagnoses.ts'
import { plainFacts } from './facts.ts'
import { checksOf, gradeLines, type GradeLine } from './ledger.ts'
import { jsonText, oneLine } from './neutral.ts'
import { verdictSymbols } from './view.ts'

/** A test of Gradescope's; without points it only informs. */
interface GradescopeTest {
  readonly name: string
  readonly name_format: 'text'
  readonly output: string
  readonly output_format: 'text'
  readonly visibility: 'visible' | 'after_published'
  readonly status?: 'passed' | 'failed'
  readonly score?: number
  readonly max_score?: number
}

/**
 * `results.json` of Gradescope. The criteria carry the points, then come the mistakes that were recognised and every
 * check, without points, to be read. Give it the student's copy: instructors and students see the same text, and what
 * tells of hidden checks is kept back until the grades are published.
 */
export function gradescopeResults(report: Report, language: Language): string {
  const { score, run, submission } = report
  const lines = gradeLines(report, language)
  return jsonText({
    score: score.points,
    execution_time: Math.round(run.durationMs / 1000),
    // It is shown at once: not a word about points here.
    output: say(language, 'adapter.gradescope'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    stdout_visibility: 'hidden',
    extra_data: { schema: report.schema, graderVersion: run.graderVersion, hash: submission.hash },
    tests: [
      ...lines.map((line) => criterionTest(line, report)),
      ...diagnosisTests(report, language),
      ...report.checks.map((check) => checkTest(check, report, language)),
    ],
  })
}

function criterionTest(line: GradeLine, report: Report): GradescopeTest {
  const checks = checksOf(line, report)
  // What a cap or a floor hangs on may be a hidden check of another criterion.
  const isOpen = line.notes.length === 0 && checks.every(({ visibility }) => visibility === 'public')
  return {
    ...test(line.title, [
      ...line.notes,
      ...line.late,
      ...checks.map(({ verdict, claim }) => `${verdictSymbols[verdict]} ${claim}`),
    ]),
    visibility: isOpen ? 'visible' : 'after_published',
    status: line.full ? 'passed' : 'failed',
    score: toPoints(line.points),
    max_score: toPoints(line.max),
  }
}

/** Beside a public check that shows it, a mistake is shown at once. */
function diagnosisTests(report: Report, language: Language): GradescopeTest[] {
  return [...new Set(report.diagnoses.map(({ deliverable }) => deliverable))].map((slug) => {
    const lines = diagnosesOf(report, slug, language).flatMap(({ sentences, place }) => [
      ...sentences,
      `${say(language, 'report.handout')}: ${place}`,
    ])
    const isOpen = report.checks.some(
      ({ deliverable, visibility, verdict }) => deliverable === slug && visibility === 'public' && verdict !== 'passed',
    )
    const visibility = isOpen ? 'visible' : 'after_published'
    return { ...test(`${slug} · ${say(language, 'diagnosis.title')}`, lines), visibility, status: 'failed' }
  })
}

function checkTest(check: ReportCheck, report: Report, language: Language): GradescopeTest {
  const { id, claim, verdict, visibility, bonus, blockedBy } = check
  const blocker = report.checks.find((other) => other.id === blockedBy)
  const isOpen = visibility === 'public' && blocker?.visibility !== 'hidden'
  const label = bonus ? ` (${say(language, 'report.bonus-label')})` : ''
  return {
    ...test(`${id}${label}`, [claim, ...plainFacts(check, language)]),
    visibility: isOpen ? 'visible' : 'after_published',
    // A fault of the grader's is neither.
    ...(verdict === 'faulted' ? {} : { status: verdict === 'passed' ? ('passed' as const) : ('failed' as const) }),
  }
}

function test(
  name: string,
  lines: readonly string[],
): Pick<GradescopeTest, 'name' | 'name_format' | 'output' | 'output_format'> {
  return { name: oneLine(name), name_format: 'text', output: lines.map(oneLine).join('\n'), output_format: 'text' }
}
