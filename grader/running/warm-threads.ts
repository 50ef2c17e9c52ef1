import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from 'vitest/node'

/**
 * A pool of vitest's own worker threads in which the next thread boots while nobody waits: a run that follows another
 * finds its thread ready, with the modules at these URLs loaded. Every run still gets a thread of its own.
 */
export function warmThreads(modules: readonly string[]): PoolRunnerInitializer {
  const spares: Worker[] = []
  const imports = [...new Set(modules)].map((url) => `import ${JSON.stringify(url)}`).join('\n')
  const preload = `data:text/javascript,${encodeURIComponent(imports)}`
  return { name: 'warm-threads', createPoolWorker: (options) => new WarmThread(options, spares, preload) }
}

class WarmThread implements PoolWorker {
  readonly name = 'warm-threads'
  readonly #options: PoolOptions
  readonly #spares: Worker[]
  readonly #preload: string
  #thread: Worker | undefined

  constructor(options: PoolOptions, spares: Worker[], preload: string) {
    this.#options = options
    this.#spares = spares
    this.#preload = preload
  }

  get #running(): Worker {
    if (!this.#thread) throw new Error('Expected a started thread')
    return this.#thread
  }

  on(event: string, callback: (argument: unknown) => void): void {
    this.#running.on(event, callback)
  }

  off(event: string, callback: (argument: unknown) => void): void {
    this.#running.off(event, callback)
  }

  send(message: unknown): void {
    this.#running.postMessage(message)
  }

  deserialize(data: unknown): unknown {
    return data
  }

  start(): Promise<void> {
    this.#thread = this.#spares.pop() ?? this.#boot()
    return Promise.resolve()
  }

  async stop(): Promise<void> {
    this.#spares.push(this.#boot())
    await this.#running.terminate()
  }

  #boot(): Worker {
    const { distPath, env, execArgv } = this.#options
    // What a thread prints is nobody's result; the checks speak through their meta.
    const thread = new Worker(path.join(distPath, 'workers', 'threads.js'), {
      env,
      execArgv: [...execArgv, '--import', this.#preload],
      stdout: true,
      stderr: true,
    })
    thread.unref()
    return thread
  }
}
