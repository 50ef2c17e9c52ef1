import { accessSync, constants, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { execa } from 'execa'
import { LabError } from '../model/errors.ts'
import { killGroup } from '../subject/isolation/kill.ts'
import { writeWhole } from './out.ts'

/** Under what names Chromium, and browsers made of it, are installed. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

/** Where macOS and Windows put them, which is on nobody's path. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
}

/** A page takes a second or two. */
const limitMs = 60_000

/** The browser that prints: `CHROME_PATH`, or the first that is found. Throws a usage error that says what was looked for. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const told = env['CHROME_PATH'] ?? ''
  if (told !== '') {
    if (isProgram(told)) return told
    throw new LabError('usage', 'pdf.chrome-path', { path: told })
  }
  const ending = process.platform === 'win32' ? '.exe' : ''
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, `${name}${ending}`)))
  const elsewhere = places[process.platform] ?? []
  const found = [...onPath, ...elsewhere].find(isProgram)
  if (found !== undefined) return found
  throw new LabError('usage', 'pdf.no-browser', { looked: [...names, ...elsewhere].join(', ') })
}

/**
 * Prints pages with a browser that has no window, in a private folder that holds its profile and whatever else it
 * leaves. Discard it, also on a signal.
 */
export class PdfPrinter {
  readonly #browser: string
  readonly #folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-pdf-'))
  #running: number | undefined

  constructor(browser: string) {
    this.#browser = browser
  }

  /** Writes the page as PDF, whole or not at all. Throws a usage error with the browser's reason. */
  async print(page: string, pdf: string): Promise<void> {
    const printed = path.join(this.#folder, 'report.pdf')
    rmSync(printed, { force: true })
    const child = execa(this.#browser, [...this.#options(printed), urlOf(page)], {
      env: { TMPDIR: this.#folder, XDG_CONFIG_HOME: this.#folder, XDG_CACHE_HOME: this.#folder },
      // A group of its own, with all the processes that a browser is made of.
      detached: true,
      killSignal: 'SIGKILL',
      reject: false,
      stdin: 'ignore',
      timeout: limitMs,
    })
    this.#running = child.pid
    const { failed, shortMessage, stderr } = await child
    this.#end()
    const bytes = readIfThere(printed)
    if (bytes?.subarray(0, 5).toString() !== '%PDF-') {
      const said = stderr.trim().split('\n').at(-1) ?? ''
      const reason = failed && said === '' ? (shortMessage ?? '') : said
      throw new LabError('usage', 'pdf.failed', { browser: this.#browser, path: pdf, reason })
    }
    writeWhole(pdf, bytes)
  }

  /** Ends the browser and removes its folder. */
  discard(): void {
    this.#end()
    try {
      // What was killed a moment ago may still be writing.
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    } catch {
      // A folder for temporary files that is left behind is no reason to fail.
    }
  }

  #end(): void {
    killGroup(this.#running)
    this.#running = undefined
  }

  #options(printed: string): readonly string[] {
    return [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pdf-header-footer',
      `--user-data-dir=${path.join(this.#folder, 'profile')}`,
      `--print-to-pdf=${printed}`,
      // Root has no sandbox in Chromium; everybody else keeps it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]
  }
}

function urlOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
