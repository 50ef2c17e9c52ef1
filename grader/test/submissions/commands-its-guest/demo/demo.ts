// Expected: crashed protocol subject.protocol
interface Handles {
  readonly _getActiveHandles: () => NodeJS.EventEmitter[]
}

/** The guest's socket is found among the handles, and told what only the grader may tell. */
export function act(): Promise<number> {
  const header = Buffer.from(JSON.stringify(['o', [['id', 'mine'], ['op', 'read'], ['args', ['a', [42]]]]]))
  const frame = Buffer.alloc(8 + header.length)
  frame.writeUInt32LE(4 + header.length, 0)
  frame.writeUInt32LE(header.length, 4)
  header.copy(frame, 8)
  for (const handle of (process as unknown as Handles)._getActiveHandles())
    if (handle.listenerCount('data') > 0) handle.emit('data', frame)
  return new Promise(() => undefined)
}

export function honest(): number {
  return 42
}
