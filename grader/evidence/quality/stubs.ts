import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Slug } from '../../model/verdict.ts'
import stored from './stubs.json' with { type: 'json' }
import { testBlocks } from './test-blocks.ts'

/**
 * What the starter came with, as prints of its lines and of its tests: students write into the starter itself, so that
 * its text is no longer there to compare with.
 */
export type Stubs = Readonly<Record<Slug, { readonly lines: string; readonly tests: string }>>

const stubs: Stubs = stored

/** The prints of a deliverable's lines, or of its tests. `npm run starter` keeps them in step with the starter. */
export function given(slug: Slug, what: 'lines' | 'tests'): ReadonlySet<string> {
  return new Set(stubs[slug]?.[what].split(' '))
}

/** The prints of a starter that nobody has written into. */
export function printsOf(starter: string): Stubs {
  const slugs = readdirSync(starter).filter(
    (name) => name !== 'shared' && statSync(path.join(starter, name)).isDirectory(),
  )
  const entries = slugs.sort().map((slug) => {
    const files = readdirSync(path.join(starter, slug)).filter((name) => name.endsWith('.ts'))
    const texts = files.map((name) => ({ name, text: readFileSync(path.join(starter, slug, name), 'utf8') }))
    const sources = texts.filter(({ name }) => !name.endsWith('.test.ts'))
    const tests = texts.filter(({ name }) => name.endsWith('.test.ts'))
    return [
      slug,
      {
        lines: prints(sources.flatMap(({ text }) => text.split('\n').map((line) => linePrint(line)))),
        tests: prints(
          tests.flatMap(({ text }) => testBlocks(text).flatMap(({ name, body }) => [print(name), print(body)])),
        ),
      },
    ] as const
  })
  return Object.fromEntries(entries)
}

/** The print of a line, whatever its indentation; of an empty one, nothing. */
export function linePrint(line: string): string {
  return line.trim() === '' ? '' : print(line.trim())
}

/** Enough of a digest that two lines of one lab do not share it. */
export function print(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

function prints(all: readonly string[]): string {
  return [...new Set(all)]
    .filter((each) => each !== '')
    .sort()
    .join(' ')
}
