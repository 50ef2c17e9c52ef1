// Expected: crashed protocol subject.protocol
const { writeSync } = process.getBuiltinModule('node:fs')

/** A frame of 17 MB of JSON, which would take hundreds to parse. */
export function act(): Promise<number> {
  const lengths = new DataView(new ArrayBuffer(8))
  const text = new Uint8Array(17 * 1024 * 1024).fill('['.charCodeAt(0))
  lengths.setUint32(0, 4 + text.length, true)
  lengths.setUint32(4, text.length, true)
  write(new Uint8Array(lengths.buffer))
  write(text)
  return new Promise(() => undefined)
}

function write(bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(3, bytes.subarray(sent, sent + 65536))
    } catch {
      // The other side is busy.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

export function honest(): number {
  return 42
}
