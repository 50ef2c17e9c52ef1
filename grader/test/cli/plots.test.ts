import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { smallCourse } from './course.ts'
import { filesOf, temporary } from './folders.ts'
import { say } from '../../messages/say.ts'
import { es, run } from './run.ts'

let course = ''
let submission = ''
beforeAll(async () => {
  course = await smallCourse(await temporary(), 'rnn-bptt')
  submission = path.join(await temporary(), 'ana')
  await cp(path.join(course, 'solutions'), submission, { recursive: true })
  await rm(path.join(submission, 'artifacts'), { recursive: true, force: true })
})

const drawings = ['gradiente_normas.png', 'gradiente_normas.svg', 'rnn_desenrollada.png', 'rnn_desenrollada.svg']

describe('plots', () => {
  it('makes the data that is missing from the code, draws every figure, and says where', async () => {
    const ran = await run(['plots', '--submission', submission], { of: course })
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ran.stdout).toContain(es('plot.drawn', { name: 'gradiente_normas' }))
    expect(ran.stdout).toContain(es('plot.where', { path: path.join(submission, 'artifacts') }))
    expect(await filesOf(path.join(submission, 'artifacts'))).toEqual(['gradient-norms.json', ...drawings].sort())
    expect(await readFile(path.join(submission, 'artifacts', 'gradiente_normas.svg'), 'utf8')).toContain('Se desvanece')
  })

  it('says which data is odd, draws the rest, and exits 1; in English too', async () => {
    const file = path.join(submission, 'artifacts', 'gradient-norms.json')
    await writeFile(file, '{"curves": 7}')
    const ran = await run(['plots', 'rnn-bptt', '--submission', submission, '--lang', 'en'], { of: course })
    expect(ran.exitCode).toBe(1)
    expect(ran.stdout).toMatch(
      /✗ gradiente_normas: .*artifacts\/gradient-norms\.json.*"curves".*expected a list.*got 7/,
    )
    expect(ran.stdout).toContain(say('en', 'plot.drawn', { name: 'rnn_desenrollada' }))
    await rm(file)
  })

  it('skips, with the reason, a figure whose code is not written yet', async () => {
    const ran = await run(['plots', '--submission', path.join(course, 'starter')], { of: course })
    expect(ran.exitCode).toBe(1)
    expect(ran.stdout).toContain(es('subject.not-implemented', { fn: 'gradientNorms', task: 'R11' }))
    expect(ran.stdout).toContain(es('plot.drawn', { name: 'rnn_desenrollada' }))
  })
})

describe('train', () => {
  it('saves what the deliverable makes, whole, and exits 0', async () => {
    const ran = await run(['train', 'rnn-bptt', '--submission', submission], { of: course })
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ran.stdout).toContain(es('train.next'))
    const text = await readFile(path.join(submission, 'artifacts', 'gradient-norms.json'), 'utf8')
    const { curves } = JSON.parse(text) as { curves: { scale: number; norms: number[] }[] }
    expect(curves.map(({ scale }) => scale)).toEqual([0.5, 1, 1.5])
    expect(curves[0]?.norms[49]).toBeCloseTo(0.5 ** 49 * Math.sqrt(10), 25)
  })

  it('exits 1 with the reason where the code is not written, and saves nothing', async () => {
    const ran = await run(['train', 'rnn-bptt', '--submission', path.join(course, 'starter')], { of: course })
    expect(ran.exitCode).toBe(1)
    expect(ran.stdout).toContain('✗ rnn-bptt')
    expect(ran.stdout).not.toContain(es('train.next'))
  })
})
