// Expected: passed
const { readFileSync } = process.getBuiltinModule('node:fs')
const path = process.getBuiltinModule('node:path')
const { fileURLToPath } = process.getBuiltinModule('node:url')

/** Spellings of a path that a permission may not recognise, beginning where reading is allowed. */
export function act(): string[] {
  const own = fileURLToPath(import.meta.url)
  const up = `${own}/../../../../../../../../../../etc/passwd`
  const odd: (string | Uint8Array | URL | number)[] = [
    up,
    `${path.dirname(own)}/./x/../../../../../../../../etc/passwd`,
    '//etc//passwd',
    '/etc/passwd/',
    '/proc/self/root/etc/passwd',
    '/proc/self/cwd/../x',
    '/proc/thread-self/environ',
    '/dev/fd/../../etc/passwd',
    Buffer.from('/etc/passwd'),
    new TextEncoder().encode(up),
    new URL('file:///etc/passwd'),
    new URL('file:///etc/%70asswd'),
  ]
  const { utf8Write, toString } = Buffer.prototype as unknown as Record<string, unknown>
  const { resolve } = path
  // Older Nodes made a path out of what they had asked permission for with functions that anybody may replace.
  Object.assign(Buffer.prototype, { utf8Write: () => 0, toString: () => own })
  Reflect.set(path, 'resolve', () => own)
  const read = odd.map((one) => {
    try {
      return `read ${String(readFileSync(one).length)}`
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
  Object.assign(Buffer.prototype, { utf8Write, toString })
  Reflect.set(path, 'resolve', resolve)
  return [...new Set(read)]
}

export function honest(): number {
  return 42
}
