/** One entry of an archive, as it claims to be. Nothing of it has been judged yet. */
export interface PackedEntry {
  /** As it stands in the archive, with `/`. */
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'special'
  /** The message that says why its content cannot be had, when that is so. */
  readonly locked?: 'submission.archive-encrypted' | 'submission.archive-method'
  /** Its content, unpacked while it is read. */
  readonly content: () => AsyncIterable<Uint8Array>
}

/** Told of every byte that comes out of an archive, before it is used; stops everything by throwing. */
export type Count = (bytes: number) => void
