// Expected: passed
import { Matrix } from 'ml-matrix'

export function act(): number {
  return 1
}

export function around(): Record<string, unknown> {
  return {
    env: Object.keys(process.env),
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    ipc: typeof process.send,
    globals: ['vi', 'expect', 'test', 'describe'].filter((name) => name in globalThis),
  }
}

/** Whether values that were handed over look like those a caller in the same file would make. */
export function ordinary(params: { a: Matrix; b: number[] }, list: unknown[]): Record<string, unknown> {
  return {
    own: typeof params.hasOwnProperty === 'function' && params.hasOwnProperty('a'),
    text: typeof params.toString,
    list: Array.isArray(list),
    keys: Object.keys(params),
    matrix: params.a instanceof Matrix,
  }
}

export function honest(): number {
  return 42
}
