import { nodeArguments, portable, type Confinement, type IsolationLevel, type NodeCommand } from '../confinement.ts'
import { limitArguments } from './limits.ts'
import type { Tool } from './tools.ts'

/** How subjects are shut in on this machine, as plain data: it crosses over to the thread that starts them. */
export type Isolation =
  | { readonly level: 'L0' }
  | { readonly level: 'U'; readonly tools: Tools<'setpriv' | 'prlimit'>; readonly uid: number }
  | { readonly level: 'L1'; readonly tools: Tools<'setpriv' | 'prlimit' | 'unshare'> }
  | {
      readonly level: 'L2'
      readonly tools: Tools<'prlimit' | 'bwrap'>
      /** Files of Node's own, and where they lie in the box. */
      readonly files: readonly { readonly at: string; readonly from: string }[]
      /** Whether this bubblewrap can forbid namespaces inside of its box. */
      readonly disableUserns: boolean
    }

type Tools<Name extends Tool> = Readonly<Record<Name, string>>

/** From the weakest to the strongest. */
export const levels: readonly IsolationLevel[] = ['L0', 'U', 'L1', 'L2', 'L3']

/** Where nothing has been probed: what holds everywhere. */
export const unprobed: Isolation = { level: 'L0' }

/** The way to run subjects that `isolation` describes. */
export function confinementOf(isolation: Isolation): Confinement {
  if (isolation.level === 'L0') return portable
  return {
    level: isolation.level,
    command: (node) => wrap(isolation, node, nodeArguments(node)),
    signalsByCode: isolation.level === 'L2',
  }
}

/** A command that shuts Node in as `isolation` says, with whatever arguments: the canary also tries without its own. */
export function wrap(
  isolation: Isolation,
  { reads }: Pick<NodeCommand, 'reads'>,
  args: readonly string[],
): { readonly file: string; readonly args: readonly string[] } {
  switch (isolation.level) {
    case 'L0':
      return { file: process.execPath, args }
    case 'U':
      return command([...otherUser(isolation), ...limits(isolation.tools.prlimit), process.execPath, ...args])
    case 'L1':
      return command([...limits(isolation.tools.prlimit), ...namespaces(isolation.tools), process.execPath, ...args])
    case 'L2':
      return command([...limits(isolation.tools.prlimit), ...box(isolation, reads), process.execPath, ...args])
  }
}

function command([file = '', ...args]: readonly string[]): { readonly file: string; readonly args: readonly string[] } {
  return { file, args }
}

function limits(prlimit: string): string[] {
  return [prlimit, ...limitArguments, '--']
}

/** Another user, without groups or any way to become more. */
function otherUser({ tools, uid }: Extract<Isolation, { level: 'U' }>): string[] {
  const id = String(uid)
  return [tools.setpriv, '--reuid', id, '--regid', id, '--clear-groups', ...powerless, '--pdeathsig', 'KILL', '--']
}

/** Without capabilities, also where the user inside is root, and without a way to get some. */
const powerless = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all']

/** No network, no processes but its own, all of which end with the one that started them. */
function namespaces({ setpriv, unshare }: Extract<Isolation, { level: 'L1' }>['tools']): string[] {
  return [
    ...[setpriv, '--pdeathsig', 'KILL', '--'],
    ...[unshare, '--user', '--map-current-user', '--net', '--ipc', '--uts', '--pid', '--mount-proc'],
    ...['--fork', '--kill-child', '--'],
    ...[setpriv, ...powerless, '--'],
  ]
}

/** A file system with Node, its libraries and what the subject reads, all of it read-only, and nothing else. */
function box({ tools, files, disableUserns }: Extract<Isolation, { level: 'L2' }>, reads: readonly string[]): string[] {
  return [
    ...[tools.bwrap, '--unshare-all', '--unshare-user', ...(disableUserns ? ['--disable-userns'] : [])],
    // No `--new-session`: the process begins one of its own already, and the whole group can be ended at once.
    ...['--die-with-parent', '--uid', '65534', '--gid', '65534', '--hostname', 'subject'],
    ...['--clearenv', '--cap-drop', 'ALL'],
    ...files.flatMap(({ at, from }) => ['--ro-bind', from, at]),
    ...[...new Set(reads)].flatMap((file) => ['--ro-bind', file, file]),
    ...['--proc', '/proc', '--dev', '/dev', '--remount-ro', '/dev'],
    ...['--dir', '/cwd', '--remount-ro', '/', '--chdir', '/cwd', '--'],
  ]
}
