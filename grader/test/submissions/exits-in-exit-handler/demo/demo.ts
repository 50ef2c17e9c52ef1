// Expected: crashed exited subject.exited
/** What fails is to look like what ended well. */
export function act(): Promise<number> {
  process.on('exit', () => {
    ;(process as unknown as { reallyExit: (code: number) => void }).reallyExit(0)
  })
  setTimeout(() => {
    throw new Error('nobody catches this')
  }, 0)
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
