import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MarksFile } from '../../model/mark.ts'
import type { Rubric } from '../../model/rubric.ts'
import { temporary } from '../cli/folders.ts'
import { reviewed, reviewRubric, writeMarks } from '../cli/marking.ts'
import { es, run } from '../cli/run.ts'
import { gradedClass } from './class.ts'
import { ask, post, served, type Reply, type Served } from './served.ts'

const png = Buffer.from('iVBORw0KGgo=', 'base64')
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "taken"</script></svg>'
const hostile = `# <img src=x onerror="document.title='taken'">

<script>document.title = 'taken'</script>

[x](javascript:alert(1)) ![far](https://example.org/p.png)
![mine](artifacts/f.png) ![up](../../secret.png) ![odd](artifacts/%2e%2e/%2e%2e/secret.png) [file](../secret.md)
`
const names = ['Ana Rojas', '<b>Luis</b>', 'Begoña', 'Dario', 'Elena', 'Fabio', 'Gloria', 'Hugo']
const ids = ['ana-rojas', 'b-luis-b', 'begona', 'dario', 'elena', 'fabio', 'gloria', 'hugo']

let [top, out, rubric, marks, submissions] = ['', '', '', '', '']
let page: Served
beforeAll(async () => {
  top = await temporary()
  rubric = await reviewRubric(top)
  const members = names.map((name, k) => ({
    id: ids[k] ?? '',
    name,
    ...(k === 0 ? { files: { 'reporte.md': hostile, 'artifacts/f.png': png, 'artifacts/f.svg': svg } } : {}),
  }))
  ;({ out, submissions } = await gradedClass(top, JSON.parse(await readFile(rubric, 'utf8')) as Rubric, members))
  await writeFile(path.join(top, 'secret.png'), png)
  marks = `${out}-marks`
  page = await served([out, '--rubric', rubric, '--submissions', submissions])
})
afterAll(() => page.end())

function at(id: string, criterion: string = reviewed.id): string {
  return `${page.url}mark/${criterion}/${id}`
}

async function stored(id: string): Promise<MarksFile['marks']> {
  return (JSON.parse(await readFile(path.join(marks, `${id}.json`), 'utf8')) as MarksFile).marks
}

function etagOf({ body }: Reply): string {
  return /data-etag="([^"]*)"/.exec(body)?.[1] ?? ''
}

interface Told {
  readonly saved: boolean
  readonly next: string
  readonly message: string
  readonly field: string
}

function told({ body }: Reply): Told {
  return JSON.parse(body) as Told
}

