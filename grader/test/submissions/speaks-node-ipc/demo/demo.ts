// Expected: crashed protocol subject.protocol
/** What a parent that had forked this process by Node's own means would obey. */
export function act(): number {
  process.env.NODE_CHANNEL_FD = '3'
  process.send?.({ cmd: 'NODE_HANDLE', type: 'net.Socket', msg: {} })
  const message = { cmd: 'NODE_HANDLE', type: 'net.Socket', msg: {}, key: 'x' }
  process.getBuiltinModule('node:fs').writeSync(3, `${JSON.stringify(message)}\n`)
  return 42
}

export function honest(): number {
  return 42
}
