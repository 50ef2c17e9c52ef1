import { LabError } from '../model/errors.ts'
import type { Report } from '../model/report.ts'
import type { Classroom50Run } from '../reports/classroom50.ts'

/** Whose submission it is, from the variables that the runner of Classroom 50 sets; it grades one at a time. */
export function classroom50Run(
  env: Readonly<Record<string, string | undefined>>,
  reports: readonly Report[],
): Classroom50Run {
  if (reports.length !== 1) throw new LabError('usage', 'usage.classroom50-one', { count: reports.length })
  const missing = needed.filter((name) => (env[name] ?? '') === '')
  if (missing.length > 0) throw new LabError('usage', 'usage.classroom50-env', { names: missing.join(', ') })
  const value = (name: (typeof needed)[number]): string => env[name] ?? ''
  const type = env['ASSIGNMENT_TYPE'] ?? 'individual'
  const assignmentType = types.find((known) => known === type)
  if (assignmentType === undefined || !value('SUBMISSION_TAG').startsWith('submit/')) {
    throw new LabError('usage', 'usage.classroom50-odd', { type, tag: value('SUBMISSION_TAG') })
  }
  return {
    classroom: value('CLASSROOM'),
    assignment: value('ASSIGNMENT'),
    assignmentType,
    owner: value('USERNAME'),
    submission: value('SUBMISSION_TAG'),
    commit: value('COMMIT_URL'),
    release: value('RELEASE_URL'),
    // Without a baseline to compare with, the runner itself falls back to the commit.
    review: (env['REVIEW_URL'] ?? '') === '' ? value('COMMIT_URL') : (env['REVIEW_URL'] ?? ''),
  }
}

const needed = ['CLASSROOM', 'ASSIGNMENT', 'USERNAME', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'] as const

const types = ['individual', 'group', 'team'] as const
