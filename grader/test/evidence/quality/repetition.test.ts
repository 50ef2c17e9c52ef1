import { describe, expect, it } from 'vitest'
import { repetition } from '../../../evidence/quality/repetition.ts'
import { ownFiles, type OwnFile } from '../../../evidence/quality/sources.ts'

const block = (name: string, from = 0): string =>
  Array.from(
    { length: 8 },
    (_, k) => `  const ${name}${String(from + k)} = multiply(a[${String(k)}], b[${String(k)}]) + ${String(k)}`,
  ).join('\n')

function files(texts: Readonly<Record<string, string>>): readonly OwnFile[] {
  return ownFiles({
    loaded: Object.entries(texts).map(([file, text]) => {
      const [slug = '', ...rest] = file.split('/')
      return { slug, files: [{ path: rest.join('/'), bytes: new TextEncoder().encode(text) }] }
    }),
  })
}

describe('Repetition', () => {
  it('is the same tokens twice, however they are laid out, and both places are named', () => {
    const copy = block('v').replaceAll('\n', '\n\n').replaceAll('  const', '      const /* again */')
    const { share, repeats } = repetition(files({ 'demo/demo.ts': `${block('v')}\nfunction f() {}\n${copy}\n` }))
    expect(repeats).toHaveLength(1)
    expect(repeats[0]).toMatchObject({ first: 'demo/demo.ts:1', second: 'demo/demo.ts:10' })
    expect(share).toBeGreaterThan(0.45)
    expect(share).toBeLessThan(0.5)
  })

  it('is none below some five lines, nor where names differ', () => {
    const short = '  const x = multiply(a[0], b[0]) + 1'
    expect(repetition(files({ 'demo/demo.ts': `${short}\nf()\n${short}\n` }))).toEqual({ share: 0, repeats: [] })
    expect(repetition(files({ 'demo/demo.ts': `${block('v')}\n${block('w', 50)}\n` })).share).toBe(0)
  })

  it('is looked for in all files of a deliverable, and not between two: they may not import from one another', () => {
    expect(repetition(files({ 'demo/demo.ts': block('v'), 'demo/parts/copy.ts': block('v') })).repeats).toMatchObject([
      { first: 'demo/demo.ts:1', second: 'demo/parts/copy.ts:1' },
    ])
    expect(repetition(files({ 'demo/demo.ts': block('v'), 'other/other.ts': block('v') })).share).toBe(0)
  })

  it('leaves imports aside', () => {
    const names = Array.from({ length: 60 }, (_, k) => `name${String(k)}`).join(', ')
    const text = `import { ${names} } from './a.ts'\nf()\nimport { ${names} } from './a.ts'\n`
    expect(repetition(files({ 'demo/demo.ts': text })).share).toBe(0)
  })

  it('of a long run of one line is found in a moment', () => {
    const text = 'x = x + 1;\n'.repeat(20_000)
    expect(repetition(files({ 'demo/demo.ts': text })).share).toBeGreaterThan(0.9)
  })
})
