// Expected: passed
const { Socket } = process.getBuiltinModule('node:net')

/** The guest's own bytes on their way out, with their true id: 7 becomes 8. It could as well have returned 8. */
export function act(): number {
  const { write } = Socket.prototype
  Socket.prototype.write = function (this: InstanceType<typeof Socket>, bytes: Uint8Array): boolean {
    Socket.prototype.write = write
    return write.call(this, Buffer.from(Buffer.from(bytes).toString('latin1').replace('"value",7', '"value",8'), 'latin1'))
  } as typeof write
  return 7
}

export function honest(): number {
  return 42
}
