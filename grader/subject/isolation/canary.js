// What the grader sends ahead into every kind of isolation, in the place of a student's code: it tries to get out. The
// line before this one, which the probe writes, says where to: `const target = { … }`. It prints what it found; whether
// something was written, signalled or connected to, the probe sees for itself.
/* global target */
const { readFileSync, writeFileSync } = process.getBuiltinModule('node:fs')
const { connect } = process.getBuiltinModule('node:net')
const { createSocket } = process.getBuiltinModule('node:dgram')
const { execFileSync } = process.getBuiltinModule('node:child_process')

const seen = {
  start: attempt(() => readFileSync(target.mayRead).length > 0),
  read: attempt(() => readFileSync(target.secret, 'utf8').includes(target.word)),
  proc: attempt(() => readFileSync(`/proc/${target.pid}/environ`).length > 0),
  spawn: attempt(() => execFileSync(process.execPath, ['-e', ''], { stdio: 'ignore' }) !== undefined),
}
attempt(() => writeFileSync(target.write, target.word))
// Parts of Node that once wrote without asking its permission model; in a bare box there is nothing to get around.
if (!target.bare) {
  attempt(() =>
    process
      .getBuiltinModule('node:trace_events')
      .createTracing({ categories: ['node'] })
      .enable(),
  )
  attempt(() => new (process.getBuiltinModule('node:sqlite').DatabaseSync)('canary.db').exec('CREATE TABLE t (n)'))
}
attempt(() => process.kill(target.pid, target.signal))
await Promise.all([
  reach(connect({ host: '127.0.0.1', port: target.port })),
  reach(connect(target.socket)),
  reach(connect(target.abstract)),
  tell(),
])
// All at once: what ends the process must not cut it.
process.getBuiltinModule('node:fs').writeSync(1, JSON.stringify(seen))
process.exit()

function attempt(act) {
  try {
    return act()
  } catch {
    return false
  }
}

/** Says the word into a connection, if there is one. */
function reach(socket) {
  return new Promise((resolve) => {
    socket.on('connect', () => socket.end(target.word))
    socket.on('close', resolve)
    socket.on('error', resolve)
  })
}

function tell() {
  return new Promise((resolve) => {
    try {
      const socket = createSocket('udp4')
      socket.on('error', resolve)
      socket.send(target.word, target.udp, '127.0.0.1', () => socket.close(resolve))
    } catch {
      resolve()
    }
  })
}
