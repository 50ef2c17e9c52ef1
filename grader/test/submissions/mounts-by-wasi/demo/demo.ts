// Expected: failed denied subject.denied
/** WebAssembly's own system interface opens folders by itself. */
export function act(): unknown {
  const { WASI } = process.getBuiltinModule('node:wasi')
  return new WASI({ version: 'preview1', preopens: { '/': '/' } }).wasiImport
}

export function honest(): number {
  return 42
}
