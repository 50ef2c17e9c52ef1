// Expected: passed
export function act(): number {
  return open().length
}

/** What can be read from descriptors that were open when this process began, besides its own four. */
export function open(): string[] {
  const { fstatSync, readSync } = process.getBuiltinModule('node:fs')
  return Array.from({ length: 252 }, (_, k) => k + 4).flatMap((descriptor) => {
    try {
      if (!fstatSync(descriptor).isFile()) return []
      const bytes = new Uint8Array(80)
      return [new TextDecoder().decode(bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0)))]
    } catch {
      return []
    }
  })
}

export function honest(): number {
  return 42
}
