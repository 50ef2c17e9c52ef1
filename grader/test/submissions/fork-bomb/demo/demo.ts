// Expected: failed denied subject.denied
export function act(): number {
  const { spawn } = process.getBuiltinModule('node:child_process')
  const started = Array.from({ length: 30 }, () =>
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)'], { detached: true, stdio: 'ignore' }),
  )
  return started.filter(({ pid }) => pid !== undefined).length
}

export function honest(): number {
  return 42
}
