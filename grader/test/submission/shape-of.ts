import type { LabError } from '../../model/errors.ts'

/** What a test reads of an error. */
export function shapeOf({ blame, messageId, params }: LabError): readonly unknown[] {
  return [blame, messageId, params]
}
