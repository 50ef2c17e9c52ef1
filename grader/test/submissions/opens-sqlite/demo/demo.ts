// Expected: passed
interface Sqlite {
  readonly DatabaseSync: new (path: string) => { readonly exec: (statement: string) => void }
}

/** Newer Nodes bring a database that opens files itself. What opened. */
export function act(): string[] {
  const get = process.getBuiltinModule as (name: string) => Sqlite | undefined
  const doors: Record<string, () => void> = {
    main: () => new (get('node:sqlite') as Sqlite).DatabaseSync('left.db').exec('CREATE TABLE points (n)'),
    attached: () => {
      new (get('node:sqlite') as Sqlite).DatabaseSync(':memory:').exec("ATTACH 'left.db' AS x; CREATE TABLE x.points (n)")
    },
  }
  return Object.entries(doors).flatMap(([name, open]) => {
    try {
      open()
      return [name]
    } catch {
      return []
    }
  })
}

export function honest(): number {
  return 42
}
