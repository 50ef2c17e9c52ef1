import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { isMat } from '../model/mat.ts'
import type { Confinement, NodeCommand } from './confinement.ts'
import { alone } from './isolation/alone.ts'
import { killGroup } from './isolation/kill.ts'
import { watchProcesses } from './isolation/watch.ts'
import { decode, encode, FrameReader, ProtocolError, TensorValue, type Codec } from './protocol.ts'

/** How a subject's process ended while it owed an answer. */
export type Death =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'memory' }
  /** All that the process holds, in its heap and outside of it. */
  | { readonly kind: 'total-memory' }
  | { readonly kind: 'processes' }
  | { readonly kind: 'output' }
  | { readonly kind: 'protocol' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }

export class SubjectDied extends Error {
  readonly death: Death
  constructor(death: Death) {
    super(`subject died: ${death.kind}`)
    this.death = death
  }
}

export interface ProcessOptions {
  readonly confinement: Confinement
  readonly command: NodeCommand
  /** Empty folder that is the process's working directory. */
  readonly cwd: string
  /** Folder where the process's id is noted while it runs, so that whoever ends the run can end it too. */
  readonly pids: string
}

export type Reply = Readonly<Record<string, unknown>> & { readonly id: string }

interface Pending {
  readonly id: string
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
  readonly onProgress: (progress: Reply) => void
}

const keptOutputBytes = 64 * 1024
/** Printing more than this ends the process. */
export const maxOutputMegabytes = 8
/** A frame's header is parsed as JSON, which costs many times its length; what honest code sends is far smaller. */
const maxHeaderBytes = 16 * 1024 * 1024
/** Word of progress that comes sooner than this after the last is dropped. */
const progressEveryMs = 50

/** One running guest: a single request in flight, an answer or a death. */
export class SubjectProcess {
  /** Done when the system has buried it: only then does it take no place among the processes any more. */
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  readonly #channel: Duplex
  readonly #frames = new FrameReader()
  readonly #pidFile: string
  readonly #signalsByCode: boolean
  readonly #unwatch: () => void
  #pending: Pending | undefined
  #death: Death | undefined
  #progressAt = -Infinity
  #outputBytes = 0
  #output = ''
  /** The end of what was printed, where Node says what it died of. */
  #lastWords = ''

  constructor({ confinement, command, cwd, pids }: ProcessOptions) {
    const { file, args } = confinement.command(command)
    this.#child = spawn(file, args, { ...alone, cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    this.gone = new Promise((resolve) => {
      for (const end of ['exit', 'error'] as const) {
        this.#child.once(end, () => {
          resolve()
        })
      }
    })
    this.#pidFile = path.join(pids, String(this.#child.pid ?? 'none'))
    writeFileSync(this.#pidFile, '')
    this.#channel = this.#child.stdio[3] as Duplex
    this.#signalsByCode = confinement.signalsByCode
    this.#unwatch = watchProcesses(this.#child.pid ?? NaN, (what) => {
      this.#die({ kind: what === 'memory' ? 'total-memory' : 'processes' })
    })
    this.#listen()
  }

  /** False once the process has ended or has been told to. */
  get alive(): boolean {
    return this.#death === undefined
  }

  /** What the process printed, cut to its first 64 KiB. */
  get output(): string {
    return this.#output
  }

  /**
   * Sends one message and waits for its answer; rejects with {@link SubjectDied} when none can come. `onProgress` hears
   * what the guest says of a long call in the meantime.
   */
  async request(
    message: Readonly<Record<string, unknown>>,
    deadlineMs: number,
    onProgress: (progress: Reply) => void = () => undefined,
  ): Promise<Reply> {
    if (this.#death) throw new SubjectDied(this.#death)
    if (this.#pending) throw new Error('A subject answers one request at a time')
    const id = randomBytes(12).toString('hex')
    const bytes = encode({ id, ...message }, hostCodec)
    const timer = setTimeout(() => {
      this.#die({ kind: 'timeout' })
    }, deadlineMs)
    try {
      return await new Promise<Reply>((resolve, reject) => {
        this.#pending = { id, resolve, reject, onProgress }
        this.#channel.write(bytes)
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends the process and everything that it started. */
  kill(): void {
    this.#die({ kind: 'signal', signal: 'SIGKILL' })
  }

  #listen(): void {
    this.#channel.on('data', (chunk: Uint8Array) => {
      this.#receive(chunk)
    })
    this.#channel.on('error', () => undefined)
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#print(chunk)
      })
    }
    // Not being able to start is the grader's trouble, never the student's.
    this.#child.on('error', (error) => {
      this.#pending?.reject(error)
    })
    // Not `exit`: an answer may still be on its way through the channel when the process is gone.
    this.#child.on('close', (code, signal) => {
      this.#die(this.#reason(code, signal))
    })
  }

  #receive(chunk: Uint8Array): void {
    try {
      for (const body of this.#frames.push(chunk)) this.#answer(decode(withinLimits(body), hostCodec))
    } catch {
      // Whatever hostile bytes can bring about ends here.
      this.#die({ kind: 'protocol' })
    }
  }

  #answer(message: unknown): void {
    const pending = this.#pending
    if (!isReply(message) || pending?.id !== message.id) throw new ProtocolError('nobody asked')
    if (message['status'] === 'progress') {
      const soon = performance.now() - this.#progressAt < progressEveryMs
      if (!soon) {
        this.#progressAt = performance.now()
        pending.onProgress(message)
      }
      return
    }
    this.#pending = undefined
    pending.resolve(message)
  }

  #print(chunk: Buffer): void {
    this.#outputBytes += chunk.byteLength
    this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-8192)
    if (this.#output.length < keptOutputBytes) this.#output += chunk.toString('utf8').slice(0, keptOutputBytes)
    if (this.#outputBytes > maxOutputMegabytes * 1024 * 1024) this.#die({ kind: 'output' })
  }

  #reason(code: number | null, signal: string | null): Death {
    if (/heap out of memory|Array buffer allocation failed/.test(this.#lastWords)) return { kind: 'memory' }
    const named = signal ?? (this.#signalsByCode ? signalOfCode(code) : undefined)
    return named === undefined ? { kind: 'exited', code: code ?? -1 } : { kind: 'signal', signal: named }
  }

  #die(death: Death): void {
    if (this.#death) return
    this.#death = death
    this.#unwatch()
    killGroup(this.#child.pid)
    this.#channel.destroy()
    rmSync(this.#pidFile, { force: true })
    const pending = this.#pending
    this.#pending = undefined
    pending?.reject(new SubjectDied(death))
  }
}

/** Refuses a frame before anything of it is parsed. */
function withinLimits(body: Uint8Array): Uint8Array {
  const headerLength = body.byteLength < 4 ? 0 : new DataView(body.buffer, body.byteOffset).getUint32(0, true)
  if (headerLength > maxHeaderBytes) throw new ProtocolError('header over the limit')
  return body
}

/** As shells tell of a process that died of a signal. */
function signalOfCode(code: number | null): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0]
}

function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && 'id' in message && 'status' in message
}

/** On the trusted side a matrix is plain data, and nothing that comes back is a handle. */
const hostCodec: Codec = {
  view: (value) =>
    isMat(value)
      ? { rows: value.rows, columns: value.columns, get: (i, j) => value.data[i * value.columns + j] }
      : undefined,
  matrix: (rows, columns, data) => ({ rows, columns, data }),
  record: () => Object.create(null) as Record<string, unknown>,
  tensorView: (value) => (value instanceof TensorValue ? value : undefined),
  tensor: (value) => value,
  handle: () => {
    throw new ProtocolError('a handle came back')
  },
}
