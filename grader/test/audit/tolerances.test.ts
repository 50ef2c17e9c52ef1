import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as tolerances from '../../checks/tolerances.ts'
import { zeros } from '../../numeric/mat.ts'
import { worstOf } from '../../oracles/margins/deviations.ts'
import { smallCourse } from '../cli/course.ts'
import { temporary } from '../cli/folders.ts'
import { tfjsNodeIsInstalled } from '../cli/installed.ts'
import { es, run } from '../cli/run.ts'

describe('The audit of the tolerances', () => {
  it('measures every tolerance that checks use, those against tfjs on every backend, and finds room', async () => {
    const { exitCode, stdout, stderr } = await run(['audit', '--tolerances', '--cases', '2'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(es('tolerances.title', { cases: 2, seed: 11 }))
    // What must be the same number leaves no room on purpose.
    const names = Object.keys(tolerances).filter((name) => name !== 'exactly')
    for (const name of names) expect(stdout).toContain(`✓ ${name} `)
    for (const backend of ['wasm', 'cpu']) expect(stdout).toMatch(new RegExp(`✓ tfjs32 .* ${backend} +\\S+ +× \\d+`))
    if (!tfjsNodeIsInstalled()) expect(stdout).toContain(es('tolerances.absent', { backend: 'tfjs-node' }))
    expect(stdout).not.toContain('✗')
    expect(stdout).toMatch(/Todas las tolerancias dejan margen: el menor es \d+, y se piden 10\./)
  })

  it('gives the same figures for the same seed, and others for another', async () => {
    const figures = async (seed: string): Promise<string> => {
      const { stdout } = await run(['audit', '--tolerances', '--cases', '1', '--seed', seed])
      return stdout.slice(stdout.indexOf('\n'))
    }
    const first = await figures('5')
    expect(await figures('5')).toBe(first)
    expect(await figures('6')).not.toBe(first)
  })

  it('fails on one that right code cannot keep, and says how much would do', async () => {
    const course = await smallCourse(await temporary(), 'gru-cell')
    const file = path.join(course, 'grader', 'checks', 'tolerances.ts')
    const text = await readFile(file, 'utf8')
    const narrow = text.replace(
      'tfjs32: Tolerance = { atol: 1e-5, rtol: 1e-5 }',
      'tfjs32: Tolerance = { atol: 1e-9, rtol: 0 }',
    )
    expect(narrow).not.toBe(text)
    await writeFile(file, narrow)
    const { exitCode, stdout } = await run(['audit', '--tolerances', '--cases', '2'], { of: course })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/✗ tfjs32 +1e-9 +RNN/)
    expect(stdout).toMatch(
      /✗ tfjs32 \(1e-9\) deja al código correcto un margen de 0\.\d+, y debe ser al menos 10: GRU: estados, con wasm\. Bastaría 1e-[56]; mira antes/,
    )
    expect(stdout).toMatch(/\d+ líneas no llegan a un margen de 10: el menor es 0\.\d+\./)
    expect(stdout).toContain('✓ float64')
  })

  it('refuses to measure nothing', async () => {
    const params = { option: '--cases', low: 1, high: 1_000_000, received: '0' }
    const { exitCode, stdout, stderr } = await run(['audit', '--tolerances', '--cases', '0'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe(`✗ ${es('usage.not-a-number', params)}`)
  })
})

describe('The worst of a pair', () => {
  const tolerance = { atol: 0.5, rtol: 0.25 }

  it('is the largest share of what is allowed there, not the largest error', () => {
    const received = { a: 3, b: [{ ...zeros(1, 2), data: Float64Array.of(0.25, 104) }] }
    const expected = { b: [{ ...zeros(1, 2), data: Float64Array.of(0, 100) }], a: 2 }
    // 1 of 1, 0.25 of 0.5, 4 of 25.5
    expect(worstOf([received, expected], tolerance)).toEqual({ share: 1, error: 1 })
  })

  it('is infinite for NaN, and 0 for equal infinities and exact answers', () => {
    expect(worstOf([NaN, 1], tolerance).share).toBe(Infinity)
    expect(worstOf([1, NaN], tolerance).share).toBe(Infinity)
    expect(worstOf([3, 3], { atol: 0, rtol: 0 })).toEqual({ share: 0, error: 0 })
    expect(worstOf([3, 4], { atol: 0, rtol: 0 }).share).toBe(Infinity)
  })

  it('is asked of two answers of one form', () => {
    expect(() => worstOf([[1, 2], [1]], tolerance)).toThrow('Expected 1 numbers to compare, got 2')
  })
})
