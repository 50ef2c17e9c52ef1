import { createHash } from 'node:crypto'
import type { Finding } from '../model/finding.ts'
import type { Bundle } from './bundle.ts'
import type { Confinement } from './confinement.ts'
import * as findings from './findings.ts'
import { maxOutputMegabytes, SubjectDied, SubjectProcess, type Death, type Reply } from './process.ts'
import { Handle, ProtocolError } from './protocol.ts'
import { compileError, studentLocation } from './stack.ts'

/** The student's code did not answer with a value. `died` when it took its process along. */
export class SubjectFailure extends Error {
  readonly finding: Finding
  readonly died: boolean
  constructor(finding: Finding, died: boolean) {
    super(finding.messageId)
    this.finding = finding
    this.died = died
  }
}

export interface SubjectOptions {
  readonly bundle: Bundle
  readonly confinement: Confinement
  /** Every call's `Math.random` starts from this seed and the call's number. */
  readonly seed: number
  /** Deadline of one call, in milliseconds. */
  readonly deadlineMs: number
  /** Told of a training's progress, several times a second. */
  readonly onProgress?: (progress: TrainingProgress) => void
  readonly cwd: string
  readonly pids: string
}

/** How far a training is. */
export interface TrainingProgress {
  readonly fn: string
  readonly steps: number
  readonly of: number
  readonly epochs: number
  /** NaN while none is known. */
  readonly loss: number
}

/** What bounds a training call. */
export interface TrainingLimits {
  /** What `Math.random` starts from: the seed of the student's options governs shuffling, dropout and initialisers. */
  readonly seed: number
  /** The most optimiser steps that it may take. */
  readonly steps: number
  /** Of how many epochs, for the progress line. */
  readonly epochs?: number
}

/** Steps bound a training; its clock is so many deadlines long, so that a slow machine loses no points. */
const trainingDeadlines = 30

/**
 * One student's deliverable, seen from the trusted side: functions that are called by name and answer with plain
 * data. The process starts at the first call and again after it died.
 */
export class Subject {
  readonly #options: SubjectOptions
  readonly #timeouts = new Map<string, number>()
  #process: SubjectProcess | undefined
  #gone: Promise<unknown> = Promise.resolve()
  #starting: Promise<SubjectProcess> | undefined
  #exports: ReadonlyMap<string, string> = new Map()
  #broken: Finding | undefined
  #output = ''
  #calls = 0
  #held = 0

  constructor(options: SubjectOptions) {
    this.#options = options
    if (options.bundle.kind === 'broken') this.#broken = options.bundle.finding
  }

  /** Starts the process while nobody waits for it yet; whatever goes wrong is told to the first call. */
  prestart(): void {
    void this.#ready().catch(() => undefined)
  }

  /** Exported names and their `typeof`. Loads the module; throws {@link SubjectFailure} when that fails. */
  async exports(): Promise<ReadonlyMap<string, string>> {
    await this.#ready()
    return this.#exports
  }

  /** Calls an exported function with plain values, matrices and handles. */
  async call(fn: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#invoke(fn, args, -1)
  }

  /**
   * Calls a function once per argument list, in one round trip, and gives the results in order; with `pick` only that
   * field of each. The deadline is that of one call: it is meant for many quick ones.
   */
  async each(fn: string, argLists: readonly (readonly unknown[])[], pick = ''): Promise<readonly unknown[]> {
    const value = await this.#invoke(fn, argLists, -1, { op: 'each', pick })
    this.#calls += argLists.length
    return Array.isArray(value) ? (value as unknown[]) : []
  }

