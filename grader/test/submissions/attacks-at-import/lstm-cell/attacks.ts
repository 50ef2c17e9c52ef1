/** Where to: a test writes the line anew. */
const target = { secret: '', file: '', port: 1, socket: '', pipe: 77 }

/** What could be read of what nobody may read. */
export const stolen: string[] = []

const { readFileSync, readSync, readdirSync, writeFileSync } = process.getBuiltinModule('node:fs')
const { connect } = process.getBuiltinModule('node:net')
const { spawn } = process.getBuiltinModule('node:child_process')
const parent = String(process.ppid)

function attempt(act: () => unknown): void {
  try {
    act()
  } catch {
    // The next one, then.
  }
}

const steal = (act: () => unknown): void => {
  attempt(() => stolen.push(String(act())))
}

steal(() => readFileSync(target.secret, 'utf8'))
steal(() => readFileSync(`/proc/${parent}/environ`, 'utf8'))
steal(() => readFileSync(`/proc/${parent}/cmdline`, 'utf8'))
steal(() => readdirSync('/proc').join())
steal(() => JSON.stringify(process.env))
steal(() => {
  const bytes = new Uint8Array(80)
  return new TextDecoder().decode(bytes.subarray(0, readSync(target.pipe, bytes)))
})
attempt(() => {
  writeFileSync(target.file, '{ "points": 100 }')
})
attempt(() => spawn(process.execPath, ['-e', `fs.writeFileSync(${JSON.stringify(target.file)}, '100')`], { detached: true }))
for (const signal of ['SIGUSR1', 'SIGURG'] as const) attempt(() => process.kill(process.ppid, signal))
for (const where of [{ port: target.port, host: '127.0.0.1' }, { path: target.socket }]) {
  connect(where)
    .on('connect', function () {
      this.end('stolen')
    })
    .on('error', () => undefined)
}
console.log('100/100', '::error::forged')
