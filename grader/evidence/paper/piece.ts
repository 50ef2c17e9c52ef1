/** A part of a report, where it stands, in the order in which it stands there. */
export type Piece = { readonly line: number } & (
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  /** A paragraph or an item of a list; `number` is the item's. Code, formulas and images are not in its text. */
  | { readonly kind: 'prose'; readonly text: string; readonly item: boolean; readonly number?: number }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'code'; readonly text: string; readonly block: boolean }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  /** A footnote's or a numbered reference's mark, or a link. */
  | { readonly kind: 'cite'; readonly key: string }
)

export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}
