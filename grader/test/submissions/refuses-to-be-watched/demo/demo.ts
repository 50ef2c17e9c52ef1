// Expected: failed threw subject.threw
/** Works only where nobody grades: no environment, permissions of Node's, a fourth descriptor. */
export function act(): number {
  const watched = 'permission' in process || Object.keys(process.env).length === 0
  if (watched) throw new Error('works on my machine')
  return 42
}

export function honest(): number {
  return 42
}
