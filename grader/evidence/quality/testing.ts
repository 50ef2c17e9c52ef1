import type { Finding } from '../../model/finding.ts'
import type { Slug } from '../../model/verdict.ts'
import {
  failed,
  passed,
  type EvidenceCheck,
  type Judgement,
  type Material,
  type RanTest,
  type TestRun,
} from '../evidence.ts'
import { check } from './checks.ts'
import { graded, listed, notStarted, style } from './share.ts'
import { ownFiles } from './sources.ts'
import { given, print } from './stubs.ts'
import { testBlocks } from './test-blocks.ts'

/** Deliverables with tests of their author's that make the whole of it: all, where a course has fewer. */
const enoughTested = 3
/** The same of cells written from scratch. */
const enoughVerified = 2
/** Tests of which half notice wrong results are good tests: others look at other things, such as unchanged arguments. */
const enoughBites = 0.5

/** What the author's own tests show. */
export const testing: readonly EvidenceCheck[] = [
  check(
    'tests-written',
    {
      es: 'Hay pruebas tuyas, además de las que venían, en al menos tres entregables',
      en: 'There are tests of your own, besides those that came with it, in at least three deliverables',
    },
    async (material) => {
      const written = (await ownTests(material)).filter(({ own }) => own.length > 0)
      const enough = Math.min(enoughTested, material.code?.slugs.length ?? enoughTested)
      const params = { count: written.length, enough }
      if (written.length >= enough) return graded(material, 1)
      return graded(material, written.length / enough, style('quality.tests-written', params))
    },
  ),
  check(
    'tests-pass',
    { es: 'Tus pruebas pasan con tu código', en: 'Your tests pass on your code' },
    async (material) => {
      const runs = await runsOf(material)
      const all = runs.flatMap(({ run }) => run.tests)
      const broken = runs.filter(({ run }) => run.problem !== undefined)
      const failing = all.filter(({ passed }) => !passed)
      if (all.length + broken.length === 0) return nothing(material)
      if (failing.length + broken.length === 0) return graded(material, 1)
      const [first] = failing
      const params = {
        count: failing.length,
        of: all.length,
        name: first?.name ?? '',
        error: first?.error ?? '',
        stopped: broken.map(({ slug }) => slug).join(', ') || 'none',
        why: broken[0]?.run.problem?.kind ?? 'none',
      }
      return graded(material, sound(runs), style('quality.tests-pass', params))
    },
    'hidden',
  ),
  check(
    'tests-bite',
    {
      es: 'Tus pruebas fallan cuando tus funciones dan resultados equivocados',
      en: 'Your tests fail when your functions give wrong results',
    },
    async (material) => {
      const passing = (await runsOf(material)).flatMap(({ run }) => run.tests).filter(({ passed }) => passed)
      if (passing.length === 0) return nothing(material)
      const blind = passing.filter(({ bites }) => !bites)
      const share = (passing.length - blind.length) / passing.length
      if (share >= enoughBites) return graded(material, 1)
      const params = {
        count: blind.length,
        of: passing.length,
        names: listed(
          blind.map(({ name }) => `«${name}»`),
          3,
        ),
      }
      return graded(material, share / enoughBites, style('quality.tests-bite', params))
    },
    'hidden',
  ),
  check(
    'scratch-verified',
    {
      es: 'Verificas tú mismo al menos dos de las celdas escritas desde cero, con pruebas que pasan y que pueden fallar',
      en: 'You verify at least two of the cells written from scratch yourself, with tests that pass and that can fail',
    },
    async (material) => {
      const runs = await runsOf(material)
      const cells = material.code?.fromScratch ?? []
      const enough = Math.min(enoughVerified, cells.length)
      const verified = runs.filter(({ slug, run }) => cells.includes(slug) && isVerified(run)).map(({ slug }) => slug)
      if (verified.length >= enough) return ownFiles(material).length === 0 ? failed(notStarted) : passed
      if (ownFiles(material).length === 0) return failed(notStarted)
      const names = cells.filter((slug) => !verified.includes(slug)).join(', ')
      const params = { count: verified.length, enough, names }
      return failed(style('quality.scratch-verified', params), verified.length / enough)
    },
    'hidden',
  ),
]

/** All of them pass, and at least one can fail. */
function isVerified({ tests, problem }: TestRun): boolean {
  return problem === undefined && tests.every(({ passed }) => passed) && tests.some(({ bites }) => bites)
}

/** The mean over deliverables that have tests: one whose tests do not even run has none that passes. */
function sound(runs: readonly Ran[]): number {
  const shares = runs.map(({ run }) => (run.problem ? 0 : share(run.tests)))
  return shares.reduce((sum, each) => sum + each, 0) / runs.length
}

function share(tests: readonly RanTest[]): number {
  return tests.length === 0 ? 0 : tests.filter(({ passed }) => passed).length / tests.length
}

function nothing(material: Material): Judgement {
  return graded(material, 0, style('quality.no-tests', {}))
}

/** One deliverable's tests: how many are their author's, and the names of those that the course gave. */
interface OwnTests {
  readonly slug: Slug
  readonly own: readonly string[]
  readonly given: readonly string[]
}

/** Tests are the course's by their name or by their text; only deliverables with code of the author's count. */
async function ownTests({ loaded, code }: Material): Promise<readonly OwnTests[]> {
  if (!code) return []
  const begun = new Set(ownFiles({ loaded }).map(({ slug }) => slug))
  const all: OwnTests[] = []
  for (const slug of code.slugs.filter((each) => begun.has(each))) {
    const prints = given(slug, 'tests')
    const files = (await code.tests(slug)).filter(({ path }) => path.endsWith('.test.ts'))
    const blocks = files.flatMap(({ bytes }) => testBlocks(Buffer.from(bytes).toString('utf8')))
    const isGiven = blocks.map(({ name, body }) => prints.has(print(name)) || prints.has(print(body)))
    all.push({
      slug,
      own: blocks.filter((_, k) => isGiven[k] !== true).map(({ name }) => name),
      given: blocks.filter((_, k) => isGiven[k] === true).map(({ name }) => name),
    })
  }
  return all
}

interface Ran {
  readonly slug: Slug
  readonly run: TestRun
}

const ran = new WeakMap<Material, Promise<readonly Ran[]>>()

/** Run once, whichever check asks first. */
function runsOf(material: Material): Promise<readonly Ran[]> {
  const known = ran.get(material) ?? runAll(material)
  ran.set(material, known)
  return known
}

/** After so long no more deliverables' tests are begun: somebody waits for the grade. */
const budgetMs = 120_000

async function runAll(material: Material): Promise<readonly Ran[]> {
  const run = material.code?.runTests
  if (!run) return []
  const started = performance.now()
  const all: Ran[] = []
  for (const { slug, own, given } of await ownTests(material)) {
    if (own.length === 0) continue
    const late = performance.now() - started > budgetMs
    all.push({ slug, run: late ? { tests: [], problem: outOfTime } : await run({ slug, leaveOut: given }) })
  }
  return all
}

const outOfTime: Finding = { kind: 'timeout', messageId: 'quality.no-tests', params: {} }
