import { isBuiltin } from 'node:module'
import path from 'node:path'

/** What is read of `package-lock.json`: its packages by their folders, such as `node_modules/a/node_modules/b`. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/**
 * What some modules import, as the lockfile fixes it: a line with name, version and integrity of each package and of
 * all that it depends on, directly or not, in the order of their names. Where npm put a package does not matter.
 *
 * @param specifiers as they are imported; Node's own modules and files are no packages
 * @throws when the lockfile lacks an imported package, which is then not from it
 */
export function lockedPackages(lock: Lock, specifiers: readonly string[]): string[] {
  const folders = new Set<string>()
  for (const name of specifiers.flatMap(packageName)) {
    const folder = resolved(lock, '', name)
    if (folder === undefined) throw new Error(`The lockfile has no package "${name}", which is imported.`)
    folders.add(folder)
  }
  // A set that grows while it is walked is walked to its end.
  for (const folder of folders) {
    for (const name of dependencies(lock.packages[folder] ?? {})) {
      // An optional or a peer one may not be there.
      const found = resolved(lock, folder, name)
      if (found !== undefined) folders.add(found)
    }
  }
  const lines = [...folders].map((folder) => {
    const { version = '', integrity = '' } = lock.packages[folder] ?? {}
    return `${folder.slice(folder.lastIndexOf(modules) + modules.length)} ${version} ${integrity}`
  })
  return [...new Set(lines)].sort()
}

const modules = 'node_modules/'

/** The package that an import is of: `@a/b` of `@a/b/c.js`. */
function packageName(specifier: string): string[] {
  if (isBuiltin(specifier) || specifier.startsWith('.') || path.isAbsolute(specifier)) return []
  const parts = specifier.split('/')
  return [parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')]
}

function dependencies(entry: LockedPackage): string[] {
  return Object.keys({ ...entry.peerDependencies, ...entry.optionalDependencies, ...entry.dependencies })
}

/** Where Node finds a package that one in `folder` imports: in the nearest `node_modules` that has it. */
function resolved({ packages }: Lock, folder: string, name: string): string | undefined {
  for (let within = folder; ; within = within.slice(0, Math.max(0, within.lastIndexOf(modules) - 1))) {
    const place = `${within === '' ? '' : `${within}/`}${modules}${name}`
    if (Object.hasOwn(packages, place)) return place
    if (within === '') return undefined
  }
}
