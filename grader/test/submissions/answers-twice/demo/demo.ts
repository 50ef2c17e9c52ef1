// Expected: crashed protocol subject.protocol
/** A well-formed answer of its own on the channel, before the guest's. */
export function act(): number {
  const { writeSync } = process.getBuiltinModule('node:fs')
  const header = Buffer.from(JSON.stringify(['o', [['id', 'mine'], ['status', 'ok'], ['value', 42]]]))
  const frame = Buffer.alloc(8 + header.length)
  frame.writeUInt32LE(4 + header.length, 0)
  frame.writeUInt32LE(header.length, 4)
  header.copy(frame, 8)
  writeSync(3, frame)
  return 42
}

export function honest(): number {
  return 42
}
