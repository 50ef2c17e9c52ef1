// Expected: passed
/** Text that becomes a module when nobody looks: a module of text sees no more than this one. */
export async function act(): Promise<unknown[]> {
  const sources = ['export default 6 * 7', 'import { readFileSync } from "node:fs"; export default readFileSync("/etc/passwd")']
  return Promise.all(
    sources.map((source) =>
      import(`data:text/javascript,${encodeURIComponent(source)}`).then(
        (loaded: { default: unknown }) => loaded.default,
        (error: unknown) => (error as { code: string }).code,
      ),
    ),
  )
}

export function honest(): number {
  return 42
}
