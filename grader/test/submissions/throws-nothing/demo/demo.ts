// Expected: failed threw subject.threw
/** An error that says nothing at all. */
export function act(): never {
  throw ''
}

export function blank(): never {
  throw Object.assign(new Error(''), { name: '', stack: '' })
}

export function nil(): never {
  throw undefined
}

export function symbol(): never {
  throw Symbol('s')
}

export function bigint(): never {
  throw 10n
}

export function honest(): number {
  return 42
}
