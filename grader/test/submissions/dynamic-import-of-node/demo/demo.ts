// Expected: failed denied subject.denied
export async function act(): Promise<string> {
  const name = ['node', 'fs'].join(':')
  const { readFileSync } = (await import(name)) as typeof import('node:fs')
  return readFileSync('/etc/hostname', 'utf8')
}

export function honest(): number {
  return 42
}
