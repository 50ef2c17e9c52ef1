// Expected: crashed protocol subject.protocol
const { writeSync } = process.getBuiltinModule('node:fs')

export function act(): Promise<number> {
  setTimeout(() => writeSync(3, frame('late')), 1)
  return new Promise(() => undefined)
}

/** Answers first, and once more a moment later. */
export function leave(): number {
  setTimeout(() => writeSync(3, frame('late')), 1)
  return 1
}

function frame(id: string): Uint8Array {
  const header = Buffer.from(JSON.stringify(['o', [['id', id], ['status', 'ok'], ['value', 42]]]))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(4 + header.length, 0)
  lengths.writeUInt32LE(header.length, 4)
  return Buffer.concat([lengths, header])
}

export function honest(): number {
  return 42
}
