import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { LabError } from '../../model/errors.ts'
import type { MessageParams } from '../../model/finding.ts'
import type { Reach } from '../../model/report.ts'
import type { IsolationLevel } from '../confinement.ts'
import { Mine, type Song } from './canary.ts'
import { unprobed, type Isolation } from './levels.ts'
import { textOf } from './look.ts'
import { findTool, nodeFiles, type Tool } from './tools.ts'

/** What was seen of one level on this machine. */
export type Trial =
  | { readonly level: IsolationLevel; readonly isolation: Isolation; readonly reached: readonly Reach[] }
  | { readonly level: IsolationLevel; readonly why: Why }

/** Why a level does not hold here and what would help: a message of the catalogue. */
export interface Why {
  readonly messageId: string
  readonly params: MessageParams
}

/** The level that was chosen, what a canary reached in it, and the stronger ones that do not hold. */
export interface Choice {
  readonly isolation: Isolation
  readonly reached: readonly Reach[]
  readonly missed: readonly Extract<Trial, { why: Why }>[]
}

/** The strongest level that a canary proves, from the strongest down. Throws where not even L0 does. */
export async function chooseIsolation(root: string): Promise<Choice> {
  const missed: Extract<Trial, { why: Why }>[] = []
  for await (const trial of trials(root)) {
    if ('isolation' in trial) return { isolation: trial.isolation, reached: trial.reached, missed }
    missed.push(trial)
  }
  throw new LabError('usage', 'isolation.nothing')
}

/** Every level that can be probed from here, the strongest first. */
export async function surveyIsolation(root: string): Promise<readonly Trial[]> {
  const all: Trial[] = []
  for await (const trial of trials(root)) all.push(trial)
  return all
}

/** What each level leaves open: to what subjects run, and to the box alone where Node denies nothing. */
const open = {
  L2: { strict: [], bare: ['spawn'] },
  L1: { strict: ['socket'], bare: ['read', 'write', 'spawn', 'socket'] },
  U: { strict: ['connect', 'socket'], bare: ['spawn', 'connect', 'socket'] },
  L0: { strict: ['signal', 'connect', 'socket'], bare: undefined },
} as const

async function* trials(root: string): AsyncGenerator<Trial> {
  const mine = new Mine(
    path.join(root, 'grader', 'subject', 'isolation', 'canary.js'),
    path.join(root, 'node_modules', 'ml-matrix', 'package.json'),
  )
  try {
    const targets = await mine.open()
    const send = (isolation: Isolation, bare: boolean): Promise<Song> => mine.send(isolation, bare, targets)
    for (const level of ['L2', 'L1', 'U', 'L0'] as const) yield await tryLevel(level, send)
  } finally {
    mine.close()
  }
}

async function tryLevel(
  level: keyof typeof open,
  send: (isolation: Isolation, bare: boolean) => Promise<Song>,
): Promise<Trial> {
  const isolation = candidate[level]()
  if ('messageId' in isolation) return { level, why: isolation }
  const { strict, bare } = open[level]
  const [song, bareSong] = await Promise.all([send(isolation, false), bare && send(isolation, true)])
  const why = complaint(song, strict) ?? (bareSong && complaint(bareSong, bare ?? []))
  if (why) return { level, why }
  return { level, isolation, reached: song.kind === 'sang' ? song.reached : [] }
}

function complaint(song: Song, allowed: readonly Reach[]): Why | undefined {
  if (song.kind === 'blind') return { messageId: 'isolation.unreadable', params: {} }
  if (song.kind === 'silent') return silence(song.said)
  const leaks = song.reached.filter((reach) => !allowed.includes(reach))
  return leaks.length === 0 ? undefined : { messageId: 'isolation.leaks', params: { reached: leaks.join(', ') } }
}

/** What keeps a box from being built, as its builder says it. */
function silence(said: string): Why {
  const detail = said.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
  const namespaces = /uid.?map|namespace|unshare|clone|Operation not permitted|Permission denied/i.test(said)
  if (!namespaces) return { messageId: 'isolation.no-start', params: { detail } }
  const ubuntu = textOf('/proc/sys/kernel/apparmor_restrict_unprivileged_userns').trim() === '1'
  return { messageId: ubuntu ? 'isolation.apparmor' : 'isolation.no-namespaces', params: { detail } }
}

/** How each level would be built here, or what is missing for it. */
const candidate: Readonly<Record<keyof typeof open, () => Isolation | Why>> = {
  L0: () => unprobed,
  U: () => {
    if (process.getuid?.() !== 0) return { messageId: 'isolation.not-root', params: {} }
    const tools = linuxTools('setpriv', 'prlimit')
    return 'messageId' in tools ? tools : { level: 'U', tools, uid: nobody }
  },
  L1: () => {
    const tools = linuxTools('setpriv', 'prlimit', 'unshare')
    return 'messageId' in tools ? tools : { level: 'L1', tools }
  },
  L2: () => {
    const tools = linuxTools('bwrap', 'prlimit')
    if ('messageId' in tools) return tools
    return { level: 'L2', tools, files: nodeFiles(), disableUserns: knowsDisableUserns(tools.bwrap) }
  },
}

/** A user that owns nothing, on every Linux. */
const nobody = 65534

function linuxTools<Name extends Tool>(...names: readonly Name[]): Readonly<Record<Name, string>> | Why {
  if (process.platform !== 'linux') return { messageId: 'isolation.not-linux', params: {} }
  const found = names.map((name) => [name, findTool(name)] as const)
  const missing = found.find(([, file]) => file === undefined)
  if (missing) return { messageId: 'isolation.no-tool', params: { tool: missing[0] } }
  return Object.fromEntries(found) as Readonly<Record<Name, string>>
}

/** Since bubblewrap 0.8. */
function knowsDisableUserns(bwrap: string): boolean {
  try {
    const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(execFileSync(bwrap, ['--version'], { encoding: 'utf8' })) ?? []
    return Number(major) > 0 || Number(minor) >= 8
  } catch {
    return false
  }
}
