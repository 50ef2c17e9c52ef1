import type { ReportCheck, ReportFinding } from '../../model/report.ts'
import { handoutPlace } from '../handout.ts'
import { oneLine } from '../neutral.ts'
import { followThrough, measures } from '../view.ts'
import { plain, prose, type Piece, type Words } from './words.ts'

/** A line with a name, such as the place of an error; what it says is shown as code. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** What a check said and showed, wherever it is told of. */
export interface FindingView {
  readonly message: readonly (readonly Piece[])[]
  readonly facts: readonly Fact[]
}

/** One check in the evidence of a criterion. */
export interface CheckView extends FindingView {
  /** The id of its element; '' where it has one already. */
  readonly anchor: string
  readonly state: 'good' | 'part' | 'bad' | 'ours'
  readonly symbol: string
  readonly verdict: string
  readonly claim: readonly Piece[]
  readonly visibility: string
  readonly points: string
  readonly notes: readonly (readonly Piece[])[]
  /** Where its details are, when they have been told before. */
  readonly elsewhere: { readonly href: string; readonly text: string } | null
}

/** The element of a check; ids are the course's own, but a page takes no chances. */
export function anchorOf(id: string): string {
  return `check-${id.replace(/[^a-z0-9]+/gi, '-')}`
}

/** A check as one criterion tells it: all of it the first time, and where to find that the next. */
export function checkView(
  check: ReportCheck,
  { points, told }: { readonly points: string; readonly told: Map<string, string> },
  words: Words,
): CheckView {
  const { id, verdict, visibility, claim, fraction } = check
  const isPart = verdict === 'failed' && fraction > 0
  const [state, symbol] = isPart ? (['part', '◐'] as const) : states[verdict]
  const before = told.get(id)
  const head = {
    state,
    symbol,
    verdict: isPart ? words.say('page.in-part') : words.say(`verdict.${verdict}`),
    claim: prose(claim),
    visibility: words.say(`visibility.${visibility}`),
    points,
  }
  if (before !== undefined && verdict !== 'passed') {
    const text = words.say('page.detail-in', { title: before })
    return { ...head, anchor: '', message: [], facts: [], notes: [], elsewhere: { href: `#${anchorOf(id)}`, text } }
  }
  return {
    ...head,
    anchor: before === undefined ? anchorOf(id) : '',
    ...findingView(check, words),
    notes: [...followThrough(check, words.language), ...measures(check, words.language)].map(prose),
    elsewhere: null,
  }
}

/** What one check that did not pass was, and where: what is the same for a whole deliverable is in {@link sourcesOf}. */
export function findingView(check: ReportCheck, words: Words): FindingView {
  const { finding, fault } = check
  if (finding === null) return { message: fault === null ? [] : [plain(fault)], facts: [] }
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.say('report.error'), errors(finding, words)],
    [words.say('report.case'), finding.counterexample],
    [words.say('report.place'), finding.location],
  ]
  return {
    message: [words.tell(finding.messageId, finding.params), ...compared(finding, words)],
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: oneLine(value) }])),
  }
}

/** Where to read on about a check that did not pass, and how it is run again. */
export function sourcesOf({ finding, deliverable }: ReportCheck, words: Words): readonly Fact[] {
  const task = finding?.params['task']
  const place = handoutPlace(deliverable, typeof task === 'string' ? task : '', words.language)
  const replay = finding?.replay
  return [
    { label: words.say('report.handout'), value: place },
    ...(replay === undefined ? [] : [{ label: words.say('report.again'), value: oneLine(replay) }]),
  ]
}

/** The sentence of a law does not show the numbers. */
function compared({ kind, at = '', expected, received }: ReportFinding, words: Words): readonly (readonly Piece[])[] {
  if (kind !== 'law' || expected === undefined || received === undefined) return []
  return [words.tell(at === '' ? 'expect.value-only' : 'expect.value', { at, expected, received })]
}

function errors({ kind, maxAbs, maxRel }: ReportFinding, words: Words): string | undefined {
  if (maxAbs === undefined || kind === 'law') return undefined
  const relative = maxRel === undefined ? '' : ` (${words.say('report.relative', { value: String(maxRel) })})`
  return `${String(maxAbs)}${relative}`
}

const states = {
  passed: ['good', '✓'],
  failed: ['bad', '✗'],
  crashed: ['bad', '✗'],
  blocked: ['bad', '·'],
  faulted: ['ours', '!'],
} as const
