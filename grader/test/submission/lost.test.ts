import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LabError } from '../../model/errors.ts'
import { locate } from '../../submission/locate.ts'
import { folder } from './folder.ts'
import { shapeOf } from './shape-of.ts'

const slugs = ['lstm-cell', 'gru-cell']

test('a path that does not exist', async () => {
  const top = await folder({ 'unlike/': '' })
  const path = join(top, 'ana-rojas')
  expect(shapeOf(await failure(path))).toEqual(['usage', 'submission.not-found', { path }])
})

test('a path that does not exist, with a sibling of nearly that name', async () => {
  const top = await folder({ 'Ana_Rojas/': '', 'ana.perez/': '' })
  const params = { path: join(top, 'ana-roja'), near: join(top, 'Ana_Rojas') }
  expect(shapeOf(await failure(params.path))).toEqual(['usage', 'submission.not-found-near', params])
})

test('an empty path is not the working directory', async () => {
  expect((await failure('')).messageId).toBe('submission.not-found')
})

test('a file', async () => {
  const path = join(await folder({ 'lstm-cell.ts': '' }), 'lstm-cell.ts')
  expect(shapeOf(await failure(path))).toEqual(['usage', 'submission.is-file', { path }])
})

test('an archive', async () => {
  const path = join(await folder({ 'ana.tar.gz': '' }), 'ana.tar.gz')
  expect(shapeOf(await failure(path))).toEqual(['usage', 'submission.is-archive', { path }])
})

test('an empty folder, whatever git keeps in it', async () => {
  const path = await folder({ '.gitkeep': '' })
  expect(shapeOf(await failure(path))).toEqual(['submission', 'submission.empty', { path }])
})

test('the folder of one deliverable', async () => {
  const top = await folder({ 'ana/lstm-cell/lstm-cell.ts': '' })
  const params = { path: join(top, 'ana', 'lstm-cell'), slug: 'lstm-cell', parent: join(top, 'ana') }
  expect(shapeOf(await failure(params.path))).toEqual(['usage', 'submission.is-deliverable', params])
})

test('a folder without deliverables lists what it holds', async () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${String(i)}.txt`, '']))
  const path = await folder({ 'images/a.png': '', ...files })
  const found = '0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt, …'
  const params = { path, found, expected: 'lstm-cell, gru-cell' }
  expect(shapeOf(await failure(path))).toEqual(['submission', 'submission.no-deliverable', params])
})

test.each(['lstm_cell', 'LSTM-cell', 'LstmCell', 'lsmt-cell'])(
  'a folder %s was meant as a deliverable',
  async (near) => {
    const path = await folder({ [`${near}/lstm_cell.ts`]: '' })
    const params = { path, found: `${near}/`, near, slug: 'lstm-cell' }
    expect(shapeOf(await failure(path))).toEqual(['submission', 'submission.no-deliverable-near', params])
  },
)

test('a file without its folder was meant as a deliverable', async () => {
  const path = await folder({ 'gru-cell.ts': '' })
  const params = { path, found: 'gru-cell.ts', near: 'gru-cell.ts', slug: 'gru-cell' }
  expect(shapeOf(await failure(path))).toEqual(['submission', 'submission.no-deliverable-loose', params])
})

async function failure(path: string): Promise<LabError> {
  const error: unknown = await locate(path, slugs).catch((reason: unknown) => reason)
  if (error instanceof LabError) return error
  throw new Error('expected a LabError', { cause: error })
}
