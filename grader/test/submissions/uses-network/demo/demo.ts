// Expected: failed denied subject.denied
const { connect } = process.getBuiltinModule('node:net')
const { createSocket } = process.getBuiltinModule('node:dgram')
const { lookup } = process.getBuiltinModule('node:dns')

/** Nobody listens there: with a network the answer is a refusal, without one there is no way. */
export async function act(): Promise<string> {
  return tcp(1)
}

export function tcp(port: number): Promise<string> {
  return reach({ host: '127.0.0.1', port })
}

export function socket(path: string): Promise<string> {
  return reach({ path })
}

export function udp(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const sender = createSocket('udp4').on('error', reject)
    sender.send('secret', port, '127.0.0.1', (error) => {
      sender.close()
      if (error) reject(error)
      else resolve('sent')
    })
  })
}

/** Asks for a name: whoever serves it would learn what stands in it. */
export function dns(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    lookup(name, (error, address) => {
      if (error) reject(error)
      else resolve(address)
    })
  })
}

function reach(where: { host: string; port: number } | { path: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const connection = connect(where)
    connection.on('error', reject)
    connection.on('connect', () => {
      connection.end('secret', () => {
        resolve('connected')
      })
    })
  })
}

export function honest(): number {
  return 42
}
