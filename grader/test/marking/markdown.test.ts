import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { MarkdownRenderer } from '../../marking/markdown.ts'
import { repository } from '../cli/run.ts'

const renderer = new MarkdownRenderer(repository)
afterAll(() => {
  renderer.close()
})

const urlOf = (file: string): string => `/file/${file.split('/').map(encodeURIComponent).join('/')}`

function html(text: string): Promise<string | undefined> {
  return renderer.render(text, urlOf)
}

describe("A student's Markdown", () => {
  it('is laid out, tables, notes and lists of things to do included', async () => {
    const text = '# T\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] done\n\n~~no~~[^1]\n\n[^1]: note\n'
    const page = await html(text)
    for (const tag of ['<h1>T</h1>', '<td align="right">2</td>', 'type="checkbox"', '<del>no</del>', 'footnote'])
      expect(page).toContain(tag)
  })

  it.for([
    ['artifacts/a.png', '<img loading="lazy" src="/file/artifacts/a.png" alt="x">'],
    ['./artifacts/a%20b.svg', '<img loading="lazy" src="/file/artifacts/a%20b.svg" alt="x">'],
    ['https://example.org/a.png', '<span class="elsewhere">[x: https://example.org/a.png]</span>'],
    ['//example.org/a.png', '<span class="elsewhere">[x: //example.org/a.png]</span>'],
    ['/etc/a.png', '<span class="elsewhere">[x: /etc/a.png]</span>'],
    ['../a.png', '<span class="elsewhere">[x: ../a.png]</span>'],
    ['a/../../b.png', '<span class="elsewhere">[x: a/../../b.png]</span>'],
    ['data:image/svg+xml,x', '<span class="elsewhere">[x: ]</span>'],
    ['%ff.png', '<span class="elsewhere">[x: %ff.png]</span>'],
  ] as const)('shows the picture %s from the submission or not at all', async ([address, shown]) => {
    expect(await html(`![x](${address} "t")`)).toBe(`<p>${shown}</p>`)
  })

  it.for([
    ['[x](https://example.org)', '<a href="https://example.org" target="_blank" rel="noopener noreferrer">x</a>'],
    ['[x](javascript:alert(1))', '<a>x</a>'],
    ['[x](../mark/a/b)', '<a>x</a>'],
    ['[x](/token/mark)', '<a>x</a>'],
  ] as const)('leads %s out of the page or nowhere', async ([text, shown]) => {
    expect(await html(text)).toBe(`<p>${shown}</p>`)
  })

  it('never makes a tag or an attribute that is not of the layout', async () => {
    const piece = fc.oneof(
      fc.constantFrom('<script>', '<img src=x onerror=y>', '"', "'", '&quot;', '`', '![', '](', ')', '<', '>', '\n\n'),
      fc.constantFrom('javascript:x', 'http://x', '[^1]', '[^1]: ', '| a |\n| - |\n', '- [x] ', '<!--', 'www.a.b'),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const page = (await html(pieces.join(''))) ?? ''
        for (const [, name = '', attributes = ''] of page.matchAll(/<\/?([^\s>]*)((?:[^">]|"[^"]*")*)>/g)) {
          expect(tags).toContain(name)
          for (const [, attribute] of attributes.matchAll(/\s([\w-]+)(?:="[^"]*")?/g))
            expect(known).toContain(attribute)
          expect(attributes).not.toMatch(/="\s*(?:javascript|data|vbscript):/i)
        }
        expect(page.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 40 },
    )
  })

  it('that would take for ever is given up, and the next is laid out', async () => {
    const hasty = new MarkdownRenderer(repository, { longestMs: 2_000 })
    expect(await hasty.render(`${'* '.repeat(20_000)}a`, urlOf)).toBeUndefined()
    expect(await hasty.render('a', urlOf)).toBe('<p>a</p>')
    hasty.close()
  })
})

const tags = [
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'a',
    'em',
    'strong',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
  ],
  ...['hr', 'br', 'br/', 'img', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'sup', 'span'],
]
const known = [
  ...[
    'href',
    'target',
    'rel',
    'src',
    'alt',
    'loading',
    'title',
    'class',
    'align',
    'start',
    'type',
    'disabled',
    'checked',
  ],
  ...['id', 'data-footnotes', 'data-footnote-ref', 'data-footnote-backref', 'aria-label', 'aria-describedby', 'dir'],
]
