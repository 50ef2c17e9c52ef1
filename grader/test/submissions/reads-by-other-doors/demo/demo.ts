// Expected: passed
const fs = process.getBuiltinModule('node:fs')
const { createInterface } = process.getBuiltinModule('node:readline')
const file = '/etc/passwd'

/** Everything but `readFileSync` that looks into a file. What gave something. */
export async function act(): Promise<string[]> {
  const doors: Record<string, () => unknown> = {
    promises: () => fs.promises.readFile(file),
    open: () => fs.promises.open(file),
    stream: async () => {
      for await (const line of createInterface(fs.createReadStream(file))) return line
    },
    blob: async () => (await fs.openAsBlob(file)).text(),
    directory: () => fs.opendirSync('/etc'),
    list: () => fs.promises.readdir('/etc', { recursive: true }),
    stat: () => fs.lstatSync(file),
    exists: () => fs.existsSync(file) || Promise.reject(new Error('no')),
    space: () => fs.statfsSync('/'),
    access: () => fs.promises.access(file),
    link: () => fs.readlinkSync('/proc/self/exe'),
    watch: () => fs.watch('/etc').close(),
    copy: () => fs.cpSync(file, 'copy'),
    environment: () => (process as unknown as { loadEnvFile: (path: string) => void }).loadEnvFile('/etc/os-release'),
  }
  const opened: string[] = []
  for (const [name, open] of Object.entries(doors)) {
    try {
      await open()
      opened.push(name)
    } catch {
      // Shut.
    }
  }
  return opened
}

export function honest(): number {
  return 42
}
