export function fail(): never {
  throw new Error('deep inside')
}
