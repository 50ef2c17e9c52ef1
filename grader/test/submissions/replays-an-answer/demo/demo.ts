// Expected: crashed protocol subject.protocol
const { writeSync } = process.getBuiltinModule('node:fs')
const { Socket } = process.getBuiltinModule('node:net')
const { write } = Socket.prototype
let last: Uint8Array = new Uint8Array()

Socket.prototype.write = function (this: InstanceType<typeof Socket>, bytes: Uint8Array): boolean {
  last = bytes
  return write.call(this, bytes)
} as typeof write

/** A frame that was right once, with the id of a question that has been answered. */
export function act(): number {
  writeSync(3, last)
  return 42
}

export function honest(): number {
  return 42
}
