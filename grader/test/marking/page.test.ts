import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MarksFile } from '../../model/mark.ts'
import type { Rubric } from '../../model/rubric.ts'
import { temporary } from '../cli/folders.ts'
import { reviewed, reviewRubric } from '../cli/marking.ts'
import { pointsOf, storedReport } from '../cli/reports.ts'
import { es, run } from '../cli/run.ts'
import { chromium, without } from '../reports/browser.ts'
import { barriers, launch } from './browser.ts'
import { gradedClass } from './class.ts'
import { served, type Served } from './served.ts'

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="document.title='taken'">
<script>document.title = 'taken'; fetch('/')</script><rect width="9" height="9"/></svg>`
const hostile = `# Reporte <img src=x onerror="document.title='taken'">

<script>document.title = 'taken'</script>

![figura](artifacts/f.svg) ![lejos](http://127.0.0.1:9/p.png) [x](javascript:document.title='taken')

<form action="http://127.0.0.1:9/"><button>Guardar</button></form>
<style>body { display: none }</style><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">

| a | b |
| - | - |
| 1 | 2 |
`
const code = 'export const a = "</code></div><script>document.title = \'taken\'</script>\u202e"\n'.repeat(3)
const name = `Ana "><script>document.title='taken'</script>`

describe.skipIf(chromium === undefined)(`The page of marks${without}`, () => {
  let [top, out, rubric] = ['', '', '']
  let marking: Served
  let browser: Browser
  let page: Page
  let elsewhere: string[] = []

  beforeAll(async () => {
    top = await temporary()
    rubric = await reviewRubric(top)
    const files = { 'reporte.md': hostile, 'artifacts/f.svg': svg, 'lstm-cell/helper.ts': code }
    const made = await gradedClass(top, JSON.parse(await readFile(rubric, 'utf8')) as Rubric, [
      { id: 'ana', name: 'Ana' },
      { id: 'luis', name: 'Luis', files },
    ])
    out = made.out
    await rename(path.join(out, 'ana', 'report.json'), name)
    marking = await served([out, '--rubric', rubric, '--submissions', made.submissions])
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await marking.end()
  })
  beforeEach(async () => {
    page = await browser.newPage()
    await page.setViewport({ width: 1300, height: 900 })
    elsewhere = []
    page.on('request', (request) => {
      if (!request.url().startsWith(marking.url)) elsewhere.push(request.url())
    })
    return () => page.close()
  })

  const at = (id: string): string => `${marking.url}mark/${reviewed.id}/${id}`

  it('is marked with the keyboard alone; what was typed is there after loading again, and in the reports', async () => {
    await page.goto(at('luis'))
    // The first stop of the tab key is the way past everything.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('points')
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    expect(await valueOf(page, 'points')).toBe('8.90')
    expect(await page.evaluate('document.activeElement.id')).toBe('reason')
    // In a field the same keys are letters.
    await page.keyboard.type('Correcto: 2 de 3 jkps?')
    await page.keyboard.press('Escape')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('s')])
    expect(await textOf(page, 'status')).toMatch(/8\.90/)
    await page.reload()
    expect([await valueOf(page, 'points'), await valueOf(page, 'reason')]).toEqual(['8.90', 'Correcto: 2 de 3 jkps?'])
    expect(await page.evaluate('document.querySelector(".progress").textContent')).toContain(
      es('mark.progress', { marked: 1, total: 2, stale: 0 }),
    )
    const { marks } = JSON.parse(await readFile(path.join(`${out}-marks`, 'luis.json'), 'utf8')) as MarksFile
    expect(marks).toHaveLength(1)
    expect((await run(['report', out, '--rubric', rubric])).stdout).toContain('Correcto: 2 de 3 jkps?')
    expect(pointsOf(storedReport(out, 'luis'), reviewed.id)).toBe(8.9)
  })

  it('goes on to whoever has no mark yet, and says what is wrong beside the field', async () => {
    await page.goto(at('ana'))
    await page.keyboard.press('p')
    await page.keyboard.type('12')
    await page.keyboard.down('Control')
    await page.keyboard.press('Enter')
    await page.keyboard.up('Control')
    await page.waitForFunction('document.getElementById("problem").textContent !== ""')
    expect(await textOf(page, 'problem')).toBe(es('mark.bad-points', { max: '10.00', received: '12' }))
    expect(await page.evaluate('document.activeElement.id + document.activeElement.ariaInvalid')).toBe('pointstrue')
    await page.evaluate('document.getElementById("points").value = ""')
    await page.keyboard.type('7,5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Bien.')
    await page.keyboard.down('Control')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await page.keyboard.up('Control')
    // All have one: back to the criteria.
    expect(page.url()).toBe(marking.url)
  })

  it('keeps what was typed and not saved', async () => {
    await page.goto(at('luis'))
    await page.keyboard.press('m')
    await page.keyboard.type(' Y algo más')
    await page.waitForResponse((response) => response.url().includes('/draft/'))
    await page.goto(marking.url)
    await page.goto(at('luis'))
    expect(await valueOf(page, 'reason')).toContain('Y algo más')
    expect(await page.evaluate('document.querySelector(".notice").textContent')).toBe(es('mark.draft'))
  })

  it('does not save over what another window saved', async () => {
    const other = await browser.newPage()
    await Promise.all([page.goto(at('ana')), other.goto(at('ana'))])
    await fill(other, '4', 'Desde la otra ventana.')
    await Promise.all([other.waitForNavigation(), other.click('#save')])
    await fill(page, '9', 'Desde esta.')
    await page.click('#save')
    await page.waitForFunction('document.getElementById("problem").textContent !== ""')
    expect(await textOf(page, 'problem')).toContain('Desde la otra ventana.')
    await page.reload()
    await fill(page, '9', 'Desde esta.')
    await Promise.all([page.waitForNavigation(), page.click('#save')])
    expect(await textOf(page, 'status')).toContain('9.00')
    await other.close()
  })

  it('lets the keys of a single letter be switched off', async () => {
    await page.goto(at('luis'))
    await page.keyboard.press('?')
    await page.click('#single')
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('1')
    expect(await valueOf(page, 'points')).not.toBe('10.00')
    await page.reload()
    await page.keyboard.press('1')
    expect(await valueOf(page, 'points')).not.toBe('10.00')
  })

  it('does nothing that a report, a figure, a source or a name wants of it', async () => {
    const errors: string[] = []
    page.on('dialog', (dialog) => {
      errors.push(dialog.message())
      void dialog.dismiss()
    })
    for (const id of ['luis', 'ana']) {
      await page.goto(at(id), { waitUntil: 'networkidle0' })
      await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })')
      expect(await page.title()).not.toBe('taken')
      expect(await page.$$('form')).toHaveLength(1)
      expect(await page.$$('script:not([src]), style, meta[http-equiv], .rendered form')).toEqual([])
      expect(await page.evaluate('getComputedStyle(document.body).display')).not.toBe('none')
    }
    expect(await page.evaluate('document.body.innerText')).not.toContain('\u202e')
    // By itself a figure is a page that may do nothing.
    await page.goto(`${marking.url}file/luis/artifacts/f.svg`)
    expect(await page.title()).not.toBe('taken')
    expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] })
  })

  it.for(['light', 'dark'] as const)('keeps nobody out who reads or works otherwise: %s', async (scheme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    for (const url of [marking.url, at('luis'), at('ana')]) {
      await page.goto(url)
      expect(await barriers(page)).toEqual([])
      await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })')
      expect(await barriers(page)).toEqual([])
    }
  })

  it('fits a narrow window', async () => {
    await page.setViewport({ width: 360, height: 800 })
    await page.goto(at('luis'))
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })
})

function textOf(page: Page, id: string): Promise<string> {
  return page.evaluate(`document.getElementById(${JSON.stringify(id)}).textContent`) as Promise<string>
}

function valueOf(page: Page, id: string): Promise<string> {
  return page.evaluate(`document.getElementById(${JSON.stringify(id)}).value`) as Promise<string>
}

async function fill(page: Page, points: string, reason: string): Promise<void> {
  await page.bringToFront()
  for (const [id, text] of [
    ['points', points],
    ['reason', reason],
  ] as const) {
    await page.evaluate(`document.getElementById('${id}').value = ''`)
    await page.type(`#${id}`, text)
  }
}

/** Gives a graded submission another name, as a folder can have it. */
async function rename(file: string, to: string): Promise<void> {
  const report = JSON.parse(await readFile(file, 'utf8')) as { submission: object }
  await writeFile(file, JSON.stringify({ ...report, submission: { ...report.submission, name: to } }))
}
