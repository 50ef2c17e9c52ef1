import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareStarter } from '../../../audit/starter/compare.ts'
import { generateStarter } from '../../../audit/starter/starter.ts'
import { writeStarter } from '../../../audit/starter/write.ts'
import { fill, folder } from '../../submission/folder.ts'

const solutions = {
  'solutions/rnn-bptt/rnn-bptt.ts': 'export function f() {\n  // @solution R1\n  return 1\n  // @end\n}\n',
  'solutions/rnn-bptt/rnn-bptt.test.ts': 'test()\n',
  'solutions/rnn-bptt/secret.ts': '// @remove\nexport {}\n// @end\n',
  'solutions/rnn-bptt/empty.ts': '',
  'solutions/shared/random.ts': 'export {}\n',
  'solutions/time-series/data.csv': 'a;b\r\n',
}

const stub = [
  'export function f() {',
  '  // TODO(R1): escribe aquí tu código (assignments/rnn-bptt/README.md#r1)',
  "  throw new NotImplemented('R1', 'f', 'assignments/rnn-bptt/README.md#r1')",
  '}',
  '',
].join('\n')

const starter = {
  'rnn-bptt/empty.ts': '',
  'rnn-bptt/rnn-bptt.test.ts': 'test()\n',
  'rnn-bptt/rnn-bptt.ts': stub,
  'shared/random.ts': 'export {}\n',
  'time-series/data.csv': 'a;b\n',
}

test('deliverables are generated, the rest is copied, what is blank then is left out', async () => {
  const top = await folder(solutions)
  expect(Object.fromEntries(await generateStarter(join(top, 'solutions')))).toEqual(starter)
})

test('answers, report, artifacts, binaries and what tools leave are nobody’s starter', async () => {
  const top = await folder({
    ...solutions,
    'solutions/comprension.json': '{"q1": 42}',
    'solutions/reporte.md': '',
    'solutions/artifacts/benchmark.json': '',
    'solutions/rnn-bptt/weights.bin': new Uint8Array(4),
    'solutions/.cache/a.ts': '',
    'solutions/node_modules/a/index.ts': '',
  })
  expect([...(await generateStarter(join(top, 'solutions'))).keys()]).toEqual(Object.keys(starter))
})

test('a marker in a file that is copied does not get out', async () => {
  const top = await folder({ ...solutions, 'solutions/shared/random.ts': '\n// @remove\n' })
  const params = { file: 'shared/random.ts', line: 2, marker: '// @remove' }
  await expect(generateStarter(join(top, 'solutions'))).rejects.toMatchObject({ messageId: 'starter.leak', params })
})

test('solutions without a file', async () => {
  const missing = join(await folder(), 'solutions')
  const error = { blame: 'fault', messageId: 'starter.nothing', params: { folder: missing } }
  await expect(generateStarter(missing)).rejects.toMatchObject(error)
})

test('a starter that was written is in step, with CRLF too', async () => {
  const top = await folder(solutions)
  await writeStarter(join(top, 'solutions'), join(top, 'starter'))
  expect(await compareStarter(join(top, 'solutions'), join(top, 'starter'))).toEqual([])
  await writeFile(join(top, 'starter/rnn-bptt/rnn-bptt.ts'), stub.replaceAll('\n', '\r\n'))
  expect(await compareStarter(join(top, 'solutions'), join(top, 'starter'))).toEqual([])
})

test('a starter out of step: missing, extra, different and where', async () => {
  const top = await folder(solutions)
  await writeStarter(join(top, 'solutions'), join(top, 'starter'))
  await fill(top, {
    'solutions/gru-cell/gru-cell.ts': 'export {}\n',
    'starter/rnn-bptt/rnn-bptt.ts': stub.replace('escribe', 'borra'),
    'starter/rnn-bptt/rnn-bptt.test.ts': 'test()\nmore()\n',
    'starter/shared/random.ts': new Uint8Array(4),
    'starter/old/old.ts': '',
    'starter/comprension.json': '{}',
  })
  const [, expected = ''] = stub.split('\n')
  const received = expected.replace('escribe', 'borra')
  expect(await compareStarter(join(top, 'solutions'), join(top, 'starter'))).toEqual([
    { kind: 'missing', path: 'gru-cell/gru-cell.ts' },
    { kind: 'extra', path: 'old/old.ts' },
    { kind: 'different', path: 'rnn-bptt/rnn-bptt.test.ts', line: 2, expected: '', received: 'more()' },
    { kind: 'different', path: 'rnn-bptt/rnn-bptt.ts', line: 2, expected, received },
    { kind: 'different', path: 'shared/random.ts', line: 1, expected: 'export {}', received: '' },
  ])
})

test('writing touches only what differs and removes what is extra, with its folders', async () => {
  const top = await folder({ ...solutions, 'starter/old/deep/old.ts': '', 'starter/reporte.md': 'mine' })
  const first = await writeStarter(join(top, 'solutions'), join(top, 'starter'))
  expect(first).toEqual({ written: Object.keys(starter), removed: ['old/deep/old.ts'] })
  expect((await readdir(join(top, 'starter'))).sort()).toEqual(['reporte.md', 'rnn-bptt', 'shared', 'time-series'])
  await utimes(join(top, 'starter/shared/random.ts'), 1, 1)
  await writeFile(join(top, 'starter/rnn-bptt/rnn-bptt.ts'), '')
  const second = await writeStarter(join(top, 'solutions'), join(top, 'starter'))
  expect(second).toEqual({ written: ['rnn-bptt/rnn-bptt.ts'], removed: [] })
  expect((await stat(join(top, 'starter/shared/random.ts'))).mtimeMs).toBe(1000)
  expect(await readFile(join(top, 'starter/rnn-bptt/rnn-bptt.ts'), 'utf8')).toBe(stub)
})

test.each(['solutions', 'solutions/starter', '.'])('a starter in %s would delete the solutions', async (place) => {
  const top = await folder(solutions)
  const params = { solutions: join(top, 'solutions'), starter: join(top, place) }
  const error = { blame: 'usage', messageId: 'starter.overlap', params }
  await expect(writeStarter(params.solutions, params.starter)).rejects.toMatchObject(error)
})

test('a mistake in a solution leaves the starter untouched', async () => {
  const top = await folder({ ...solutions, 'starter/old.ts': '', 'solutions/zzz/zzz.ts': '// @end' })
  const params = { file: 'zzz/zzz.ts', line: 1, marker: '// @end' }
  const writing = writeStarter(join(top, 'solutions'), join(top, 'starter'))
  await expect(writing).rejects.toMatchObject({ messageId: 'starter.end-alone', params })
  expect(await readdir(join(top, 'starter'))).toEqual(['old.ts'])
})
