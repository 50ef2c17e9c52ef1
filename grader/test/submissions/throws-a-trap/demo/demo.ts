// Expected: failed threw subject.threw
export function act(): number {
  throw new Proxy(new Error('trap'), {
    get: () => {
      throw new Error('do not look')
    },
  })
}

export function honest(): number {
  return 42
}