describe('The address', () => {
  it('is on this machine alone, at a port and a token of its own', () => {
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
  })

  it('shows nothing to whoever does not know the token', async () => {
    const { origin, pathname } = new URL(page.url)
    const token = pathname.slice(1, -1)
    const other = (token.startsWith('a') ? 'b' : 'a') + token.slice(1)
    for (const wrong of [
      '/',
      `/${other}/`,
      `/${token.slice(0, -1)}/`,
      `/${token}x/`,
      '/favicon.ico',
      `/x/..${pathname}`,
    ]) {
      const reply = await ask(origin, { path: wrong })
      expect([wrong, reply.status, reply.body]).toEqual([wrong, 403, es('mark.forbidden')])
    }
    for (const method of ['POST', 'PUT', 'OPTIONS']) {
      expect((await ask(`${origin}/${other}/mark/${reviewed.id}/hugo`, { method })).status).toBe(403)
    }
  })

  it('answers to its own name only, whatever name of another site leads here, and to no page of another site', async () => {
    const { port } = new URL(page.url)
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`])
      expect((await ask(page.url, { headers: { host } })).status).toBe(403)
    expect((await ask(page.url, { headers: { host: `localhost:${port}` } })).status).toBe(200)
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${port}`])
      expect((await post(at('hugo'), {}, { origin })).status).toBe(403)
  })

  it('lets no page but its own run, load, frame or keep anything', async () => {
    const { headers } = await ask(page.url)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*|http/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it.for([
    ['nothing/at/all', 404],
    [`mark/${reviewed.id}/nobody`, 404],
    ['mark/no-criterion/hugo', 404],
    ['mark/aplicacion-texto/hugo', 404],
    ['asset/form.ts', 404],
    ['asset/../routes.ts', 403],
    ['asset/%2e%2e%2froutes.ts', 403],
    ['mark/%ff/hugo', 403],
    ['file/ana-rojas/artifacts/%2e%2e/%2e%2e/%2e%2e/secret.png', 403],
    ['file/ana-rojas/artifacts/..%2f..%2f..%2fsecret.png', 403],
    ['file/ana-rojas/artifacts/../../../secret.png', 403],
    ['file/../secret.png', 403],
    ['file/ana-rojas/secret.png', 404],
    ['file/ana-rojas/reporte.md', 404],
    ['file/ana-rojas/lstm-cell/lstm-cell.ts', 404],
    ['file/constructor/artifacts/f.png', 404],
  ] as const)('has nothing to give at %s', async ([place, status]) => {
    const { pathname } = new URL(page.url)
    expect((await ask(page.url, { path: pathname + place })).status).toBe(status)
  })

  it('is asked in the ways that a browser asks', async () => {
    expect(await ask(page.url, { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    expect(await ask(at('hugo'), { method: 'DELETE' })).toMatchObject({ status: 405 })
    expect(await ask(at('hugo').replace('/mark/', '/draft/'))).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    })
    const [head, get] = [await ask(at('hugo'), { method: 'HEAD' }), await ask(at('hugo'))]
    expect([head.status, head.body]).toEqual([200, ''])
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })
})

describe('What was handed in', () => {
  it('comes as text, and its pictures by their names from here and from nowhere else', async () => {
    const { body } = await ask(at('ana-rojas'))
    const article = /<article[^]*<\/article>/.exec(body)?.[0] ?? ''
    expect(article).toContain('&lt;script&gt;')
    expect(article).not.toMatch(/<script|<img src="?x|javascript:|src="http|href="\.\./)
    const sources = [...body.matchAll(/<img [^>]*src="([^"]*)"/g)].map(([, source]) => source?.replace(/^\/[\w-]+/, ''))
    expect(new Set(sources)).toEqual(new Set(['/file/ana-rojas/artifacts/f.png', '/file/ana-rojas/artifacts/f.svg']))
    expect(body).not.toMatch(/\son\w+="|style="/)
  })

  it('shows pictures as the type of their name, in a page of their own that may do nothing', async () => {
    const reply = await ask(`${page.url}file/ana-rojas/artifacts/f.svg`)
    expect(reply).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' }, body: svg })
    expect(reply.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox$/)
    expect((await ask(`${page.url}file/ana-rojas/artifacts/f.png`)).headers['content-type']).toBe('image/png')
  })

  it('has the name of a person as text', async () => {
    const { body } = await ask(at('b-luis-b'))
    expect(body).toContain('&lt;b&gt;Luis&lt;/b&gt;')
    expect(body).not.toContain('<b>Luis')
  })

  it('is held against what was graded', async () => {
    const before = await ask(at('hugo'))
    expect(before.body).not.toContain('no es lo que se calificó')
    await writeFile(path.join(submissions, 'Hugo', 'reporte.md'), 'Otra cosa.')
    expect((await ask(at('hugo'))).body).toContain('no es lo que se calificó')
  })
})

describe('A mark', () => {
  it('is saved at once and whole, with its day and what it was given to, and leads on to who has none yet', async () => {
    const reply = await post(at('begona'), { points: '8,25', reason: ' Bien. ', by: 'MR', etag: 'none' })
    expect(reply.status).toBe(200)
    const { saved, next } = told(reply)
    expect(saved).toBe(true)
    expect(next).toMatch(new RegExp(`/mark/${reviewed.id}/(?!begona)`))
    const [mark] = await stored('begona')
    expect(mark).toMatchObject({ criterion: reviewed.id, points: 8.25, reason: 'Bien.', by: 'MR' })
    expect(mark?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(mark?.of).toMatch(/^sha256:[0-9a-f]{64}$/)
    const { body } = await ask(at('begona'))
    expect(body).toContain('value="8.25"')
    expect(body).toContain(es('mark.progress', { marked: 1, total: 8, stale: 0 }))
    // Whoever signed once does not have to do so again.
    expect((await ask(at('elena'))).body).toContain('value="MR"')
  })

  it('is refused where somebody has given a newer one, and what was typed is kept', async () => {
    const seen = etagOf(await ask(at('dario')))
    expect(seen).toBe('none')
    await post(at('dario'), { points: '5', reason: 'Primera.', etag: seen })
    const reply = await post(at('dario'), { points: '9', reason: 'Segunda.', etag: seen })
    expect(reply.status).toBe(409)
    expect(told(reply).message).toMatch(/5\.00.*Primera\./)
    expect((await stored('dario')).map(({ points }) => points)).toEqual([5])
    const again = await ask(at('dario'))
    expect(again.body).toContain('Segunda.')
    expect(again.body).toContain(es('mark.draft'))
    expect((await post(at('dario'), { points: '9', reason: 'Segunda.', etag: etagOf(again) })).status).toBe(200)
    expect((await stored('dario')).map(({ points }) => points)).toEqual([5, 9])
  })

  it('of another program is seen, too', async () => {
    const seen = etagOf(await ask(at('fabio')))
    await writeMarks(marks, 'fabio', [{ criterion: reviewed.id, points: 3, reason: 'Otro.', date: '2026-11-20' }])
    expect((await post(at('fabio'), { points: '9', reason: 'Mía.', etag: seen })).status).toBe(409)
    expect((await ask(at('fabio'))).body).toContain(es('mark.stale'))
  })

  it('of one criterion does not stand in the way of another', async () => {
    const other = at('dario', 'implementacion-numpy')
    const seen = etagOf(await ask(other))
    await post(at('dario'), { points: '6', reason: 'Tercera.', etag: etagOf(await ask(at('dario'))) })
    expect((await post(other, { points: '1', reason: 'Copia.', etag: seen })).status).toBe(200)
    expect((await stored('dario')).map(({ points }) => points)).toEqual([5, 9, 6, 1])
  })

  it('can be taken back, and its history stays', async () => {
    const etag = etagOf(await ask(at('dario')))
    expect((await post(at('dario'), { points: null, reason: 'Era otra.', etag })).status).toBe(200)
    const { body } = await ask(at('dario'))
    expect(body).toContain(es('mark.history'))
    expect(body).toContain('Era otra.')
    expect(body).not.toContain('id="withdraw"')
  })

  it.for<[string, string, 'points' | 'reason', string]>([
    ['11', 'Bien.', 'points', es('mark.bad-points', { max: '10.00', received: '11' })],
    ['-1', 'Bien.', 'points', es('mark.bad-points', { max: '10.00', received: '-1' })],
    ['4.555', 'Bien.', 'points', es('mark.bad-points', { max: '10.00', received: '4.555' })],
    ['1e1', 'Bien.', 'points', es('mark.bad-points', { max: '10.00', received: '1e1' })],
    ['', 'Bien.', 'points', es('mark.bad-points', { max: '10.00', received: '' })],
    ['5', ' ', 'reason', es('mark.no-reason')],
    ['5', 'x'.repeat(4001), 'reason', es('mark.long-reason', { length: 4001 })],
  ])('of %s points for «%.6s» is refused', async ([points, reason, field, message]) => {
    const reply = await post(at('gloria'), { points, reason, etag: 'none' })
    expect([reply.status, told(reply).message, told(reply).field]).toEqual([422, message, field])
    await expect(stored('gloria')).rejects.toThrow('ENOENT')
  })

  it('comes as JSON, not too long, or not at all', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post(at('gloria'), 'points=5', form)).status).toBe(415)
    for (const body of ['{"points":', '[]', 'null', '"5"']) expect((await post(at('gloria'), body)).status).toBe(400)
    expect((await post(at('gloria'), { points: '5', reason: 'x'.repeat(100_000) })).status).toBe(413)
    const nothing = { __proto__: null, points: { toString: 1 }, reason: ['x'], etag: 7 }
    expect((await post(at('gloria'), nothing)).status).toBe(422)
    await expect(stored('gloria')).rejects.toThrow('ENOENT')
    expect((await ask(page.url)).status).toBe(200)
  })

  it('says so when its file was spoiled by hand, and leaves it as it is', async () => {
    await writeFile(path.join(marks, 'gloria.json'), '{')
    const reply = await post(at('gloria'), { points: '5', reason: 'Bien.', etag: 'none' })
    expect(reply.status).toBe(500)
    expect(told(reply).message).toContain('gloria.json')
    expect(await readFile(path.join(marks, 'gloria.json'), 'utf8')).toBe('{')
    await writeMarks(marks, 'gloria', [])
  })
})

