import type { MessageParams } from './finding.ts'

/**
 * An error that somebody must read: a message of the catalogue with its parameters. `usage` is a mistake of the
 * person at the keyboard, `submission` of the folder that was handed in, `fault` the grader's own.
 */
export class LabError extends Error {
  readonly blame: 'usage' | 'submission' | 'fault'
  readonly messageId: string
  readonly params: MessageParams

  constructor(blame: LabError['blame'], messageId: string, params: MessageParams = {}, cause?: unknown) {
    super(`${messageId} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause })
    this.name = 'LabError'
    this.blame = blame
    this.messageId = messageId
    this.params = params
  }
}
