import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { reaches, type Reach } from '../../model/report.ts'
import { nodeArguments } from '../confinement.ts'
import { alone } from './alone.ts'
import { killGroup } from './kill.ts'
import { wrap, type Isolation } from './levels.ts'
import { textOf } from './look.ts'

/** What came of sending a canary: what it reached, or why it never sang. */
export type Song =
  | { readonly kind: 'sang'; readonly reached: readonly Reach[] }
  | { readonly kind: 'blind' }
  | { readonly kind: 'silent'; readonly said: string }

/** A canary that needs longer than this does not start at all. */
const deadlineMs = 15_000

/** Signals that do nothing to whom they were not meant for. */
const signals = { strict: 'SIGURG', bare: 'SIGCONT' } as const

/** A place outside of every box that tells what reached it: files, servers, and this process itself. */
export class Mine {
  /** Removed when it closes. */
  readonly folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-canary-'))
  readonly #script: string
  readonly #mayRead: string
  readonly #heard: Record<'connect' | 'socket', string> = { connect: '', socket: '' }
  readonly #servers: Server[] = []
  readonly #udp = createSocket('udp4', (message) => (this.#heard.connect += message.toString()))
  #sent = 0

  /** `script` is what canaries run, `mayRead` a file that subjects must be able to read. */
  constructor(script: string, mayRead: string) {
    this.#script = script
    this.#mayRead = realpathSync(mayRead)
    // Another user finds their own files in it and can list nothing.
    chmodSync(this.folder, 0o711)
    writeFileSync(this.#secret, 'nobody', { mode: 0o600 })
    mkdirSync(this.#outside)
  }

  /** Begins to listen. */
  async open(): Promise<{ port: number; udp: number; socket: string; abstract: string }> {
    const socket = process.platform === 'win32' ? String.raw`\\.\pipe\lab11-${id()}` : path.join(this.folder, 'socket')
    const abstract = process.platform === 'linux' ? `\0lab11-${id()}` : socket
    const tcp = await this.#listen('connect', { host: '127.0.0.1', port: 0 })
    await this.#listen('socket', { path: socket })
    if (abstract !== socket) await this.#listen('connect', { path: abstract })
    this.#udp.bind(0, '127.0.0.1')
    await once(this.#udp, 'listening')
    return { port: (tcp.address() as AddressInfo).port, udp: this.#udp.address().port, socket, abstract }
  }

  /**
   * Sends a canary into a box. `bare` leaves out what Node itself is told to deny, so that only the box is tried. Two may
   * be out at a time, one of either kind.
   */
  async send(isolation: Isolation, bare: boolean, targets: Awaited<ReturnType<Mine['open']>>): Promise<Song> {
    const [word, file, name] = [id(), path.join(this.#outside, id()), String(++this.#sent)]
    const signal = signals[bare ? 'bare' : 'strict']
    const [script, cwd] = [path.join(this.folder, `canary-${name}.mjs`), path.join(this.folder, `cwd-${name}`)]
    const target = { ...targets, word, signal, bare, pid: process.pid, secret: this.#secret, write: file }
    writeFileSync(this.#secret, `${readFileSync(this.#secret, 'utf8')} ${word}`)
    writeFileSync(
      script,
      `const target = ${JSON.stringify({ ...target, mayRead: this.#mayRead })}\n${readFileSync(this.#script, 'utf8')}`,
    )
    mkdirSync(cwd)
    let signalled = false
    const hear = (): void => {
      signalled = true
    }
    if (process.platform !== 'win32') process.on(signal, hear)
    try {
      const { stdout, stderr } = await run(isolation, bare, { script, cwd, reads: [script, this.#mayRead] })
      const seen = parse(stdout)
      if (!seen) return { kind: 'silent', said: stderr }
      if (seen['start'] !== true) return { kind: 'blind' }
      const reached: Readonly<Record<Reach, boolean>> = {
        read: seen['read'] === true,
        proc: seen['proc'] === true,
        spawn: seen['spawn'] === true,
        write: textOf(file) !== '' || readdirSync(cwd).length > 0,
        signal: signalled,
        connect: this.#heard.connect.includes(word),
        socket: this.#heard.socket.includes(word),
      }
      return { kind: 'sang', reached: reaches.filter((reach) => reached[reach]) }
    } finally {
      process.off(signal, hear)
    }
  }

  close(): void {
    for (const server of this.#servers) server.close()
    this.#udp.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  get #secret(): string {
    return path.join(this.folder, 'secret')
  }

  get #outside(): string {
    return path.join(this.folder, 'outside')
  }

  async #listen(as: 'connect' | 'socket', where: { host: string; port: number } | { path: string }): Promise<Server> {
    const server = createServer((connection) => {
      connection.on('data', (chunk: Buffer) => (this.#heard[as] += chunk.toString('utf8', 0, 1024)))
      connection.on('error', () => undefined)
    })
    this.#servers.push(server)
    server.listen(where)
    await once(server, 'listening')
    return server
  }
}

interface Run {
  readonly script: string
  readonly cwd: string
  readonly reads: readonly string[]
}

function run(
  isolation: Isolation,
  bare: boolean,
  { script, cwd, reads }: Run,
): Promise<{ stdout: string; stderr: string }> {
  const args = bare ? ['--no-warnings', script] : nodeArguments({ script, reads, wasm: false })
  const { file, args: all } = wrap(isolation, { reads }, args)
  return new Promise((resolve) => {
    const child = spawn(file, all, { ...alone, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => (said[name] = (said[name] + chunk.toString()).slice(0, 4096)))
    const timer = setTimeout(() => {
      killGroup(child.pid)
    }, deadlineMs)
    const end = (): void => {
      clearTimeout(timer)
      // What it sent last is on its way in.
      setTimeout(resolve, 5, said)
    }
    child.on('error', (error) => {
      said.stderr = error.message
      end()
    })
    child.on('close', end)
  })
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function id(): string {
  return randomBytes(12).toString('hex')
}
