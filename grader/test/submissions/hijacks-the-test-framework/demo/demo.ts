// Expected: passed
/** Where test frameworks leave themselves in the global object. */
const names = ['vi', 'jest', 'expect', 'it', 'test', 'describe', 'beforeEach', '__vitest_worker__', '__vitest_index__']
const symbols = ['$$jest-matchers-object', 'matchers-object', 'jest-matchers-object', 'expect-global']
const found = [...names.filter((name) => name in globalThis), ...symbols.filter((name) => Symbol.for(name) in globalThis)]
const always = (): object => new Proxy(() => undefined, { get: always, apply: always })

Object.assign(globalThis, Object.fromEntries(names.map((name) => [name, always()])))
for (const name of symbols) Object.assign(globalThis, { [Symbol.for(name)]: always() })
process.exitCode = 0

/** What there was to take over. */
export function act(): string[] {
  return found
}

export function honest(): number {
  return 42
}
