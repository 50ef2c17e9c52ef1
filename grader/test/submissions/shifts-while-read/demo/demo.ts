// Expected: passed
/** A list that holds numbers as long as somebody asks whether it does. */
export function act(): unknown {
  let reads = 0
  return new Proxy([1, 2, 3], {
    get: (list, key, receiver) =>
      typeof key === 'string' && /^\d+$/.test(key) ? (++reads > 3 ? '9' : 1) : (Reflect.get(list, key, receiver) as unknown),
  })
}

export function honest(): number {
  return 42
}
