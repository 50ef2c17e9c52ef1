import { expect, test } from 'vitest'
import { folder } from './folder.ts'
import { problemOf } from './problem-of.ts'

test('no folder', async () => {
  const root = await folder({ 'gru-cell/gru-cell.ts': '' })
  expect(await problemOf(root)).toEqual(['missing-folder', 'submission.missing-folder', { slug: 'lstm-cell' }])
})

test.each(['lstm_cell', 'LSTM-CELL', 'lsmt-cell'])('no folder, but %s', async (near) => {
  const root = await folder({ [`${near}/lstm-cell.ts`]: '' })
  const params = { slug: 'lstm-cell', near }
  expect(await problemOf(root)).toEqual(['missing-folder', 'submission.missing-folder-near', params])
})

test('no folder, but the file', async () => {
  const root = await folder({ 'lstm-cell.ts': '' })
  const params = { slug: 'lstm-cell', near: 'lstm-cell.ts' }
  expect(await problemOf(root)).toEqual(['missing-folder', 'submission.missing-folder-loose', params])
})

test('a file in place of the folder', async () => {
  const root = await folder({ 'lstm-cell': '' })
  expect(await problemOf(root)).toEqual(['missing-folder', 'submission.not-a-folder', { path: 'lstm-cell' }])
})

test('no file', async () => {
  const root = await folder({
    'lstm-cell/README.md': '',
    'lstm-cell/lstm-cell.test.ts': '',
    'lstm-cell/lstm-cell.md': '',
  })
  const params = { slug: 'lstm-cell', path: 'lstm-cell/lstm-cell.ts' }
  expect(await problemOf(root)).toEqual(['missing-file', 'submission.missing-file', params])
})

test.each(['lstm_cell.ts', 'LSTM-cell.ts', 'lstm-cell.js', 'lstm-cell.ts.txt', 'src/lstm-cell.ts', 'lstm-cells.ts'])(
  'no file, but %s',
  async (near) => {
    const root = await folder({ [`lstm-cell/${near}`]: '' })
    const params = { slug: 'lstm-cell', path: 'lstm-cell/lstm-cell.ts', near: `lstm-cell/${near}` }
    expect(await problemOf(root)).toEqual(['missing-file', 'submission.missing-file-near', params])
  },
)
