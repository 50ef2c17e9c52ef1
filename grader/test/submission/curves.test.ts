import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import schema from '../../model/report.schema.json' with { type: 'json' }
import { curveNames } from '../../model/report.ts'
import { readCurves } from '../../submission/curves.ts'
import { limits } from '../../submission/limits.ts'
import { temporary } from '../cli/folders.ts'

let [top, artifacts] = ['', '']
beforeEach(async () => {
  top = await temporary()
  artifacts = path.join(top, 'artifacts', 'demo')
  await mkdir(artifacts, { recursive: true })
})

const write = (name: string, value: unknown): Promise<void> =>
  writeFile(path.join(artifacts, name), typeof value === 'string' ? value : JSON.stringify(value))
const read = (): ReturnType<typeof readCurves> => readCurves(top, ['demo'])

describe('The curves of a submission', () => {
  it('are what its history and its forecast hold under names that are known, in one order, to four digits', async () => {
    await write('history.json', { source: 'x', valLoss: [0.5, 0.25], trainLoss: [1, 0.123456], mine: [1], seed: 3 })
    await write('forecast.json', { actual: [1, -1], predicted: { gru: [0.5, 0.5], transformer: [1] } })
    expect(await read()).toEqual([
      { deliverable: 'demo', name: 'trainLoss', values: [1, 0.1235] },
      { deliverable: 'demo', name: 'valLoss', values: [0.5, 0.25] },
      { deliverable: 'demo', name: 'actual', values: [1, -1] },
      { deliverable: 'demo', name: 'predicted.gru', values: [0.5, 0.5] },
    ])
  })

  it('are looked for where deliverables were graded, and nowhere else', async () => {
    await write('history.json', { trainLoss: [1] })
    expect(await readCurves(top, ['other', 'demo', 'third'])).toHaveLength(1)
    expect(await readCurves(top, ['other'])).toEqual([])
    expect(await readCurves(path.join(top, 'nowhere'), ['demo'])).toEqual([])
  })

  it('are found in a submission that is reached through a link of the reader’s own', async () => {
    await write('history.json', { trainLoss: [1] })
    await symlink(top, path.join(top, 'mine'))
    expect(await readCurves(path.join(top, 'mine'), ['demo'])).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['no JSON', '{"trainLoss": [1'],
    ['no object', '[1, 2]'],
    ['nothing', 'null'],
    ['an empty list', { trainLoss: [] }],
    ['a text among the numbers', { trainLoss: [1, '<b>'] }],
    ['null, which is how JSON writes NaN', { trainLoss: [1, NaN] }],
    ['a number that is infinite', '{"trainLoss": [1e999]}'],
    ['a number that no axis has', { trainLoss: [1e13] }],
    ['a list in the list', { trainLoss: [[1]] }],
    ['something else than a list', { trainLoss: { length: 1, 0: 1 } }],
    ['a list that is too long', { trainLoss: new Array(limits.curveValues + 1).fill(0) }],
    ['a file that is too large', { trainLoss: [1], rest: 'x'.repeat(limits.curveBytes) }],
    ['the prototype of everything', '{"__proto__": {"trainLoss": [1]}}'],
    ['a prediction that is no record', { predicted: [1] }],
  ])('are none where there is %s', async (_, content) => {
    await write('history.json', content)
    expect(await read()).toEqual([])
  })

  it('are left out one by one: what is right beside them is drawn', async () => {
    await write('history.json', { trainLoss: [1, 2], valLoss: ['x'] })
    expect((await read()).map(({ name }) => name)).toEqual(['trainLoss'])
  })

  it.skipIf(process.platform === 'win32')('are not read through links, from folders or from pipes', async () => {
    const elsewhere = path.join(top, 'elsewhere.json')
    await writeFile(elsewhere, JSON.stringify({ trainLoss: [1] }))
    await symlink(elsewhere, path.join(artifacts, 'history.json'))
    expect(await read()).toEqual([])
    await rm(path.join(artifacts, 'history.json'))
    await mkdir(path.join(artifacts, 'history.json'))
    expect(await read()).toEqual([])
    await rm(path.join(artifacts, 'history.json'), { recursive: true })
    execFileSync('mkfifo', [path.join(artifacts, 'history.json')])
    expect(await read()).toEqual([])
    await rm(artifacts, { recursive: true })
    await mkdir(path.join(top, 'hidden'))
    await writeFile(path.join(top, 'hidden', 'history.json'), JSON.stringify({ trainLoss: [1] }))
    await symlink(path.join(top, 'hidden'), artifacts)
    expect(await read()).toEqual([])
  })

  it('are as long, as large and as called in the schema of a report', () => {
    const { name, values } = schema.properties.curves.items.properties
    expect(name.enum).toEqual(curveNames)
    expect(values.maxItems).toBe(limits.curveValues)
    expect([values.items.minimum, values.items.maximum]).toEqual([-limits.curveValue, limits.curveValue])
  })
})
