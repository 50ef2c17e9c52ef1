import type { MessageParams } from '../model/finding.ts'
import type { LoadedDeliverable } from './load.ts'
import { sights, type Allowed, type Sight } from './sights.ts'

/** Something in a source that a person should look at. It moves no point. */
export interface ReviewNote {
  readonly messageId: string
  /** `name` is the student's text, `place` where it stands first in a file, `times` how often it does there. */
  readonly params: MessageParams
}

/**
 * Reads sources as tokens, without running them, and notes what goes around the contract. Somebody who wants to hide
 * can: the lock around the process is what holds, this says where to look.
 */
export function reviewSources({ slug, files }: LoadedDeliverable, allowed: Allowed): readonly ReviewNote[] {
  const notes = files.flatMap(({ path, bytes }) => {
    const file = `${slug}/${path}`
    return inFile(file, [...sights(file, Buffer.from(bytes).toString('utf8'), allowed)])
  })
  return notes.slice(0, mostNotes)
}

/** A source that earns more than these is looked at anyway. */
const mostNotes = 20

/** One note for what is seen again and again in a file. */
function inFile(file: string, seen: readonly Sight[]): readonly ReviewNote[] {
  const times = new Map<string, number>()
  const first = seen.filter(({ messageId, name }) => {
    const key = `${messageId} ${name}`
    times.set(key, (times.get(key) ?? 0) + 1)
    return times.get(key) === 1
  })
  return first.map(({ messageId, name, line }) => ({
    messageId,
    params: {
      name: shortened(name),
      place: `${file}:${String(line)}`,
      times: times.get(`${messageId} ${name}`) ?? 1,
    },
  }))
}

function shortened(name: string): string {
  return name.length > 100 ? `${name.slice(0, 100)}…` : name
}
