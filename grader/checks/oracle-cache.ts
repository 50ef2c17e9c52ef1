import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

/**
 * What tfjs said earlier, for runs whose seed is fixed: a student's fifty runs a day ask it the same questions, and
 * loading it takes longer than everything else. The folder belongs to one content of the sources and lockfile, so an
 * answer can never be stale. Values are only ever written after the oracles agreed.
 */
export class OracleCache {
  readonly #file: string
  readonly #answers: Map<string, unknown>
  #changed = false

  constructor(folder: string, name: string) {
    this.#file = path.join(folder, `${name}.bin`)
    this.#answers = read(this.#file)
  }

  /** True when something is remembered, which means that the oracles had agreed. */
  get proven(): boolean {
    return this.#answers.size > 0
  }

  /** The remembered answer to `question`, or the one that `ask` gives, which is remembered. */
  async answer<Value>(question: string, ask: () => Promise<Value>): Promise<Value> {
    if (this.#answers.has(question)) return this.#answers.get(question) as Value
    const value = await ask()
    this.#answers.set(question, value)
    this.#changed = true
    return value
  }

  /** Writes down what is new; a cache that cannot be written is only a slow one. */
  save(): void {
    if (!this.#changed) return
    const temporary = `${this.#file}.${String(process.pid)}.tmp`
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      writeFileSync(temporary, serialize(this.#answers))
      renameSync(temporary, this.#file)
    } catch {
      return
    }
  }
}

function read(file: string): Map<string, unknown> {
  try {
    const answers: unknown = deserialize(readFileSync(file))
    return answers instanceof Map ? (answers as Map<string, unknown>) : new Map<string, unknown>()
  } catch {
    return new Map<string, unknown>()
  }
}
