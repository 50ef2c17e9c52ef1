import { oneLine } from '../reports/neutral.ts'
import type { CommandContext } from './context.ts'

/** One line on the terminal that says how far something is; nothing where nobody watches. */
export class ProgressLine {
  readonly #context: Pick<CommandContext, 'live' | 'note'>
  #shown = false

  constructor(context: Pick<CommandContext, 'live' | 'note'>) {
    this.#context = context
  }

  /** Shows what `text` says in place of what was there; it is not asked where nobody watches. */
  show(text: () => string): void {
    if (!this.#context.live) return
    this.#context.note(`\r\u001b[K${oneLine(text())}`)
    this.#shown = true
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) this.#context.note('\r\u001b[K')
    this.#shown = false
  }
}
