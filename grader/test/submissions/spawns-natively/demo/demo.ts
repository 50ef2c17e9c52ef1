// Expected: failed denied subject.denied
/** The machinery below `child_process`, where somebody may have forgotten to ask for permission. */
export function act(): unknown {
  const { binding } = process as unknown as { binding: (name: string) => { spawn: (options: object) => unknown } }
  return binding('spawn_sync').spawn({ file: process.execPath, args: [process.execPath, '--version'], stdio: [] })
}

export function honest(): number {
  return 42
}
