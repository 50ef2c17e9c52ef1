// Expected: crashed protocol subject.protocol
const { writeSync } = process.getBuiltinModule('node:fs')

/** An answer before anything was asked of it. */
writeSync(3, frame('early'))

function frame(id: string): Uint8Array {
  const header = Buffer.from(JSON.stringify(['o', [['id', id], ['status', 'ok'], ['value', 42]]]))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(4 + header.length, 0)
  lengths.writeUInt32LE(header.length, 4)
  return Buffer.concat([lengths, header])
}

export function act(): number {
  return 42
}
