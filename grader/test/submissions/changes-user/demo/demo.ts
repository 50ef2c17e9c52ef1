// Expected: failed denied subject.denied
/** Whoever it becomes, and wherever it stands: the file stays shut. */
export function act(): string {
  const { seteuid, setgid, setgroups, setuid, chdir } = process
  for (const change of [() => setgroups?.([0]), () => setgid?.(0), () => setuid?.(0), () => seteuid?.(0), () => chdir('/')]) {
    try {
      change()
    } catch {
      // The next one, then.
    }
  }
  return process.getBuiltinModule('node:fs').readFileSync('/etc/shadow', 'utf8')
}

export function honest(): number {
  return 42
}
