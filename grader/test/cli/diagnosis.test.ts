import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { submission, temporary, type Edit } from './folders.ts'
import { es, run } from './run.ts'

const file = 'gru-cell/gru-cell.ts'
const swapped: Edit = (text) =>
  text.replace(
    'h: interpolate(hPrev, z, hTilde) }\n  // @end\n}\n\n/**\n * G3',
    'h: interpolate(hTilde, z, hPrev) }\n  // @end\n}\n\n/**\n * G3',
  )
const unscaled: Edit = (text) => text.replace('product(dh, z, tanhSlope(hTilde))', 'Matrix.mul(dh, z)')
const odd: Edit = (text) => text.replace('product(dh, z, tanhSlope(hTilde))', 'product(dh, z, tanhSlope(z))')
const both: Edit = (text) => unscaled(swapped(text))

async function check(change: Edit, ...options: readonly string[]): Promise<string> {
  const folder = await submission(path.join(await temporary(), 'ana'), { [file]: change })
  const { exitCode, stdout, stderr } = await run(['check', 'gru-cell', '--submission', folder, ...options])
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
  return stdout
}

describe('A student who made a well-known mistake', () => {
  it('is told which, what explains it and where to read, after what failed', async () => {
    const output = await check(swapped)
    const lines = output.slice(output.indexOf(es('diagnosis.title'))).split('\n')
    expect(lines[0]).toBe(`${es('diagnosis.title')}:`)
    expect(lines[1]).toBe(`    ${es('misconception.gru.update-convention-swapped')}`)
    expect(lines[2]).toContain('`gruStep`')
    expect(lines[3]).toContain('assignments/gru-cell/README.md#g2')
    expect(output.indexOf(es('report.next'))).toBeLessThan(output.indexOf(es('diagnosis.title')))
  })

  it('is told one mistake at a time, and all of them with --all, in English where that is asked for', async () => {
    const first = await check(both)
    expect(first).toContain(es('misconception.gru.update-convention-swapped'))
    expect(first).not.toContain(es('misconception.gru.candidate-derivative-wrong'))
    const all = await check(both, '--all', '--lang', 'en')
    expect(all).toContain('The gate z is the other way round')
    expect(all).toContain('The derivative of the candidate is not that of its tanh')
    expect(all).toContain('README.en.md#g4')
  })

  it('finds it in both reports of a grade', async () => {
    const folder = await submission(path.join(await temporary(), 'ana'), { [file]: both })
    const out = path.join(await temporary(), 'out')
    await run(['grade', folder, '--deliverable', 'gru-cell', '--out', out])
    const report = JSON.parse(await readFile(path.join(out, 'ana', 'report.json'), 'utf8')) as Report
    expect(
      report.diagnoses.map(({ deliverable, task, misconceptions }) => [deliverable, task, misconceptions]),
    ).toEqual([
      ['gru-cell', 'G2', ['gru.update-convention-swapped']],
      ['gru-cell', 'G4', ['gru.candidate-derivative-wrong']],
    ])
    expect(report.diagnoses[0]?.hint).toBe(es('misconception.gru.update-convention-swapped'))
    const markdown = await readFile(path.join(out, 'ana', 'report.md'), 'utf8')
    expect(markdown).toContain(`> **${es('diagnosis.title')}** (gru.update-convention-swapped): `)
  })
})

describe('A student whose mistake has no name', () => {
  it('is told where the outputs depart and what is right', async () => {
    const output = await check(odd)
    expect(output).toContain(es('diagnosis.departs', { functions: '`gruBackward`', at: 'grads.Wr' }))
    expect(output).not.toContain('misconception')
    expect(output).toContain('README.md#g4')
  })

  it('is told nothing of what is not written yet, nor by code that ends its process', async () => {
    const unwritten = await check((text) =>
      text.replace('const hx = hPrev.concat(x) // ((H', "throw new Error('later') // ((H"),
    )
    expect(unwritten).not.toContain(es('diagnosis.title'))
    const dying = await check((text) => text.replace('const hx = hPrev.concat(x) // ((H', 'process.exit(3) // ((H'))
    expect(dying).not.toContain(es('diagnosis.title'))
  })
})
