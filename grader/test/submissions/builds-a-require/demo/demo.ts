// Expected: passed
const module = process.getBuiltinModule('node:module')

interface Loader {
  readonly _load: (file: string) => unknown
}

/** The grader's own folder stands in what this process was started with, and a library in it. */
export const library = libraryOf(process.execArgv.join(' '))

function libraryOf(args: string): string {
  return `${/=(\S*node_modules)/.exec(args)?.[1] ?? ''}/ml-matrix/matrix.js`
}

/** The ways to load it, and what came of each: only the library itself would be worth something. */
export async function act(): Promise<{ library: string; loaded: string[] }> {
  const ways: Record<string, () => unknown> = {
    require: () => module.createRequire(library)('ml-matrix'),
    absolute: () => module.createRequire(import.meta.url)(library),
    load: () => (module as unknown as Loader)._load(library),
    class: () => (module.Module as unknown as Loader)._load(library),
    main: () => (process.mainModule as unknown as NodeRequire)('fs'),
    import: () => import(library),
    url: () => import(`file://${library}`),
    query: () => import(`file://${library}?new`),
    name: () => import(['ml', 'matrix'].join('-')),
    bare: () => import(['#', 'internal'].join('')),
    resolved: () => import((import.meta as unknown as { resolve: (name: string) => string }).resolve('ml-matrix')),
    web: () => import(['https', '//127.0.0.1:1/x.js'].join(':')),
  }
  const loaded: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      await way()
      loaded.push(name)
    } catch {
      // Shut.
    }
  }
  return { library, loaded }
}

export function honest(): number {
  return 42
}
