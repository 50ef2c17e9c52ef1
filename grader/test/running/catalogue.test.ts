import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { LabError } from '../../model/errors.ts'
import { discover, slugs } from '../../running/catalogue.ts'
import { workshop } from '../checks/workshop.ts'
import { Course } from './course.ts'

describe('The catalogue', () => {
  it('lists the deliverables that have checks, by name', () => {
    const course = new Course({ 'zeta/checks/01.check.ts': '', 'alpha/checks/01.check.ts': '' })
    course.write('grader/deliverables/without/contract.ts', '')
    course.write('grader/deliverables/notes.md', '')
    expect(slugs(course.workshop)).toEqual(['alpha', 'zeta'])
    expect(slugs(workshop())).toEqual(expect.arrayContaining(['gru-cell', 'lstm-cell', 'rnn-bptt', 'sentiment']))
  })

  it('reads what checks say of themselves, file by file, without running them', async () => {
    const course = new Course({
      'demo/checks/02-second.check.ts':
        "check('demo/last', undefined, { needs: ['demo/first'], visibility: 'hidden' })",
      'demo/checks/01-first.check.ts': "check('demo/first', async () => { throw new Error('ran') })",
      'demo/checks/notes.ts': "check('demo/never')",
    })
    const [found] = await discover(course.workshop)
    expect(found?.checks).toEqual([
      meta('demo/first'),
      { ...meta('demo/last'), needs: ['demo/first'], visibility: 'hidden' },
    ])
    expect(existsSync(found?.entry ?? '')).toBe(true)
  })

  it('is built once for one cache', async () => {
    const course = new Course({ 'demo/checks/01.check.ts': "check('demo/a')" })
    const first = await discover(course.workshop)
    course.write('grader/deliverables/demo/checks/01.check.ts', "throw new Error('read again')")
    expect(await discover(course.workshop)).toEqual(first)
    const elsewhere = { ...course.workshop, cache: path.join(course.root, 'another cache') }
    await expect(discover(elsewhere)).rejects.toThrow('read again')
  })

  it.each<[string, string, string, object]>([
    ['an id of another deliverable', "check('other/a')", 'catalogue.foreign-id', { id: 'other/a', slug: 'demo' }],
    ['two checks of one id', "check('demo/a')\ncheck('demo/a')", 'catalogue.duplicate-id', { id: 'demo/a' }],
    [
      'a need that does not exist',
      "check('demo/a', undefined, { needs: ['demo/b'] })",
      'catalogue.unknown-need',
      { id: 'demo/a', need: 'demo/b' },
    ],
    [
      'a need of another deliverable',
      "check('demo/a', undefined, { needs: ['other/loads'] })",
      'catalogue.unknown-need',
      { id: 'demo/a', need: 'other/loads' },
    ],
    [
      'a public check that needs a hidden one',
      "check('demo/a', undefined, { visibility: 'hidden' })\ncheck('demo/b', undefined, { needs: ['demo/a'] })",
      'catalogue.public-needs-hidden',
      { id: 'demo/b', need: 'demo/a' },
    ],
    [
      'a circle',
      "check('demo/a', undefined, { needs: ['demo/b'] })\ncheck('demo/b', undefined, { needs: ['demo/a'] })",
      'catalogue.circular-needs',
      { path: 'demo/a → demo/b → demo/a' },
    ],
  ])('refuses %s', async (_, source, messageId, params) => {
    const course = new Course({ 'demo/checks/01.check.ts': source })
    const error: unknown = await discover(course.workshop).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(LabError)
    expect(error).toMatchObject({ blame: 'fault', messageId, params })
    // Nothing half made is left that a second run would take for good.
    await expect(discover(course.workshop)).rejects.toMatchObject({ messageId })
  })
})

describe('A session', () => {
  it('opens when rubric and checks belong together, in the order of the course', async () => {
    const course = new Course({
      'demo/checks/01.check.ts': "check('demo/a')",
      'another/checks/01.check.ts': "check('another/a')",
    })
    const session = await course.open(['demo/a', 'another/a'], ['demo', 'another'])
    expect(session.slugs).toEqual(['demo', 'another'])
  })

  it.each<[string, readonly string[], readonly string[], string, object]>([
    [
      'the rubric knows one deliverable more',
      ['demo/a'],
      ['demo', 'more'],
      'rubric.unknown-deliverable',
      { slug: 'more' },
    ],
    ['the rubric knows another deliverable', ['demo/a'], ['more'], 'rubric.unknown-deliverable', { slug: 'demo' }],
    ['a check is left out of the rubric', [], ['demo'], 'rubric.orphan-check', { check: 'demo/a' }],
    ['the rubric names a check too many', ['demo/a', 'demo/aa'], ['demo'], 'rubric.unknown-check', { near: 'demo/a' }],
  ])('does not open when %s', async (_, gates, deliverables, messageId, params) => {
    const course = new Course({ 'demo/checks/01.check.ts': "check('demo/a')" })
    const error: unknown = await course.open(gates, deliverables).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ blame: 'usage', messageId, params })
  })
})

function meta(id: string): object {
  return { id, deliverable: 'demo', needs: [], visibility: 'public', claim: { es: id, en: id } }
}
