// Expected: crashed protocol subject.protocol
/** Every list that is written as JSON says something else. */
export function act(): unknown {
  const prototype = Array.prototype as { toJSON?: () => unknown }
  prototype.toJSON = () => {
    delete prototype.toJSON
    return ['o', [['__proto__', ['o', []]]]]
  }
  return { passed: true }
}

export function honest(): number {
  return 42
}
