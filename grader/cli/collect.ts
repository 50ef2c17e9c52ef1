import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import { identify } from '../submission/identity.ts'
import { locate, type Located, type SubmissionRoot } from '../submission/locate.ts'
import type { Skipped } from '../submission/members.ts'

/** Everything that the folders and archives name, each with an id of its own. */
export async function collect(
  session: Session,
  folders: readonly string[],
): Promise<{ roots: SubmissionRoot[]; skipped: readonly Skipped[]; classes: string[] }> {
  const located: Located[] = []
  // One by one: of archives that cannot be unpacked, the first ends it all with nothing left behind.
  for (const folder of folders) located.push(await locateOrSkip(session, folder, folders.length > 1))
  const roots = located.flatMap((found) => (found.kind === 'one' ? [found.root] : found.roots))
  const ids = identify(roots.map(({ name }) => name))
  return {
    classes: folders.filter((_, k) => located[k]?.kind === 'class'),
    roots: roots.map((root, k) => ({ ...root, id: ids[k] ?? root.id })),
    skipped: located.flatMap((found) => (found.kind === 'one' ? [] : found.skipped)),
  }
}

/** Among several folders, one that holds no submission is named and left out; alone, it is the answer. */
async function locateOrSkip({ slugs, unpacker }: Session, folder: string, several: boolean): Promise<Located> {
  try {
    return await locate(folder, slugs, unpacker)
  } catch (error) {
    if (!several || !(error instanceof LabError)) throw error
    return { kind: 'class', roots: [], skipped: [{ name: folder, error }] }
  }
}
