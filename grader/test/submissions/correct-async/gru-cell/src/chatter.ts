export function announced<T>(name: string, value: T): T {
  console.debug(name, typeof value)
  console.table([{ name, at: 'the end' }])
  return value
}

export function frozen<T extends object>(value: T): T {
  return Object.freeze(value)
}
