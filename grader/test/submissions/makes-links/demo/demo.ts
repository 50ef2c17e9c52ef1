// Expected: passed
const fs = process.getBuiltinModule('node:fs')
const { fileURLToPath } = process.getBuiltinModule('node:url')

/** Names of its own for what is not its own, some below a file that it may read. */
export function act(): string[] {
  const own = fileURLToPath(import.meta.url)
  const ways = [
    () => fs.symlinkSync('/etc/passwd', 'link'),
    () => fs.symlinkSync('../../../../../etc', `${own}.link`),
    () => fs.linkSync('/etc/passwd', 'link'),
    () => fs.linkSync(own, 'link'),
    () => fs.renameSync(own, 'moved'),
    () => fs.copyFileSync('/etc/passwd', 'copy'),
    () => fs.mkdtempSync('/tmp/left-'),
    () => fs.chmodSync(own, 0o777),
    () => fs.utimesSync(own, 0, 0),
    () => fs.rmSync(own),
    () => fs.truncateSync(own),
  ]
  const done = ways.map((way) => {
    try {
      way()
      return 'done'
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
  return [...new Set(done)]
}

export function honest(): number {
  return 42
}
