// Expected: failed denied subject.denied
/** Native code, which no permission of Node's binds. */
export function act(): unknown {
  const module = { exports: {} }
  process.dlopen(module, '/usr/lib/addon.node')
  return module.exports
}

export function honest(): number {
  return 42
}
