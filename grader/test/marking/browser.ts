import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { repository } from '../cli/run.ts'
import { chromium } from '../reports/browser.ts'

/** A browser without a window; {@link chromium} says whether there is one. */
export async function launch(): Promise<Browser> {
  const { launch: start } = await import('puppeteer-core')
  return start({ executablePath: chromium ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** What axe finds that keeps somebody out: `serious` and `critical`, each with the first place where it is. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no script in; this one comes through the debugger.
  await page.evaluate(await axeSource())
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`,
  )
  return found as readonly string[]
}

async function axeSource(): Promise<string> {
  return readFile(path.join(repository, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')
}
