import path from 'node:path'
import type { Report } from '../model/report.ts'
import type { Slug } from '../model/verdict.ts'
import { oneLine } from '../reports/neutral.ts'
import type { Checker } from './checker.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'

type Show = (report: Report, outputs: Readonly<Record<Slug, string>>) => void

/** Editors write a file in several steps; this long after the first one they are done. */
const settleMs = 10

/** Checks at every save, only what changed, until `q` or Ctrl-C. */
export async function watch(
  context: CommandContext,
  checker: Checker,
  slugs: readonly Slug[],
  show: Show,
): Promise<ExitCode> {
  const { watch: watchFiles } = await import('chokidar')
  const { root } = checker.submission
  const again = async (changed: readonly Slug[]): Promise<void> => {
    const { report, outputs } = await checker.check(changed)
    if (process.stdout.isTTY) context.print('\x1b[2J\x1b[H')
    show(report, outputs)
    context.note(`${context.colors.dim(oneLine(context.say('progress.watching', { path: root })))}\n`)
  }
  const changes = new Changes(slugs, checker.readers, again)
  const folders = [...checker.readers.keys()].map((name) => path.join(root, name))
  const watcher = watchFiles(folders, { ignoreInitial: true, ignored: (file) => path.basename(file).startsWith('.') })
  watcher.on('all', (_event, file) => {
    changes.touch(path.relative(root, file).split(path.sep)[0] ?? '')
  })
  // Watching before the first check, so that what is saved meanwhile is seen too.
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  await changes.check(slugs)
  await quit()
  await watcher.close()
  return exit.done
}

/** Collects changes while a check runs, so that every save is seen and none is checked twice. */
class Changes {
  readonly #slugs: readonly Slug[]
  readonly #readers: ReadonlyMap<string, readonly Slug[]>
  readonly #again: (changed: readonly Slug[]) => Promise<void>
  readonly #dirty = new Set<Slug>()
  #running = false

  constructor(
    slugs: readonly Slug[],
    readers: ReadonlyMap<string, readonly Slug[]>,
    again: (changed: readonly Slug[]) => Promise<void>,
  ) {
    this.#slugs = slugs
    this.#readers = readers
    this.#again = again
  }

  /** `name` is a file or a folder at the root of the submission. */
  touch(name: string): void {
    for (const slug of this.#readers.get(name) ?? []) if (this.#slugs.includes(slug)) this.#dirty.add(slug)
    if (!this.#running) void this.#drain()
  }

  /** Checks these now, and afterwards whatever changed in the meantime. */
  async check(slugs: readonly Slug[]): Promise<void> {
    this.#running = true
    await this.#again(slugs)
    await this.#drain()
  }

  async #drain(): Promise<void> {
    this.#running = true
    while (this.#dirty.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, settleMs))
      const changed = this.#slugs.filter((slug) => this.#dirty.has(slug))
      this.#dirty.clear()
      await this.#again(changed)
    }
    this.#running = false
  }
}

/** Resolves when `q` is pressed, or when standard input ends. */
function quit(): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdin.isTTY) process.stdin.setRawMode(true)
    process.stdin.on('data', (keys: Buffer) => {
      if (keys.includes('q')) resolve()
      // In raw mode Ctrl-C arrives as a key.
      if (keys.includes(3)) process.kill(process.pid, 'SIGINT')
    })
    process.stdin.on('end', resolve)
  })
}
