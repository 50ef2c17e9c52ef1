import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { junitXml } from '../../reports/junit.ts'
import { forStudent } from '../../reports/student.ts'
import { noXmllint, xmlObjections, xpath } from './consumers/xml.ts'
import { golden, goldenFile } from './golden.ts'
import { anyReport } from './random.ts'

const copy = forStudent(golden, 'es')

describe('JUnit XML', () => {
  it('is as the golden file has it', async () => {
    await expect(junitXml(copy, 'es')).toMatchFileSnapshot(goldenFile('junit.xml'))
  })
})

describe.skipIf(noXmllint !== undefined)(
  `JUnit XML, for a parser${noXmllint === undefined ? '' : ` (SKIPPED: ${noXmllint})`}`,
  () => {
    it.each(['junit-ant', 'junit-jenkins'] as const)('is valid by %s', (schema) => {
      fc.assert(
        fc.property(anyReport, (report) => {
          expect(xmlObjections(junitXml(report, 'es'), schema)).toBe('')
        }),
        { numRuns: 40 },
      )
      expect(xmlObjections(junitXml(copy, 'es').replace('tests="8"', ''), schema)).toMatch(/tests.*required/)
    })

    it('counts what it holds', () => {
      fc.assert(
        fc.property(anyReport, (report) => {
          const xml = junitXml(report, 'en')
          const count = (expression: string): number => Number(xpath(xml, `count(${expression})`))
          expect(Number(xpath(xml, '//testsuite/@tests'))).toBe(report.checks.length)
          expect(count('//testcase')).toBe(report.checks.length)
          for (const [attribute, element] of [
            ['failures', 'failure'],
            ['errors', 'error'],
            ['skipped', 'skipped'],
          ] as const) {
            expect(Number(xpath(xml, `//testsuite/@${attribute}`))).toBe(count(`//${element}`))
          }
          expect(xpath(xml, '//property[@name="points"]/@value')).toBe(report.score.points.toFixed(2))
        }),
        { numRuns: 15 },
      )
    })
  },
)
