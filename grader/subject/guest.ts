import { Socket } from 'node:net'
import type { Handle } from './protocol.ts'
import { decode, encode, FrameReader, type Codec } from './protocol.ts'

/** What the generated entry of a bundle hands to the guest. */
export interface GuestSetup {
  /** How matrices of the library that students use are seen and made. */
  readonly matrix: Pick<Codec, 'view' | 'matrix'>
  /** What a deliverable that trains models needs; absent where students work without tensors. */
  readonly training?: Training
  /** Imports the student's module; it rejects when the module throws. */
  readonly load: () => Promise<Record<string, unknown>>
}

/** How the library that trains models is seen: its tensors, its models, and the steps of its optimisers. */
export interface Training {
  /** `tensor` makes a live tensor, `tensorView` reads one, `opaque` names a model. */
  readonly codec: Required<Pick<Codec, 'tensor' | 'tensorView' | 'opaque'>>
  /** Topology and weights of a model as plain data; undefined when the value is none. */
  readonly describeModel: (value: unknown) => unknown
  /** Counts optimiser steps from now on, telling of them now and then; throws in the student's code beyond `limit`. */
  readonly begin: (limit: number, tell: (steps: number, loss: number) => void) => void
  /** What there was since. */
  readonly end: () => Trained
  /** Frees the tensors that crossed the wire since the last time. */
  readonly tidy: () => void
}

/** What is seen of a call that may train. */
export interface Trained {
  readonly steps: number
  /** How many more tensors there are than before it. */
  readonly tensors: number
}

interface Request {
  readonly id: string
  readonly op: 'load' | 'call' | 'method' | 'each' | 'hold' | 'read' | 'model' | 'drop'
  readonly fn: string
  readonly args: readonly unknown[]
  readonly keep: number
  readonly random: number
  /** Of every result of `each`, only this field; all of it when empty. */
  readonly pick: string
  /** The most optimiser steps that the call may take; 0 for one that does not train. */
  readonly steps: number
}

/**
 * Answers the host's requests on descriptor 3, one at a time. It runs beside untrusted code: nothing it says is
 * believed, it only has to be useful to honest code.
 */
export function serve(setup: GuestSetup): void {
  const held = new Map<number, unknown>()
  const codec: Codec = {
    ...setup.matrix,
    ...setup.training?.codec,
    record: () => ({}),
    handle: (handle) => follow(held.get(handle.id), handle),
  }
  const socket = new Socket({ fd: 3, readable: true, writable: true })
  const frames = new FrameReader()
  let module: Record<string, unknown> = {}
  // Otherwise what an endless loop prints piles up in memory instead of reaching the host.
  for (const stream of [process.stdout, process.stderr] as unknown as Printer[]) stream._handle?.setBlocking?.(true)

  const answer = async (request: Request): Promise<unknown> => {
    switch (request.op) {
      case 'load':
        Math.random = mulberry32(request.random)
        module = await setup.load()
        return { status: 'ok', value: Object.entries(module).map(([name, value]) => [name, typeof value]) }
      case 'call':
        return call(request, module[request.fn], request.args)
      case 'method':
        return call(request, bound(request.args[0], request.fn), request.args.slice(1))
      case 'each':
        return each(request)
      case 'hold':
        held.set(request.keep, request.args[0])
        return { status: 'ok' }
      case 'read':
        return { status: 'ok', value: request.args[0] }
      case 'model':
        return { status: 'ok', value: setup.training?.describeModel(request.args[0]) }
      case 'drop':
        return { status: 'ok', value: held.delete(request.keep) }
    }
  }

  const call = async (request: Request, target: unknown, args: readonly unknown[]): Promise<unknown> => {
    if (typeof target !== 'function') return { status: 'missing', found: typeof target }
    const { id, keep } = request
    Math.random = mulberry32(request.random)
    setup.training?.begin(request.steps > 0 ? request.steps : Infinity, (steps, loss) => {
      if (request.steps > 0) reply(id, { status: 'progress', steps, loss })
    })
    const value = await (target as (...args: readonly unknown[]) => unknown)(...args)
    const trained = setup.training?.end()
    // What is kept is asked for by its handle, if at all: copying a cache that nobody reads is most of a call's cost.
    if (keep >= 0) held.set(keep, value)
    return { status: 'ok', value: keep >= 0 ? undefined : value, ...trained }
  }

  const each = async ({ fn, args, pick, random }: Request): Promise<unknown> => {
    const target = module[fn]
    if (typeof target !== 'function') return { status: 'missing', found: typeof target }
    const values: unknown[] = []
    for (const [k, one] of (args as readonly (readonly unknown[])[]).entries()) {
      Math.random = mulberry32(random + k)
      const value = await (target as (...args: readonly unknown[]) => unknown)(...one)
      values.push(pick === '' ? value : (value as Record<string, unknown> | undefined)?.[pick])
    }
    return { status: 'ok', value: values }
  }

  const reply = (id: string, message: unknown): void => {
    socket.write(encode({ id, ...(message as object) }, codec))
  }

  const handle = async (body: Uint8Array): Promise<void> => {
    let id = ''
    try {
      const request = decode(body, codec) as Request
      id = request.id
      reply(id, await answer(request))
    } catch (error) {
      reply(id, { status: 'threw', error: describeSafely(error) })
    } finally {
      setup.training?.tidy()
    }
  }

  socket.on('data', (chunk: Uint8Array) => {
    for (const body of frames.push(chunk)) void handle(body)
  })
  socket.on('close', () => process.exit())
}

/** What Node does not say of its output streams. */
interface Printer {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => void }
}

/** A method with the object that it belongs to. */
function bound(object: unknown, name: string): unknown {
  const method = (object as Record<string, unknown> | null | undefined)?.[name]
  return typeof method === 'function' ? (method as (...args: unknown[]) => unknown).bind(object) : method
}

/** The part of a held value that a handle's path leads to. */
function follow(value: unknown, { path }: Handle): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], value)
}

/** What was thrown may itself throw when it is looked at. */
function describeSafely(error: unknown): Record<string, unknown> {
  try {
    return describe(error)
  } catch {
    return { name: '', message: typeof error, stack: '' }
  }
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: '', message: cut(String(error), 500), stack: '' }
  const task = 'task' in error ? error.task : undefined
  return {
    name: cut(error.name, 80),
    message: cut(error.message, 500),
    stack: cut(error.stack ?? '', 4000),
    ...(typeof task === 'string' ? { task: cut(task, 20) } : {}),
  }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}

/** Tommy Ettinger's mulberry32: Math.random starts afresh at every call, so that a call repeats exactly. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
