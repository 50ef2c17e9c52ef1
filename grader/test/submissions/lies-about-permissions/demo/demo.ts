// Expected: failed denied subject.denied
/** What says whether something is allowed may be the student's to replace; what decides is not. */
export function act(): string {
  const lies = [
    () => Object.assign(process.permission, { has: () => true }),
    () => Object.defineProperty(process, 'permission', { value: { has: () => true } }),
    () => process.execArgv.push('--allow-fs-read=*'),
    () => (process.env.NODE_OPTIONS = '--allow-fs-read=*'),
  ]
  for (const lie of lies) {
    try {
      lie()
    } catch {
      // The next one, then.
    }
  }
  return process.getBuiltinModule('node:fs').readFileSync('/etc/passwd', 'utf8')
}

export function honest(): number {
  return 42
}
