// Expected: passed
/** All that this process can say of where it runs. */
export function act(): string {
  const { argv, argv0, config, cwd, env, execArgv, execPath, features, release, title } = process
  const module = process.getBuiltinModule('node:module')
  const seen = { argv, argv0, config, cwd: cwd(), env, execArgv, execPath, features, release, title, url: import.meta.url }
  const stack = new Error('where').stack
  const caches = [Object.keys((module as unknown as { _cache?: object })._cache ?? {}), Object.keys(globalThis)]
  return JSON.stringify({ ...seen, stack, caches, report: report(), user: attempt(() => process.getBuiltinModule('node:os').userInfo()) })
}

function report(): unknown {
  return attempt(() => process.report.getReport())
}

function attempt(look: () => unknown): unknown {
  try {
    return look()
  } catch (error) {
    return String(error)
  }
}

export function honest(): number {
  return 42
}
