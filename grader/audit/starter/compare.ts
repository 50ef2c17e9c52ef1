import { join } from 'node:path'
import { generateStarter } from './starter.ts'
import { pathsOf, textOf } from './tree.ts'

/** One way in which the starter on disk is not what the solutions make. */
export type Difference =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'extra'; readonly path: string }
  | {
      readonly kind: 'different'
      readonly path: string
      /** The first line that differs, from 1, and what it is in each; an ended file has no line there. */
      readonly line: number
      readonly expected: string | null
      readonly received: string | null
    }

/** What `writeStarter` would change, by path. CRLF line ends are no difference. */
export async function compareStarter(solutionsFolder: string, starterFolder: string): Promise<readonly Difference[]> {
  return differences(await generateStarter(solutionsFolder), starterFolder)
}

/** Compares generated files with those of a folder. */
export async function differences(
  generated: ReadonlyMap<string, string>,
  starterFolder: string,
): Promise<readonly Difference[]> {
  const present = await pathsOf(starterFolder)
  const all = [...new Set([...generated.keys(), ...present])].sort()
  const found: Difference[] = []
  for (const path of all) {
    const expected = generated.get(path)
    if (expected === undefined) found.push({ kind: 'extra', path })
    else if (!present.includes(path)) found.push({ kind: 'missing', path })
    else found.push(...different(path, expected, (await textOf(join(starterFolder, path))) ?? ''))
  }
  return found
}

function different(path: string, expected: string, received: string): readonly Difference[] {
  if (expected === received) return []
  const [wanted, came] = [expected.split('\n'), received.split('\n')]
  const longer = wanted.length > came.length ? wanted : came
  const i = longer.findIndex((_, at) => wanted[at] !== came[at])
  return [{ kind: 'different', path, line: i + 1, expected: wanted[i] ?? null, received: came[i] ?? null }]
}
