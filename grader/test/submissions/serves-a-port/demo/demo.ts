// Expected: passed
const { createServer } = process.getBuiltinModule('node:net')

/** Answers for whoever comes later, as long as this process lives. */
export function act(port = 0): Promise<unknown> {
  return new Promise((resolve) => {
    const server = createServer((connection) => connection.end('42'))
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code)
    })
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as { port: number }).port)
    })
  })
}

export function honest(): number {
  return 42
}
