import { devNull } from 'node:os'

/** How strongly a subject is shut in. L0 is portable: another process and Node's permission model. */
export type IsolationLevel = 'L0' | 'U' | 'L1' | 'L2' | 'L3'

/** The Node process that a subject needs. */
export interface NodeCommand {
  readonly script: string
  /** Files that the process may read; it may write none. */
  readonly reads: readonly string[]
  /** Whether it needs WebAssembly; only what trains models does. */
  readonly wasm: boolean
}

/** One way to run a subject; stronger levels wrap the same Node command in more. */
export interface Confinement {
  readonly level: IsolationLevel
  readonly command: (node: NodeCommand) => { readonly file: string; readonly args: readonly string[] }
  /** True where what is around Node tells of a signal by an exit code of 128 and more. */
  readonly signalsByCode: boolean
}

/** Memory of a subject's JavaScript heap, in MB. */
export const heapMegabytes = 512

/** L0: nothing to install, on every system. It cuts off files, processes, workers and addons, not the network. */
export const portable: Confinement = {
  level: 'L0',
  command: (node) => ({ file: process.execPath, args: nodeArguments(node) }),
  signalsByCode: false,
}

/**
 * What Node itself is told at every level, the script last. WebAssembly without memory computes nothing to speak of; the
 * flag that hides it, `--no-expose-wasm`, is gone from Node 24.
 */
export function nodeArguments({ script, reads, wasm }: NodeCommand): string[] {
  return [
    permissionFlag(),
    ...reads.map((file) => `--allow-fs-read=${file}`),
    `--max-old-space-size=${String(heapMegabytes)}`,
    '--no-addons',
    '--no-warnings',
    '--disallow-code-generation-from-strings',
    ...closedDoors,
    ...(wasm ? [] : ['--wasm-max-mem-pages=0']),
    script,
  ]
}

/**
 * Ways around the permission model that Node's own flags close: traces, a heap snapshot when memory runs out and whatever
 * V8's flags name are written by machinery that asks nobody, and SQLite opens any file.
 */
const closedDoors: readonly string[] = [
  `--trace-event-file-pattern=${devNull}`,
  `--diagnostic-dir=${devNull}`,
  '--freeze-flags-after-init',
  // Node 20 has no SQLite, and no such flag.
  ...['--no-experimental-sqlite'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag)),
]

/** Node 20 knows the permission model by its experimental name only. */
export function permissionFlag(): string {
  return process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
}
