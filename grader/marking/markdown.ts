import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

export interface RenderOptions {
  /** When to give up. */
  readonly longestMs?: number
  /** What footnotes are called. */
  readonly notes?: string
}

/**
 * Turns a student's Markdown into HTML that does nothing, in a thread that can be stopped: text that is nested a thousand
 * times keeps a parser busy for hours, and what a person wrote takes a second.
 */
export class MarkdownRenderer {
  readonly #code: Promise<string>
  readonly #longestMs: number
  readonly #notes: string
  readonly #running = new Set<Worker>()

  /** `root` is the repository. */
  constructor(root: string, { longestMs = 10_000, notes = '' }: RenderOptions = {}) {
    this.#longestMs = longestMs
    this.#notes = notes
    this.#code = bundled(path.join(root, 'grader', 'marking', 'render-worker.ts'))
    this.#code.catch(() => undefined)
  }

  /**
   * Undefined for what takes too long or too much memory. `urlOf` says where the page gets a picture of the submission
   * from; pictures from elsewhere are not fetched.
   */
  async render(text: string, urlOf: (file: string) => string): Promise<string | undefined> {
    const html = await this.#html(text)
    return html === undefined ? undefined : withLinks(withPictures(html, urlOf))
  }

  close(): void {
    for (const worker of this.#running) void worker.terminate()
  }

  async #html(text: string): Promise<string | undefined> {
    const worker = new Worker(await this.#code, {
      eval: true,
      workerData: { text, notes: this.#notes },
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    this.#running.add(worker)
    try {
      return await new Promise((resolve) => {
        const timer = setTimeout(() => {
          resolve(undefined)
        }, this.#longestMs)
        const settle = (html: string | undefined): void => {
          clearTimeout(timer)
          resolve(html)
        }
        worker.on('message', (html: unknown) => {
          settle(String(html))
        })
        // Too deep or too large: shown as it is.
        worker.on('error', () => {
          settle(undefined)
        })
      })
    } finally {
      this.#running.delete(worker)
      await worker.terminate()
    }
  }
}

/**
 * Nothing in micromark's output is a tag but its own: `<` and `"` of the text are escaped. So these are all its pictures,
 * and each has its address first.
 */
function withPictures(html: string, urlOf: (file: string) => string): string {
  return html.replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/g, (_, address: string, alt: string) => {
    const file = fileOf(address)
    return file === undefined
      ? `<span class="elsewhere">[${alt}: ${address}]</span>`
      : `<img loading="lazy" src="${urlOf(file)}" alt="${alt}">`
  })
}

/** A path within the submission; undefined for an address. */
function fileOf(address: string): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address) || address === '') return undefined
  try {
    const plain = decodeURIComponent(address.replaceAll('&amp;', '&')).split(/[?#]/)[0] ?? ''
    const file = path.posix.normalize(plain)
    return file.startsWith('..') ? undefined : file
  } catch {
    return undefined
  }
}

/** A link elsewhere opens beside the page and learns nothing of it; one to a file of the submission leads nowhere here. */
function withLinks(html: string): string {
  return html.replace(/<a href="([^"]*)"/g, (whole, address: string) => {
    if (/^https?:/i.test(address)) return `${whole} target="_blank" rel="noopener noreferrer"`
    return address.startsWith('#') ? whole : '<a'
  })
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
