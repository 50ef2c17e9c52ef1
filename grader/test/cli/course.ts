import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parts } from '../../evidence/parts.ts'
import type { Rubric } from '../../model/rubric.ts'
import { repository } from './run.ts'
import { plain } from '../scoring/bounds.ts'

/**
 * Copies the repository to `folder`, with one deliverable only: a course of its own, quick to audit, and proof that
 * nothing but the rubric and the trees knows which deliverables there are. Its packages are links to the installed
 * ones, its caches are its own.
 */
export async function smallCourse(folder: string, slug: string): Promise<string> {
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(repository, name), path.join(folder, name))
  for (const tree of ['assignments', 'solutions', 'starter', path.join('grader', 'deliverables')]) {
    await cp(path.join(repository, tree, slug), path.join(folder, tree, slug), { recursive: true })
  }
  for (const tree of ['solutions', 'starter']) {
    await cp(path.join(repository, tree, 'shared'), path.join(folder, tree, 'shared'), { recursive: true })
  }
  const others = ['deliverables', 'test', 'bench', 'docs']
  for (const name of await readdir(path.join(repository, 'grader'))) {
    if (others.includes(name)) continue
    await cp(path.join(repository, 'grader', name), path.join(folder, 'grader', name), { recursive: true })
  }
  await mkdir(path.join(folder, 'grader', 'docs'))
  // What is not code comes along with the grader.
  for (const tree of ['solutions', 'starter']) {
    for (const name of parts.flatMap(({ reads }) => reads)) {
      const from = path.join(repository, tree, name)
      if (existsSync(from)) await cp(from, path.join(folder, tree, name), { recursive: true })
    }
  }
  await linkPackages(folder)
  const rubric = JSON.parse(await readFile(path.join(repository, 'rubric.json'), 'utf8')) as Rubric
  await writeFile(path.join(folder, 'rubric.json'), JSON.stringify(trim(rubric, slug)))
  return folder
}

async function linkPackages(folder: string): Promise<void> {
  const packages = path.join(repository, 'node_modules')
  await mkdir(path.join(folder, 'node_modules'))
  for (const name of await readdir(packages)) {
    if (name.startsWith('.')) continue
    await symlink(path.join(packages, name), path.join(folder, 'node_modules', name), 'junction')
  }
}

/** The rubric of one deliverable: one criterion, one row, every weight as it was; what is not code weighs nothing. */
function trim(rubric: Rubric, slug: string): Rubric {
  const own = (ids: readonly string[]): string[] => ids.filter((id) => id.startsWith(`${slug}/`))
  const all = Object.fromEntries(
    rubric.criteria.flatMap(({ rows }) => rows).flatMap(({ checks }) => Object.entries(checks)),
  )
  const checks = Object.fromEntries(own(Object.keys(all)).map((id) => [id, all[id] ?? 0]))
  const title = { es: 'Todo', en: 'All' }
  const row = { id: 'all', points: 100, stage: 'implementar', checks }
  return {
    ...rubric,
    deliverables: [slug],
    criteria: [{ ...plain, id: 'all', title, points: 100, pending: false, rows: [row] }],
    bonus: rubric.bonus.filter((bonus) => own(Object.keys(bonus.checks)).length > 0),
    gates: [...own(rubric.gates), ...parts.flatMap((part) => part.checks.map(({ meta }) => meta.id))],
  }
}
