// Expected: failed denied subject.denied
const { subscribe } = process.getBuiltinModule('node:diagnostics_channel')
const { register } = process.getBuiltinModule('node:module')

interface Started {
  readonly worker: { readonly constructor: new (source: string, options: object) => unknown }
}

/** Node runs hooks of its loader in a thread of its own, and told of it: the class of that thread asked for no permission. */
export function act(): number {
  let stolen = 0
  subscribe('worker_threads', (message) => {
    new (message as Started).worker.constructor('while (true);', { eval: true })
    stolen++
  })
  register('data:text/javascript,')
  return stolen
}

export function honest(): number {
  return 42
}
