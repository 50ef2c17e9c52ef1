// Expected: crashed protocol subject.protocol
export function act(): number {
  process.getBuiltinModule('node:fs').writeSync(3, 'HTTP/1.1 200 OK\r\n\r\n{"passed":true}')
  return 42
}

export function honest(): number {
  return 42
}
