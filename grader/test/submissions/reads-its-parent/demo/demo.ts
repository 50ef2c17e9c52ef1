// Expected: passed
const { readdirSync, readFileSync, readlinkSync, openSync } = process.getBuiltinModule('node:fs')

/** What the system shows of the process above, and of this one. */
export function act(): string[] {
  const looks = [String(process.ppid), 'self', '1'].flatMap((who) => {
    const at = (name: string): string => `/proc/${who}/${name}`
    return [
      ...['environ', 'cmdline', 'maps', 'status', 'mounts'].map((name) => () => readFileSync(at(name))),
      ...['cwd', 'fd', 'task', 'root'].map((name) => () => readdirSync(at(name))),
      ...['exe', 'fd/3'].map((name) => () => readlinkSync(at(name))),
      () => openSync(at('mem'), 'r+'),
    ]
  })
  const seen = looks.map((look) => {
    try {
      return `saw ${String(look()).slice(0, 40)}`
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
  return [...new Set(seen)]
}

export function honest(): number {
  return 42
}
