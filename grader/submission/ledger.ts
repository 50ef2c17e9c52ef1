import { limits, megabytes } from './limits.ts'
import { lost } from './opening.ts'

/** How much may come out of an archive. */
export interface UnpackingLimits {
  readonly unpackedBytes: number
  readonly unpackedEntries: number
  readonly archiveEntries: number
}

/** What one archive has cost so far, archives inside it included: the limits hold for all of it together. */
export class Ledger {
  readonly #limits: UnpackingLimits
  #bytes = 0
  #kept = 0
  #seen = 0

  constructor(allowed: UnpackingLimits = limits) {
    this.#limits = allowed
  }

  /** Bytes that came out; before they are used. */
  spend(bytes: number, path: string): void {
    this.#bytes += bytes
    const limit = this.#limits.unpackedBytes
    if (this.#bytes > limit) throw lost('submission', 'submission.archive-bomb', { path, limit: megabytes(limit) })
  }

  /** An entry, whatever becomes of it. */
  see(path: string): void {
    if (++this.#seen > this.#limits.archiveEntries) this.#refuse(path, this.#limits.archiveEntries)
  }

  /** An entry that takes a place on the disk. */
  keep(path: string): void {
    if (++this.#kept > this.#limits.unpackedEntries) this.#refuse(path, this.#limits.unpackedEntries)
  }

  #refuse(path: string, limit: number): never {
    throw lost('submission', 'submission.archive-too-many', { path, limit })
  }
}
