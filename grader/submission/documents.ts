import { join } from 'node:path'
import { lstat } from 'node:fs/promises'
import { limits } from './limits.ts'
import { type Problem, Refused } from './problem.ts'
import { readBytes } from './read.ts'
import { requireText } from './text.ts'
import { walk } from './walk.ts'

/** A file that is not code, such as a report: its text, without a byte order mark and with `\n` line ends. */
export type Document =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** It is there, and it cannot be read as what it should be. */
  | { readonly kind: 'refused'; readonly problem: Problem }

/** What a submission holds beside its code, read with the same care: regular files only, none too large. */
export class Documents {
  readonly #root: string
  readonly #listed = new Map<string, Promise<readonly string[]>>()

  /** `root` is the folder that holds the deliverables. */
  constructor(root: string) {
    this.#root = root
  }

  /** A text file at the root of the submission, or under a folder that {@link list} lists. */
  async text(path: string): Promise<Document> {
    try {
      const bytes = await this.bytes(path)
      if (!bytes) return { kind: 'absent' }
      requireText(path, bytes)
      return { kind: 'text', text: new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') }
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', problem: error.problem }
      throw error
    }
  }

  /** A file's bytes, undefined where there is none. Throws {@link Refused} for what is there and is not to be read. */
  async bytes(path: string): Promise<Uint8Array | undefined> {
    const [folder = '', ...rest] = path.split('/')
    if (folder === '' || folder === '..' || (rest.length > 0 && !(await this.list(folder)).includes(rest.join('/'))))
      return undefined
    const stats = await lstat(join(this.#root, path)).catch(() => undefined)
    return stats && (await readBytes(this.#root, path, limits.documentBytes))
  }

  /** Regular files below a folder at the root, as paths relative to it with `/`; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]> {
    const known = this.#listed.get(folder) ?? this.#walk(folder)
    this.#listed.set(folder, known)
    return known
  }

  async #walk(folder: string): Promise<readonly string[]> {
    const stats = await lstat(join(this.#root, folder)).catch(() => undefined)
    if (!stats?.isDirectory()) return []
    try {
      return (await walk(this.#root, folder)).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []))
    } catch (error) {
      if (error instanceof Refused) return []
      throw error
    }
  }
}
