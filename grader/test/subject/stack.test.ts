import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentLocation } from '../../subject/stack.ts'
import { crimeFolder, failureOf, workbench } from './workbench.ts'

describe('studentLocation', () => {
  it("finds the student's line in the helper or in the file itself", async () => {
    for (const [crime, location] of [
      ['throws-in-call', 'demo/demo.ts:9:9'],
      ['throws-in-helper', 'demo/parts/fail.ts:2:9'],
      ['throws-in-library', 'demo/demo.ts:6:12'],
    ] as const) {
      expect((await failureOf((await workbench().subject(crime)).call('act'))).finding.location).toBe(location)
    }
  })

  it('says nothing when the stack is not of this bundle', async () => {
    const bundle = await readyBundle()
    expect(studentLocation('', bundle, 'demo')).toBe('')
    expect(studentLocation('Error: x\n    at act (other.mjs:1:1)', bundle, 'demo')).toBe('')
    expect(studentLocation('Error: x\n    at act (demo.mjs:99999:9999)', bundle, 'demo')).toBe('')
  })

  it('takes any stack, however it is forged', async () => {
    const bundle = await readyBundle()
    const place = fc.tuple(fc.integer({ min: -1, max: 1e9 }), fc.integer({ min: -1, max: 1e9 }))
    const row = fc.oneof(
      fc.string({ unit: 'binary' }),
      place.map(([line, column]) => `    at act (${bundle.file}:${String(line)}:${String(column)})`),
    )
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(studentLocation(rows.join('\n'), bundle, 'demo')).toMatch(/^$|^[^\n]+:\d+:\d+$/)
      }),
      { numRuns: 300 },
    )
  })
})

async function readyBundle(): Promise<{ file: string; map: string }> {
  const bundle = await workbench().bundle(crimeFolder('throws-in-call'))
  if (bundle.kind !== 'ready') throw new Error('Expected a bundle')
  return bundle
}
