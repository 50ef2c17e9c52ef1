// Expected: crashed exited subject.died
const { setFlagsFromString } = process.getBuiltinModule('node:v8')
const { runInNewContext } = process.getBuiltinModule('node:vm')

/** Flags that lift limits, bring back what was taken away, and write to any file that the user may write to. */
export function act(): unknown {
  const flags = ['--expose-wasm', '--max-old-space-size=8192', '--redirect-code-traces', '--redirect-code-traces-to=left.txt']
  for (const flag of [...flags, '--print-code', '--trace-turbo']) setFlagsFromString(flag)
  return runInNewContext('[1, 2, 3].map((x) => x * x).length')
}

export function honest(): number {
  return 42
}
