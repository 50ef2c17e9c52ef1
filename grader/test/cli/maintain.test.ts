import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sourcesHash } from '../../audit/sources.ts'
import { smallCourse } from './course.ts'
import { temporary } from './folders.ts'
import { tfjsNodeIsInstalled } from './installed.ts'
import { full, rubric } from './reports.ts'
import { es, run } from './run.ts'

describe('this repository', () => {
  it('is well by the doctor, who names the backends and says whether the native one is here', async () => {
    const { exitCode, stdout, stderr } = await run(['doctor'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(`✓ Node ${process.versions.node}`)
    expect(stdout).toMatch(/✓ tfjs «wasm».* \d+\.\d+/)
    expect(stdout).toMatch(/✓ tfjs «cpu».* \d+\.\d+/)
    if (tfjsNodeIsInstalled()) expect(stdout).toContain('tfjs «tfjs-node»: ')
    else expect(stdout).toContain(`– ${es('doctor.backend-absent', { name: 'tfjs-node' })}`)
    expect(stdout).toContain(`✓ ${es('doctor.subject')}`)
    expect(stdout).toContain(
      `✓ ${es('doctor.rubric', { criteria: rubric.criteria.length, checks: '?' }).split('?')[0] ?? ''}`,
    )
    expect(stdout).not.toContain('✗')
    expect(stdout).toContain(es('doctor.ok'))
  })

  it('passes its own audit', async () => {
    const { exitCode, stdout, stderr } = await run(['audit'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).not.toContain('✗')
    expect(stdout).toContain(`✓ ${es('audit.starter-zero', { points: 0, max: full.max })}`)
    expect(stdout).toContain(`✓ ${es('audit.solution-full', { points: full.max, ...full })}`)
    expect(stdout).toContain(es('audit.passed'))
  })

  it('has a starter that follows from the solutions', async () => {
    expect(await run(['starter', '--check'])).toEqual({
      exitCode: 0,
      stdout: es('starter.up-to-date'),
      stderr: '',
    })
  })
})

describe('a course of one deliverable', () => {
  let course = ''
  beforeAll(async () => {
    course = await smallCourse(await temporary(), 'gru-cell')
  })

  it('fails the audit when its starter is out of step, with the reason, until the starter is written again', async () => {
    const file = path.join(course, 'starter', 'gru-cell', 'gru-cell.ts')
    const stub = await readFile(file, 'utf8')
    await appendFile(file, '\nexport const answer = 42\n')
    const sentence = es('audit.out-of-step', { path: 'gru-cell/gru-cell.ts' })
    expect(await run(['starter', '--check'], { of: course })).toEqual({ exitCode: 1, stdout: sentence, stderr: '' })
    const { exitCode, stdout } = await run(['audit'], { of: course })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`  ✗ ${es('audit.in-step')}\n      ${sentence}\n`)
    expect(stdout).toContain(`✓ ${es('audit.starter-zero', { points: 0, max: 100 })}`)
    expect(stdout).toContain(es('audit.failed', { count: 1 }))

    const { exitCode: again, stdout: written } = await run(['starter'], { of: course })
    expect(again).toBe(0)
    expect(written).toContain(es('starter.written', { path: 'starter/gru-cell/gru-cell.ts' }))
    expect(written).toContain(es('starter.up-to-date'))
    expect(await readFile(file, 'utf8')).toBe(stub)
    expect(await run(['starter', '--check'], { of: course })).toMatchObject({ exitCode: 0 })
  })

  it('has a certificate that holds until its sources change', async () => {
    const file = path.join(course, 'grader', 'docs', 'certificate.json')
    const missing = await run(['certify', '--sample', '--seeds', '1'], { of: course })
    expect(missing.exitCode).toBe(1)
    expect(missing.stdout).toContain(es('certify.missing', { path: file }))

    const rehearsal = await run(['certify', '--seeds', '1'], { of: course })
    expect(rehearsal.exitCode).toBe(0)
    expect(rehearsal.stdout).toContain(es('certify.rehearsal', { count: 10 }))
    await expect(readFile(file)).rejects.toThrow('ENOENT')

    const certificate = (to: number): string =>
      JSON.stringify({
        deliverables: { 'gru-cell': { sources: sourcesHash(course, 'gru-cell'), seeds: { from: 1, to } } },
      })
    await writeFile(file, certificate(9))
    const short = await run(['certify', '--sample', '--seeds', '1'], { of: course })
    expect(short.stdout).toContain(es('certify.stale', { path: file, slugs: 'gru-cell' }))

    await writeFile(file, certificate(10))
    const fresh = await run(['certify', '--sample', '--seeds', '1'], { of: course })
    expect(fresh.exitCode).toBe(0)
    expect(fresh.stdout).toContain(es('certify.fresh'))

    await appendFile(path.join(course, 'solutions', 'shared', 'random.ts'), '// changed\n')
    const stale = await run(['certify', '--sample', '--seeds', '1'], { of: course })
    expect(stale.exitCode).toBe(1)
    expect(stale.stdout).toContain(es('certify.stale', { path: file, slugs: 'gru-cell' }))
    expect(stale.stdout).not.toContain(es('certify.fresh'))
  })

  it('grades the same again, on a busy machine and two at a time, and gets the same', async () => {
    const { exitCode, stdout } = await run(['certify', '--repeats', '--sample'], { of: course })
    expect(exitCode).toBe(0)
    // Of the solution and of a mistake.
    expect(stdout).toContain(`✓ ${es('certify.repeats', { slug: 'gru-cell', alike: 6, of: 6 })}`)
  })
})
