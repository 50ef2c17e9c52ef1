import type { Finding } from '../model/finding.ts'

/** Thrown by an expectation: the student's code answered, and the answer does not hold. */
export class CheckFailure extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.messageId)
    this.finding = finding
  }
}
