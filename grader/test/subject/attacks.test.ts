import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { IsolationLevel } from '../../subject/confinement.ts'
import { SubjectFailure, type Subject } from '../../subject/subject.ts'
import { provenLevels } from './proven.ts'
import { workbench, type Workbench } from './workbench.ts'

type Level = Exclude<IsolationLevel, 'L3'>

const localhost = /^(127\.|::1$)/

/** What each attack comes to, level by level: the documented promises. A word of the fixture's, or of the finding's. */
const outcomes: Readonly<Record<string, Readonly<Record<Level, string | RegExp>>>> = {
  tcp: { L0: 'connected', U: 'connected', L1: 'network', L2: 'network' },
  // In bubblewrap's box there is a loopback, with nobody at the other end.
  udp: { L0: 'sent', U: 'sent', L1: 'network', L2: 'sent' },
  'unix socket': { L0: 'connected', U: 'network', L1: 'connected', L2: 'network' },
  // A name that stands in a file of the system's; there is none in the box.
  'name service': { L0: localhost, U: localhost, L1: localhost, L2: 'network' },
  // Without content, but with a name: what is open to the user who runs the subject.
  'name of a socket': { L0: 'left', U: 'EACCES', L1: 'left', L2: 'EROFS' },
  priority: { L0: 'set', U: /EACCES|EPERM/, L1: 'ESRCH', L2: 'ESRCH' },
  'signal 0': { L0: 'sent', U: 'EPERM', L1: 'ESRCH', L2: 'ESRCH' },
}

const fixtures: Readonly<Record<string, string>> = {
  'name of a socket': 'leaves-a-socket',
  priority: 'slows-its-parent',
  'signal 0': 'signals-parent',
}

describe.each(provenLevels(['L0', 'U', 'L1', 'L2']))(
  'What an attack comes to at level $level',
  ({ level, isolation }) => {
    const start = (bench: Workbench, crime: string): Promise<Subject> => bench.subject(crime, { isolation })

    it.for(Object.entries(outcomes))('%s', async ([attack, expected]) => {
      const bench = workbench()
      const subject = await start(bench, fixtures[attack] ?? 'uses-network')
      const { heard, outcome } = await carryOut(attack, subject, bench)
      expect(outcome).toMatch(expected[level as Level])
      const cut = outcome === 'network' || (['tcp', 'udp'].includes(attack) && ['L1', 'L2'].includes(level))
      if (cut) expect(heard).toEqual([])
      expect(await subject.call('honest')).toBe(42)
    })

    it('what it serves is reached from outside only where the network is open, and by nobody after it', async () => {
      const bench = workbench()
      const server = await start(bench, 'serves-a-port')
      const port = await server.call('act')
      const open = ['L0', 'U'].includes(level)
      expect(await reaches(port)).toBe(open)
      server.close()
      await vi.waitFor(async () => {
        expect(await reaches(port)).toBe(false)
      })
    })

    it('no file of the system, of the grader or of another process can be read or written', async () => {
      const bench = workbench()
      const reader = await start(bench, 'reads-files')
      const own = String(process.pid)
      const places = [
        '/etc/passwd',
        '/proc/self/environ',
        `/proc/${own}/environ`,
        `/proc/${own}/cmdline`,
        bench.pids,
        '/',
      ]
      expect(await reader.call('attempt', places)).toEqual(places.map(() => 'ERR_ACCESS_DENIED'))
      const writer = await start(bench, 'writes-files')
      const writes = [
        'x',
        '/tmp/x',
        '/dev/shm/x',
        path.join(bench.folder, 'x'),
        '/proc/self/oom_score_adj',
        '/dev/stdout',
      ]
      expect(await writer.call('attempt', writes)).toEqual(writes.map(() => 'ERR_ACCESS_DENIED'))
      expect(bench.running()).toHaveLength(2)
    })
  },
)

/** Names on this machine, so that no test asks anybody else. */
async function carryOut(
  attack: string,
  subject: Subject,
  bench: Workbench,
): Promise<{ heard: readonly string[]; outcome: string }> {
  const heard: string[] = []
  const outcome = async (fn: string, ...args: readonly unknown[]): Promise<string> => {
    try {
      return String(await subject.call(fn, ...args))
    } catch (error) {
      if (error instanceof SubjectFailure) return String(error.finding.params['what'] ?? error.finding.params['error'])
      throw error
    }
  }
  switch (attack) {
    case 'tcp':
      return { heard, outcome: await outcome('tcp', await listen(heard)) }
    case 'unix socket': {
      const socket = path.join(bench.folder, 'socket')
      await listen(heard, socket)
      return { heard, outcome: await outcome('socket', socket) }
    }
    case 'udp':
      return { heard, outcome: await outcome('udp', await bind(heard)) }
    case 'name service':
      return { heard, outcome: await outcome('dns', 'localhost') }
    case 'name of a socket':
      return { heard, outcome: await outcome('act', path.join(bench.folder, 'left')) }
    case 'priority':
      return { heard, outcome: await outcome('attempt', process.pid) }
    default:
      return { heard, outcome: await outcome('attempt', process.pid, 0) }
  }
}

/** Whether a port of this machine answers; what is no port is none. */
function reaches(port: unknown): Promise<boolean> {
  if (typeof port !== 'number') return Promise.resolve(false)
  return new Promise((resolve) => {
    const connection = connect({ port, host: '127.0.0.1' })
    connection.on('connect', () => {
      connection.destroy()
      resolve(true)
    })
    connection.on('error', () => {
      resolve(false)
    })
  })
}

async function listen(heard: string[], socket?: string): Promise<number> {
  const server = createServer((connection) => {
    heard.push('connection')
    connection.on('error', () => undefined).destroy()
  })
  if (socket === undefined) server.listen(0, '127.0.0.1')
  else server.listen(socket)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return socket === undefined ? (server.address() as AddressInfo).port : 0
}

async function bind(heard: string[]): Promise<number> {
  const socket = createSocket('udp4', () => heard.push('datagram')).bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => {
    socket.close()
  })
  return socket.address().port
}
