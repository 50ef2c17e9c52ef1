// Expected: passed
const { createServer } = process.getBuiltinModule('node:net')

/** A socket with a name is a file of a kind, which the permission model does not ask about: no content, but a name. */
export function act(name = 'left'): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().on('error', (error: NodeJS.ErrnoException) => {
      resolve(String(error.code))
    })
    server.listen(name, () => {
      resolve('left')
    })
  })
}

export function honest(): number {
  return 42
}
