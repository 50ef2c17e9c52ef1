import type { Slug } from '../model/verdict.ts'
import { Documents, type Document } from '../submission/documents.ts'
import { hashSubmission } from '../submission/hash.ts'
import { loadDeliverable, type LoadedDeliverable } from '../submission/load.ts'
import type { SubmissionRoot } from '../submission/locate.ts'
import { Refused } from '../submission/problem.ts'

/** A figure's bytes and the one type that it is ever sent as. */
export interface Figure {
  readonly type: string
  readonly bytes: Uint8Array
}

/** What was handed in, read for a person to look at. None of it is run, and nothing outside of it is ever opened. */
export class Work {
  /** The folder or archive, as it was named. */
  readonly folder: string
  readonly #root: string
  readonly #documents: Documents

  constructor({ root, folder }: Pick<SubmissionRoot, 'root' | 'folder'>) {
    this.folder = folder
    this.#root = root
    this.#documents = new Documents(root)
  }

  /** Whether it is still what was graded. */
  async isOf(hash: string, slugs: readonly Slug[]): Promise<boolean> {
    return (await hashSubmission(this.#root, slugs)) === hash
  }

  text(file: string): Promise<Document> {
    return this.#documents.text(file)
  }

  sources(slugs: readonly Slug[]): Promise<readonly LoadedDeliverable[]> {
    return Promise.all(slugs.map((slug) => loadDeliverable(this.#root, slug)))
  }

  /** The figures under `artifacts/`, as paths from the top of the submission. */
  async figures(): Promise<readonly string[]> {
    const files = await this.#documents.list('artifacts')
    return files.map((file) => `artifacts/${file}`).filter((file) => typeOf(file) !== undefined)
  }

  /** Undefined for what is no figure, is not there or may not be read. */
  async figure(file: string): Promise<Figure | undefined> {
    const type = typeOf(file)
    if (type === undefined || file.split('/').some((name) => name.startsWith('.'))) return undefined
    try {
      const bytes = await this.#documents.bytes(file)
      return bytes && { type, bytes }
    } catch (error) {
      if (error instanceof Refused) return undefined
      throw error
    }
  }
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** By its name alone: what the bytes would rather be is nobody's business. */
function typeOf(file: string): string | undefined {
  return types[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '']
}