  /** Like {@link call}, but the live result stays in the subject, to be read or passed on by its handle. */
  async keep(fn: string, ...args: readonly unknown[]): Promise<Handle> {
    const handle = new Handle(this.#held++)
    await this.#invoke(fn, args, handle.id)
    return handle
  }

  /** Calls a method of a live object. */
  async callMethod(object: Handle, method: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#invoke(method, [object, ...args], -1, { op: 'method' })
  }

  /**
   * Calls a function, or a method of a live object, that trains. More steps than allowed are a finding; `steps` says how
   * many the guest saw and `tensors` how many the call left behind, which honest code has no reason to change.
   */
  async train(
    target: string | { readonly of: Handle; readonly method: string },
    args: readonly unknown[],
    { seed, steps, epochs = 0 }: TrainingLimits,
  ): Promise<{ readonly value: unknown; readonly steps: number; readonly tensors: number }> {
    const [fn, all, op] =
      typeof target === 'string' ? [target, args, 'call'] : [target.method, [target.of, ...args], 'method']
    const training = { fn, of: steps, epochs, steps: 0, loss: NaN }
    const reply = await this.#reply({ fn, args: all, keep: -1, op, random: seed >>> 0, steps }, training)
    return { value: reply['value'], steps: numberOf(reply['steps']), tensors: numberOf(reply['tensors']) }
  }

  /** Topology and weights of a live model, as it says; undefined when the value is none. */
  async model(handle: Handle): Promise<unknown> {
    return (await this.#request('model', { op: 'model', args: [handle] }))['value']
  }

  /** Makes a live value out of `value` in the subject, so that what a call does to it can be read afterwards. */
  async hold(value: unknown): Promise<Handle> {
    const handle = new Handle(this.#held++)
    await this.#request('hold', { op: 'hold', keep: handle.id, args: [value] })
    return handle
  }

  /** The present state of a live value. */
  async read(handle: Handle): Promise<unknown> {
    return (await this.#request('read', { op: 'read', args: [handle] }))['value']
  }

  /** Forgets live values; called between checks. */
  async release(): Promise<void> {
    if (this.#held > 0 && this.#process?.alive === true) {
      for (let keep = 0; keep < this.#held; keep++) await this.#request('drop', { op: 'drop', keep })
    }
    this.#held = 0
  }

  /** What the student's code printed so far. */
  get output(): string {
    return this.#output + (this.#process?.output ?? '')
  }

  /** Ends the process. */
  close(): void {
    this.#forget()
  }

  /** Ends the process, and is done when it and all that came before it are gone. */
  async end(): Promise<void> {
    this.close()
    await this.#gone
  }

  async #invoke(
    fn: string,
    args: readonly unknown[],
    keep: number,
    how: { op: string; pick?: string } = { op: 'call' },
  ): Promise<unknown> {
    const random = seedOfCall(this.#options.seed, ++this.#calls)
    return (await this.#reply({ ...how, fn, args, keep, random }))['value']
  }

  /** Sends a call; whatever is not an answer is thrown as the student's failure. */
  async #reply(
    message: { readonly fn: string } & Record<string, unknown>,
    training?: TrainingProgress,
  ): Promise<Reply> {
    const { fn } = message
    if ((this.#timeouts.get(fn) ?? 0) >= 2) throw this.#timedOut(fn)
    const reply = await this.#request(fn, message, training)
    if (reply['status'] === 'ok') return reply
    if (reply['status'] === 'missing') throw this.#missing(fn, textOf(reply['found']))
    if (reply['status'] === 'threw') throw this.#threw(fn, reply['error'], training)
    throw new SubjectFailure(findings.brokeProtocol(fn), false)
  }

  async #request(fn: string, message: Readonly<Record<string, unknown>>, training?: TrainingProgress): Promise<Reply> {
    const subject = await this.#ready()
    const deadlineMs = this.#options.deadlineMs * (training ? trainingDeadlines : 1)
    let seen = training
    try {
      const whole = { fn: '', args: [], keep: -1, random: 0, pick: '', steps: 0, ...message }
      return await subject.request(whole, deadlineMs, (reply) => {
        seen = training && { ...training, steps: numberOf(reply['steps']), loss: numberOf(reply['loss']) }
        if (seen) this.#options.onProgress?.(seen)
      })
    } catch (error) {
      throw this.#failure(fn, error, deadlineMs / 1000, seen)
    }
  }

  async #ready(): Promise<SubjectProcess> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined
    })
    return this.#starting
  }

  async #start(): Promise<SubjectProcess> {
    if (this.#broken) throw new SubjectFailure(this.#broken, false)
    if (this.#process?.alive === true) return this.#process
    this.#forget()
    const { bundle, confinement, cwd, pids } = this.#options
    if (bundle.kind === 'broken') throw new SubjectFailure(bundle.finding, false)
    const command = { script: bundle.file, reads: [bundle.file, ...bundle.runtime.reads], wasm: bundle.runtime.wasm }
    this.#process = new SubjectProcess({ confinement, command, cwd, pids })
    this.#gone = Promise.all([this.#gone, this.#process.gone])
    await this.#load(this.#process)
    return this.#process
  }

  async #load(subject: SubjectProcess): Promise<void> {
    const message = { op: 'load', fn: '', args: [], keep: -1, random: 0, steps: 0 }
    const reply = await subject.request(message, this.#options.deadlineMs).catch((error: unknown) => {
      const failure = this.#refusedByEngine(subject) ?? this.#failure('import', error)
      throw failure instanceof SubjectFailure ? this.#remember(failure) : failure
    })
    if (reply['status'] !== 'ok') throw this.#remember(this.#threwAtImport(reply['error']))
    this.#exports = exportTypes(reply['value'])
  }

  /** The engine compiles the bundle before anything of the guest's runs, so that nobody but Node can say what is wrong. */
  #refusedByEngine({ output }: SubjectProcess): SubjectFailure | undefined {
    const refused = compileError(output)
    if (!refused) return undefined
    return new SubjectFailure(findings.syntaxError(refused.error, this.#locate(refused.place), refused.line), false)
  }

  /** A module that does not load will not load the next time either. */
  #remember(failure: SubjectFailure): SubjectFailure {
    this.#broken = failure.finding
    this.#forget()
    return failure
  }

  #forget(): void {
    if (!this.#process) return
    this.#output = (this.#output + this.#process.output).slice(0, 64 * 1024)
    this.#process.kill()
    this.#process = undefined
  }

  #failure(
    fn: string,
    error: unknown,
    seconds = this.#options.deadlineMs / 1000,
    training?: TrainingProgress,
  ): unknown {
    if (error instanceof ProtocolError) return new SubjectFailure(findings.tooLarge(fn), false)
    if (!(error instanceof SubjectDied)) return error
    if (error.death.kind !== 'timeout') return new SubjectFailure(this.#deathFinding(fn, error.death), true)
    this.#timeouts.set(fn, (this.#timeouts.get(fn) ?? 0) + 1)
    if (!training) return this.#timedOut(fn)
    return new SubjectFailure(findings.trainingTimedOut(fn, seconds, training.steps, training.of), true)
  }

  #deathFinding(fn: string, death: Exclude<Death, { kind: 'timeout' }>): Finding {
    switch (death.kind) {
      case 'memory':
        return findings.outOfMemory(fn)
      case 'total-memory':
        return findings.outOfTotalMemory(fn)
      case 'processes':
        return findings.tooManyProcesses(fn)
      case 'output':
        return findings.tooMuchOutput(fn, maxOutputMegabytes)
      case 'protocol':
        return findings.brokeProtocol(fn)
      case 'exited':
        return findings.exited(fn, death.code)
      case 'signal':
        return findings.died(fn, death.signal)
    }
  }

  #timedOut(fn: string): SubjectFailure {
    return new SubjectFailure(findings.timedOut(fn, this.#options.deadlineMs / 1000), true)
  }

  #missing(fn: string, found: string): SubjectFailure {
    const near = [...this.#exports.keys()].find((name) => name.toLowerCase() === fn.toLowerCase()) ?? ''
    const finding = found === 'undefined' ? findings.missingExport(fn, near) : findings.notAFunction(fn, found)
    return new SubjectFailure(finding, false)
  }

  #threw(fn: string, error: unknown, training?: TrainingProgress): SubjectFailure {
    const { text, name, task, stack } = thrown(error)
    if (training && name === 'TooManySteps') return new SubjectFailure(findings.tooManySteps(fn, training.of), false)
    if (name === 'NotImplemented') return new SubjectFailure(findings.notImplemented(fn, task), false)
    if (name === 'ProtocolError') return new SubjectFailure(findings.tooLarge(fn), false)
    const place = this.#locate(stack)
    const limit = findings.limitOf({ fn, error: text, stack, wasm: this.#hasWasm() }, place)
    return new SubjectFailure(limit ?? findings.threw(fn, text, place), false)
  }

  #threwAtImport(error: unknown): SubjectFailure {
    const { text, stack } = thrown(error)
    return new SubjectFailure(findings.threwAtImport(text, this.#locate(stack)), false)
  }

  #hasWasm(): boolean {
    const { bundle } = this.#options
    return bundle.kind === 'ready' && bundle.runtime.wasm
  }

  #locate(stack: string): string {
    const { bundle } = this.#options
    return bundle.kind === 'ready' ? studentLocation(stack, bundle, bundle.slug) : ''
  }
}

/** A digest, so that nobody can reckon back from it to the seed of the run. */
function seedOfCall(seed: number, call: number): number {
  return createHash('sha256')
    .update(`${String(seed)}/${String(call)}`)
    .digest()
    .readUInt32LE()
}

function thrown(error: unknown): { text: string; name: string; task: string; stack: string } {
  const field = (key: string): string => {
    const value = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[key] : undefined
    return typeof value === 'string' ? value.slice(0, 4000) : ''
  }
  const [name, message] = [field('name'), field('message')]
  return {
    // `throw ''` says nothing; its quotes say that much.
    text: [name, message].filter((part) => part !== '').join(': ') || "''",
    name,
    // A task's id and nothing else: a student sees it, also of a check whose inputs are hidden.
    task: /^[A-Z]{1,2}\d{1,2}$/.exec(field('task'))?.[0] ?? '',
    stack: field('stack'),
  }
}

function exportTypes(value: unknown): ReadonlyMap<string, string> {
  const entries = Array.isArray(value) ? (value as unknown[]) : []
  return new Map(
    entries.flatMap((entry) => (Array.isArray(entry) ? [[textOf(entry[0]), textOf(entry[1])] as const] : [])),
  )
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : NaN
}

/** Not `String`, which throws for an object without a prototype. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value
}
