/** Text of the solution that a variant replaces; it must stand there exactly once, in the function that it names if any. */
export interface Change {
  /** The function whose text is meant. */
  readonly in?: string
  readonly from: string
  readonly to: string
}

/** A way of being wrong, written into the solution of its deliverable. */
export interface Variant {
  /** An id of the catalogue, such as `lstm.tanh-gate`; several ways of one mistake add a word: `lstm.tanh-gate#f`. */
  readonly id: string
  /** The task in which it is made. */
  readonly task: string
  readonly changes: readonly Change[]
}

/** Makes variants whose ids begin with `prefix`: `one('tanh-gate#f', 'L3', …)` for `lstm.tanh-gate#f`. */
export function variantsNamed(prefix: string): (id: string, task: string, ...changes: readonly Change[]) => Variant {
  return (id, task, ...changes) => ({ id: `${prefix}.${id}`, task, changes })
}

/** Makes changes in one function of the solution. */
export function within(name: string): (from: string, to: string) => Change {
  return (from, to) => ({ in: name, from, to })
}

/** The id of the catalogue, which several variants may share. */
export function misconceptionOf(id: string): string {
  return id.replace(/#.*$/, '')
}

/** The solution with a mistake in it; undefined when a change does not find its text, or finds it twice. */
export function applyChanges(solution: string, changes: readonly Change[]): string | undefined {
  return changes.reduce<string | undefined>((text, change) => text && applyOne(text, change), solution)
}

function applyOne(text: string, { in: name, from, to }: Change): string | undefined {
  const start = name === undefined ? 0 : text.search(new RegExp(`^(export )?(async )?function ${name}\\b`, 'm'))
  if (start < 0) return undefined
  const next = name === undefined ? -1 : text.slice(start + 1).search(/^(export )?(async )?function /m)
  const end = next < 0 ? text.length : start + 1 + next
  const parts = text.slice(start, end).split(from)
  return parts.length === 2 ? text.slice(0, start) + parts.join(to) + text.slice(end) : undefined
}
