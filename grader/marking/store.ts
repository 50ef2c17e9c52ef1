import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Mark, MarksFile } from '../model/mark.ts'
import type { Rubric } from '../model/rubric.ts'
import { jsonText } from '../reports/neutral.ts'
import { readMarks } from '../scoring/mark-file.ts'

/** Somebody else has given a newer mark than the one that whoever saves has seen. */
export class NewerMark extends Error {
  readonly mark: Mark

  constructor(mark: Mark) {
    super('a newer mark')
    this.mark = mark
  }
}

/** What is typed and not saved yet. */
export interface Draft {
  readonly points: string
  readonly reason: string
}

export interface StoreOptions {
  readonly folder: string
  readonly rubric: Rubric
  /** Writes a file whole or not at all. */
  readonly write: (file: string, text: string) => void
}

/** The files of marks. Every question reads them anew, so that another program may write them too. */
export class MarkStore {
  readonly folder: string
  readonly #rubric: Rubric
  readonly #write: StoreOptions['write']
  #saved = 0

  constructor({ folder, rubric, write }: StoreOptions) {
    this.folder = folder
    this.#rubric = rubric
    this.#write = write
  }

  /** How many marks were saved through this store. */
  get saved(): number {
    return this.#saved
  }

  /** Throws a usage LabError where the file is wrong. */
  marks(id: string): readonly Mark[] {
    return readMarks(this.#file(id), this.#rubric)
  }

  /** What stands for the last mark of a criterion; whoever saves another must have seen it. */
  etag(id: string, criterion: string): string {
    const last = this.#last(id, criterion)
    return last ? createHash('sha256').update(JSON.stringify(last)).digest('hex').slice(0, 16) : 'none'
  }

  /** Adds a mark behind all others. Throws {@link NewerMark} where `etag` is not that of the last. */
  add(id: string, mark: Mark, etag: string): void {
    const last = this.#last(id, mark.criterion)
    if (last && etag !== this.etag(id, mark.criterion)) throw new NewerMark(last)
    const file: MarksFile = { schema: 'lab11/marks/v1', marks: [...this.marks(id), mark] }
    this.#write(this.#file(id), jsonText(file))
    this.#saved++
    this.keepDraft(id, mark.criterion, { points: '', reason: '' })
  }

  draft(id: string, criterion: string): Draft | undefined {
    return this.#drafts()[key(id, criterion)]
  }

  /** Keeps what is typed; an empty one is forgotten. */
  keepDraft(id: string, criterion: string, draft: Draft): void {
    const { [key(id, criterion)]: before, ...others } = this.#drafts()
    const empty = draft.points === '' && draft.reason === ''
    if (empty && before === undefined) return
    this.#write(this.#draftFile, jsonText(empty ? others : { ...others, [key(id, criterion)]: draft }))
  }

  #last(id: string, criterion: string): Mark | undefined {
    return this.marks(id).findLast((mark) => mark.criterion === criterion)
  }

  #file(id: string): string {
    return path.join(this.folder, `${id}.json`)
  }

  get #draftFile(): string {
    return path.join(this.folder, 'class.drafts.json')
  }

  /** What cannot be read is no loss to be told of: a draft is what somebody has not decided on. */
  #drafts(): Record<string, Draft> {
    try {
      const found: unknown = JSON.parse(readFileSync(this.#draftFile, 'utf8'))
      return Object.fromEntries(
        Object.entries(found ?? {}).filter((entry): entry is [string, Draft] => isDraft(entry[1])),
      )
    } catch {
      return {}
    }
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('points' in value) || !('reason' in value)) return false
  return typeof value.points === 'string' && typeof value.reason === 'string'
}

function key(id: string, criterion: string): string {
  return `${id}/${criterion}`
}
