import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { describe, expect, it } from 'vitest'
import { backendNames } from '../../backend/names.ts'
import { LabError } from '../../model/errors.ts'
import { findingKinds } from '../../model/finding.ts'
import reportSchema from '../../model/report.schema.json' with { type: 'json' }
import rubricSchema from '../../model/rubric.schema.json' with { type: 'json' }
import { root } from '../checks/workshop.ts'

describe('The schemas', () => {
  it.each([
    ['report', reportSchema],
    ['rubric', rubricSchema],
  ])('of a %s is itself valid, in the strictest reading, and closed to what it does not name', (_, schema) => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true })
    expect(() => ajv.compile(schema as AnySchema)).not.toThrow()
    expect(openObjects(schema, '')).toEqual([])
  })

  it('know the same words as the code', () => {
    const { properties, definitions } = reportSchema
    expect(definitions.finding.properties.kind.enum).toEqual([...findingKinds])
    expect(properties.run.properties.backend.enum.toSorted()).toEqual([...backendNames].sort())
    expect(properties.checks.items.properties.verdict.enum).toEqual(unionOf('verdict.ts', /kind: '(\w+)'/g))
    expect(definitions.level.enum).toEqual(unionOf('report.ts', /'(\w+)'/g, /export type Level = (.*)/))
    expect(rubricSchema.properties.bands.items.properties.level.enum).toEqual(definitions.level.enum)
  })

  it('know the stages that the rubric has', () => {
    const rubric = JSON.parse(readFileSync(path.join(root, 'rubric.json'), 'utf8')) as { stages: { id: string }[] }
    expect(reportSchema.properties.cdio.items.properties.id.enum).toEqual(rubric.stages.map(({ id }) => id))
  })
})

describe('A LabError', () => {
  it('says whose mistake it is, and carries the message with its parameters and its cause', () => {
    const cause = new Error('below')
    const error = new LabError('usage', 'rubric.unreadable', { file: 'r.json' }, cause)
    expect(error).toMatchObject({ blame: 'usage', messageId: 'rubric.unreadable', params: { file: 'r.json' }, cause })
    expect(error.message).toBe('rubric.unreadable {"file":"r.json"}')
    const bare = new LabError('fault', 'x')
    expect(bare).toMatchObject({ params: {}, name: 'LabError' })
    expect('cause' in bare).toBe(false)
  })
})

/** Places of objects with named properties that would take any other too. */
function openObjects(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema && !('additionalProperties' in schema) ? [place] : []
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => openObjects(value, `${place}/${key}`))]
}

/** The words of a union type, as its source lists them. */
function unionOf(file: string, word: RegExp, part = /[^]*/): string[] {
  const source = readFileSync(path.join(root, 'grader', 'model', file), 'utf8')
  const text = part.exec(source)?.[0] ?? ''
  return [...text.matchAll(word)].map((match) => match[1] ?? '')
}
