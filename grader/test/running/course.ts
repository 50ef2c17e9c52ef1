import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { Session } from '../../grading/session.ts'
import type { Rubric } from '../../model/rubric.ts'
import type { CheckResult, Slug } from '../../model/verdict.ts'
import type { Workshop } from '../../running/catalogue.ts'
import { root as repository } from '../checks/workshop.ts'
import { smallRubric } from '../scoring/rubrics.ts'

const caches = path.join(repository, 'node_modules', '.cache', 'lab11-test')

/** A repository in which the engine is the real one and the deliverables are written for one test. */
export class Course {
  readonly root: string

  constructor(checks: Readonly<Record<string, string>>) {
    mkdirSync(caches, { recursive: true })
    // Beside the real cache, so that the entries find vitest.
    this.root = mkdtempSync(path.join(caches, 'course-'))
    onTestFinished(() => {
      rmSync(this.root, { recursive: true, force: true })
    })
    mkdirSync(path.join(this.root, 'grader'))
    for (const folder of ['checks', 'subject', 'model']) this.#link(path.join('grader', folder))
    this.#link('node_modules')
    cpSync(path.join(repository, 'solutions', 'shared'), path.join(this.root, 'solutions', 'shared'), {
      recursive: true,
    })
    for (const [name, body] of Object.entries(checks)) this.write(`grader/deliverables/${name}`, prelude + body)
  }

  get workshop(): Workshop {
    return { root: this.root, cache: path.join(this.root, 'cache') }
  }

  write(name: string, text: string): void {
    const file = path.join(this.root, ...name.split('/'))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  /** Opens a session by a rubric in which every one of these checks is a gate. */
  async open(gates: readonly string[], deliverables: readonly Slug[] = ['demo']): Promise<Session> {
    const rubric: Rubric = { ...smallRubric, criteria: pending, bonus: [], deliverables, gates }
    this.write('rubric.json', JSON.stringify(rubric))
    const session = await Session.open(this.workshop)
    onTestFinished(() => session.close())
    return session
  }

  #link(name: string): void {
    symlinkSync(path.join(repository, name), path.join(this.root, name), 'junction')
  }
}

/** Runs a session on a submission of one file. */
export async function runDemo(
  session: Session,
  source: string,
  options: { mode?: 'public' | 'full'; onResult?: (result: CheckResult) => void } = {},
): ReturnType<Session['run']> {
  const submission = mkdtempSync(path.join(caches, 'submission-'))
  onTestFinished(() => {
    rmSync(submission, { recursive: true, force: true })
  })
  mkdirSync(path.join(submission, 'demo'))
  writeFileSync(path.join(submission, 'demo', 'demo.ts'), source)
  const common = { seed: 5, backend: 'cpu', deadlineMs: 20_000, slugs: ['demo'], mode: 'full' } as const
  return session.run(submission, { ...common, replay: (slug) => `again ${slug}`, ...options })
}

const prelude = `import { check as declare, guard } from '../../../checks/check.ts'
import { expectNumber } from '../../../checks/expect.ts'
const check = (id: string, body: Parameters<typeof declare>[2] = async () => undefined, more = {}): void => {
  declare(id, { needs: [], visibility: 'public', claim: { es: id, en: id }, ...more }, body)
}
`

const pending: Rubric['criteria'] = smallRubric.criteria.map(({ points, ...criterion }, k) => ({
  ...criterion,
  points: k === 0 ? 100 - 40 : points,
  pending: true,
  rows: [],
}))
