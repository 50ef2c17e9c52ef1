import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlReport } from '../../reports/html.ts'
import { forStudent } from '../../reports/student.ts'
import { temporary } from '../cli/folders.ts'
import { sampled } from '../sample.ts'
import { chromium, without } from './browser.ts'
import { courseReports } from './course.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const names = ['perfect', 'starter', 'mixed'] as const
const copies = ['instructor', 'student'] as const
const files = names.flatMap((name) => copies.map((copy) => [name, copy] as const))
const cases = files.flatMap((file) => (['light', 'dark'] as const).map((scheme) => [...file, scheme] as const))

interface Look {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly print?: boolean
}

describe.skipIf(chromium === undefined)(`A report in a browser${without}`, () => {
  let folder = ''
  let browser: Browser | undefined
  beforeAll(async () => {
    folder = await temporary()
    const reports = await courseReports()
    for (const [name, copy] of files) {
      const report = copy === 'student' ? forStudent(reports[name], 'es') : reports[name]
      await writeFile(path.join(folder, `${name}-${copy}.html`), htmlReport(report, 'es'))
    }
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const userDataDir = path.join(folder, 'profile')
    browser = await puppeteer.launch({ executablePath: chromium ?? '', args, userDataDir })
  })
  afterAll(() => browser?.close())

  /** Opens a report, sees that it asks for nothing and complains of nothing, and hands the page over. */
  async function visit(
    [name, copy]: readonly [string, string, ...unknown[]],
    { scheme = 'light', width = 1280, print = false }: Look,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await (browser ?? expect.fail('There is no browser')).newPage()
    const [asked, said]: [string[], string[]] = [[], []]
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    await page.setViewport({ width, height: 800 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    if (print) await page.emulateMediaType('print')
    const url = pathToFileURL(path.join(folder, `${name}-${copy}.html`)).href
    await page.goto(url)
    expect({ asked, said }).toEqual({ asked: [url], said: [] })
    await look(page)
    await page.close()
  }

  it.each(sampled(cases))('keeps nobody out: %s, the copy of the %s, %s', async (...file) => {
    await visit(file, { scheme: file[2] }, async (page) => {
      await ask(page, openAll)
      // The page forbids scripts; this one comes through the debugger.
      await ask(page, axe)
      const { violations, passes } = await ask<AxeResults>(page, `axe.run({ runOnly: ${JSON.stringify(rules)} })`)
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
      expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([])
    })
  })

  it.each(sampled(files))('is no wider than the screen, however narrow: %s, the copy of the %s', async (...file) => {
    for (const width of [320, 1280]) {
      await visit(file, { width }, async (page) => {
        await ask(page, openAll)
        expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(width)
        expect(await ask(page, sticksOut)).toEqual([])
      })
    }
  })

  it('obeys its own style: dark is dark, and a bar is as long as the points are many', async () => {
    const [light, dark] = ['light', 'dark'] as const
    const brightness = async (scheme: 'light' | 'dark'): Promise<number> => {
      let sum = NaN
      await visit(['starter', 'student'], { scheme }, async (page) => {
        const color = await ask<string>(page, 'getComputedStyle(document.body).backgroundColor')
        sum = (color.match(/\d+/g) ?? []).reduce((total, part) => total + Number(part), 0)
      })
      return sum
    }
    expect(await brightness(light)).toBeGreaterThan(700)
    expect(await brightness(dark)).toBeLessThan(100)
    const { score } = (await courseReports()).perfect
    for (const [name, share] of [
      ['perfect', 1 - score.provisional / score.max],
      ['starter', 0],
    ] as const) {
      await visit([name, 'student'], {}, async (page) => {
        const widths =
          '[".score .firm", ".score .bar"].map((each) => document.querySelector(each).getBoundingClientRect().width)'
        const [bar = NaN, whole = NaN] = await ask<number[]>(page, widths)
        expect(bar / whole).toBeCloseTo(share)
      })
    }
  })

  it('opens the evidence of what a link names', async () => {
    await visit(['mixed', 'student'], {}, async (page) => {
      const link = `document.querySelector('details a[href^="#check-"]')`
      const named = `document.querySelector(${link}.getAttribute('href')).checkVisibility()`
      expect(await ask(page, named)).toBe(false)
      await ask(page, `location.hash = ${link}.getAttribute('href')`)
      expect(await ask(page, named)).toBe(true)
    })
  })

  it('shows on paper what failed, dark on light, with nothing to click', async () => {
    await visit(['mixed', 'student'], { scheme: 'dark', print: true }, async (page) => {
      const shown = await ask<boolean[]>(
        page,
        `[...document.querySelectorAll('.check.bad')].map((each) => each.checkVisibility())`,
      )
      expect(shown.length).toBeGreaterThan(3)
      expect(shown).not.toContain(false)
      expect(
        await ask(page, `[...document.querySelectorAll('.passed .check')].some((each) => each.checkVisibility())`),
      ).toBe(false)
      expect(await ask(page, 'getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
      expect(await ask(page, `[...document.querySelectorAll('.jump')].some((each) => each.checkVisibility())`)).toBe(
        false,
      )
    })
  })
})

/** What an expression is in the page. */
async function ask<Answer>(page: Page, expression: string): Promise<Answer> {
  return (await page.evaluate(expression)) as Answer
}

const openAll = `document.querySelectorAll('details').forEach((each) => { each.open = true })`

/** What ends right of the window; what scrolls by itself may. */
const sticksOut = `[...document.querySelectorAll('main *, footer *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth && each.closest('svg, .scroll') === null)
  .map((each) => each.outerHTML.slice(0, 120))`
