import { describe, expect, it } from 'vitest'
import { inspect, type Inspection } from '../../../evidence/quality/inspect.ts'
import { root, workshop } from '../../checks/workshop.ts'

const { cache } = workshop()

const fine = {
  path: 'demo/fine.ts',
  text: '/** Twice a number. */\nexport const twice = (x: number): string => 2 * x\n',
}

/** What was said of the file that has nothing odd: one type error, whatever lies beside it. */
function saidOfFine({ said }: Inspection): readonly string[] {
  return said.flatMap((each) =>
    each.kind === 'remarks' && each.path === fine.path ? each.remarks.map(({ rule }) => `${each.stage} ${rule}`) : [],
  )
}

describe('A source that tools may be lost in', () => {
  it('costs nothing but itself', async () => {
    const texts = {
      'nested-brackets': `export const x = ${'('.repeat(60_000)}1${')'.repeat(60_000)}`,
      'open-brackets': `export const x = ${'['.repeat(100_000)}`,
      conditions: `export const x = ${'a ? b : '.repeat(30_000)}c`,
      'backtracking-pattern': `export const x = /^(a+)+$/.test('${'a'.repeat(50_000)}!')`,
      'odd-characters': '\u0000\uFFFE\u202E\uD800',
      'no-code': '\u{1F600} ñandú «»'.repeat(10_000),
      'endless-comment': `/** ${'*'.repeat(200_000)}`,
    }
    const odd = Object.entries(texts).map(([name, text]) => ({ path: `demo/${name}.ts`, text }))
    const seen = await inspect({ root, cache, files: [...odd, fine] })
    expect(seen.said.at(-1)).toEqual({ kind: 'end' })
    expect(saidOfFine(seen)).toEqual(['types TS2322'])
    expect(seen.unread.map(({ path }) => path)).toContain('demo/nested-brackets.ts')
    expect(seen.unread.map(({ path }) => path)).not.toContain('demo/backtracking-pattern.ts')
  })

  it('is left out when it takes too long', async () => {
    const line = { path: 'demo/long.ts', text: `export const x = 1${' + 1'.repeat(65_000)}` }
    const seen = await inspect(
      { root, cache, files: [line, fine] },
      { cpuMs: 3000, silentMs: 180_000, heapMegabytes: 1024 },
    )
    expect(saidOfFine(seen)).toEqual(['types TS2322'])
    expect(seen.unread).toMatchObject([{ path: 'demo/long.ts' }])
  })

  it('is left out when it takes too much memory', async () => {
    const names = Array.from({ length: 6_000 }, (_, k) => `'name${String(k)}'`).join(' | ')
    const bomb =
      `type N = ${names}\nexport const x: ` +
      '`${N}${N}${N}`' +
      ` = ''\nexport type Y = { [K in N as ` +
      '`${K}${N}`' +
      `]: K }\nexport const y: Y = {}\n`
    const seen = await inspect(
      { root, cache, files: [{ path: 'demo/large.ts', text: bomb }, fine] },
      { cpuMs: 60_000, silentMs: 180_000, heapMegabytes: 160 },
    )
    expect(saidOfFine(seen)).toEqual(['types TS2322'])
    expect(seen.said.at(-1)).toEqual({ kind: 'end' })
  })
})
