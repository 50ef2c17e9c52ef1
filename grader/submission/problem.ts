import type { MessageParams } from '../model/finding.ts'
import { visible } from './names.ts'

export type ProblemKind =
  | 'missing-folder'
  | 'missing-file'
  | 'symlink'
  | 'not-a-file'
  | 'not-text'
  | 'too-large'
  | 'too-many'
  | 'unreadable'
  | 'name'

/** Why a deliverable cannot be graded as it was handed in. Data, because it stops no other deliverable. */
export interface Problem {
  readonly kind: ProblemKind
  readonly messageId: string
  readonly params: MessageParams
}

/** Carries a {@link Problem} from where it was seen to where it becomes data. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.messageId)
    this.problem = problem
  }
}

/** Stops reading a deliverable. */
export function refuse(kind: ProblemKind, messageId: string, params: MessageParams): never {
  throw new Refused({ kind, messageId, params: shown(params) })
}

/** Awaits something read from `path`; what the operating system refuses is a problem, any other error stays one. */
export async function reading<T>(path: string, action: Promise<T>): Promise<T> {
  try {
    return await action
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return refuse('unreadable', 'submission.unreadable', { path, code })
  }
}

/** `EACCES`, `ENOENT` and so on when the operating system said no, undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Parameters with the names in them made {@link visible}. */
export function shown(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? visible(value) : value]),
  )
}
