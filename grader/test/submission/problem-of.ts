import { expect } from 'vitest'
import { loadDeliverable } from '../../submission/load.ts'

/** The problem of the LSTM cell as a triple; a deliverable with a problem holds no files. */
export async function problemOf(root: string): Promise<readonly unknown[] | undefined> {
  const { files, problem: found } = await loadDeliverable(root, 'lstm-cell')
  if (!found) return undefined
  expect(files).toEqual([])
  return [found.kind, found.messageId, found.params]
}