describe('The order', () => {
  it('is another for each criterion, holds everybody once, and stays', async () => {
    const walk = async (criterion: string): Promise<string[]> => {
      const seen: string[] = []
      for (let id = 'ana-rojas'; !seen.includes(id);) {
        seen.push(id)
        const { body } = await ask(at(id, criterion))
        id = new RegExp(`id="next" href="[^"]*/mark/${criterion}/([^"]*)"`).exec(body)?.[1] ?? ''
      }
      return seen
    }
    const [first, second] = [await walk(reviewed.id), await walk('implementacion-numpy')]
    expect(first.toSorted()).toEqual(ids.toSorted())
    expect(second.toSorted()).toEqual(ids.toSorted())
    expect(second).not.toEqual(first)
    expect(await walk(reviewed.id)).toEqual(first)
  })
})

describe('The command', () => {
  it('begins with a criterion where it is told to, says what is missing, and ends with Ctrl-C: exit code 0', async () => {
    const other = await served([out, '--rubric', rubric, '--criterion', reviewed.id], { LAB_LANG: 'en' })
    const reply = await ask(other.url)
    expect(reply.status).toBe(303)
    const place = new URL(String(reply.headers['location']), other.url).href
    expect((await ask(place)).body).toContain('--submissions …')
    expect((await post(place, { points: '1', reason: 'So.', etag: etagOf(await ask(place)) })).status).toBe(200)
    const { exitCode, stdout, stderr } = await other.end()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(`npm run report -- ${out} --rubric ${rubric}`)
    await expect(ask(other.url)).rejects.toThrow('ECONNREFUSED')
  })

  it('refuses a criterion that cannot be marked, and a port that is taken', async () => {
    const known = ['implementacion-numpy', reviewed.id].join(', ')
    expect(await run(['mark', out, '--rubric', rubric, '--criterion', 'reporte'])).toMatchObject({
      exitCode: 2,
      stderr: `✗ ${es('mark.no-criterion', { criterion: 'reporte', all: known })}`,
    })
    const { port } = new URL(page.url)
    expect(await run(['mark', out, '--rubric', rubric, '--port', port])).toMatchObject({
      exitCode: 2,
      stderr: `✗ ${es('mark.port-taken', { port: Number(port), reason: 'EADDRINUSE' })}`,
    })
  })
})
