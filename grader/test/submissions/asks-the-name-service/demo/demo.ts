// Expected: failed denied subject.denied
const { Resolver } = process.getBuiltinModule('node:dns')

/** Whoever serves the name learns what stands in it. Here nobody does. */
export function act(): Promise<string[]> {
  const resolver = new Resolver({ timeout: 100, tries: 1 })
  resolver.setServers(['127.0.0.1:1'])
  return new Promise((resolve, reject) => {
    resolver.resolve4('secret.example.invalid', (error, addresses) => {
      if (error) reject(error)
      else resolve(addresses)
    })
  })
}

export function honest(): number {
  return 42
}
