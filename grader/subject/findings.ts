import type { Finding } from '../model/finding.ts'
import { heapMegabytes } from './confinement.ts'
import { maxProcesses, totalMegabytes } from './isolation/limits.ts'

/** Every way in which a student's file or process can fail to answer, as a finding. One function, one cause. */

export function syntaxError(message: string, location: string, line: string): Finding {
  return { kind: 'syntax', messageId: 'subject.syntax', params: { error: message, line }, ...place(location) }
}

export function forbiddenImport(specifier: string, library: string, location: string): Finding {
  const params = { specifier, library, scratch: library === 'ml-matrix' }
  return { kind: 'import', messageId: 'subject.import', params, ...place(location) }
}

export function threwAtImport(error: string, location: string): Finding {
  return { kind: 'threw', messageId: 'subject.threw-at-import', params: { error }, ...place(location) }
}

export function threw(fn: string, error: string, location: string): Finding {
  return { kind: 'threw', messageId: 'subject.threw', params: { fn, error }, ...place(location) }
}

export function notImplemented(fn: string, task: string): Finding {
  return { kind: 'not-implemented', messageId: 'subject.not-implemented', params: { fn, task } }
}

export function missingExport(fn: string, near: string): Finding {
  const messageId = near === '' ? 'subject.missing-export' : 'subject.missing-export-near'
  return { kind: 'missing-export', messageId, params: { fn, near } }
}

export function notAFunction(fn: string, type: string): Finding {
  return { kind: 'missing-export', messageId: 'subject.not-a-function', params: { fn, type } }
}

export function timedOut(fn: string, seconds: number): Finding {
  return { kind: 'timeout', messageId: 'subject.timeout', params: { fn, seconds } }
}

/** The clock ran out during a training, which counts as slow, not as wrong: it says how far it came. */
export function trainingTimedOut(fn: string, seconds: number, steps: number, of: number): Finding {
  return { kind: 'timeout', messageId: 'subject.training-timeout', params: { fn, seconds, steps, of } }
}

export function tooManySteps(fn: string, limit: number): Finding {
  return { kind: 'law', messageId: 'subject.too-many-steps', params: { fn, limit } }
}

export function outOfMemory(fn: string): Finding {
  return { kind: 'memory', messageId: 'subject.memory', params: { fn, megabytes: heapMegabytes } }
}

export function outOfTotalMemory(fn: string): Finding {
  return { kind: 'memory', messageId: 'subject.total-memory', params: { fn, megabytes: totalMegabytes } }
}

export function tooManyProcesses(fn: string): Finding {
  return { kind: 'denied', messageId: 'subject.processes', params: { fn, limit: maxProcesses } }
}

/** What was thrown, and by what kind of process. */
interface Thrown {
  readonly fn: string
  readonly error: string
  readonly stack: string
  /** Whether the process has WebAssembly. */
  readonly wasm: boolean
}

/** What was thrown because a limit or a lock held: memory outside of the heap, a file, a process, the network. */
export function limitOf({ fn, error, stack, wasm }: Thrown, location: string): Finding | undefined {
  const what = !wasm && /^[A-Za-z]+: WebAssembly\./.test(error) ? 'other' : deniedPart(error, stack)
  if (what !== undefined)
    return { kind: 'denied', messageId: 'subject.denied', params: { fn, what }, ...place(location) }
  const full = /^RangeError: (Array buffer allocation failed|WebAssembly\.Memory\(\))/.test(error)
  return full ? outOfTotalMemory(fn) : undefined
}

/** As Node words it when its permission model denies something, or the system when there is no network. */
function deniedPart(error: string, stack: string): 'process' | 'worker' | 'file' | 'network' | 'other' | undefined {
  const unreached = /^Error: (connect|send|getaddrinfo|query[A-Z]\w*) E[A-Z_]+|^TypeError: fetch failed/
  if (unreached.test(error)) return 'network'
  if (/^Error: (Cannot load native addon|process\.binding$)/.test(error)) return 'other'
  if (!error.startsWith('Error: Access to this API has been restricted')) return undefined
  const [, module] = /\(node:(?:internal\/)?(child_process|worker|fs)/.exec(stack) ?? []
  return module === undefined ? 'other' : ({ child_process: 'process', worker: 'worker', fs: 'file' } as const)[module]
}

export function tooMuchOutput(fn: string, megabytes: number): Finding {
  return { kind: 'output', messageId: 'subject.output', params: { fn, megabytes } }
}

export function exited(fn: string, code: number): Finding {
  return { kind: 'exited', messageId: 'subject.exited', params: { fn, code } }
}

export function died(fn: string, signal: string): Finding {
  return { kind: 'exited', messageId: 'subject.died', params: { fn, signal } }
}

export function brokeProtocol(fn: string): Finding {
  return { kind: 'protocol', messageId: 'subject.protocol', params: { fn } }
}

export function tooLarge(fn: string): Finding {
  return { kind: 'type', messageId: 'subject.too-large', params: { fn } }
}

function place(location: string): { location?: string } {
  return location === '' ? {} : { location }
}
