/**
 * Runs `work` and drops what tfjs says about the orthogonal initialiser in the meantime. Only synchronous work: nobody
 * else's warnings pass while the console is ours, and the other warnings of `work` itself still come through.
 */
export function withoutOrthogonalWarnings<T>(work: () => T): T {
  const warn = console.warn
  silenceOrthogonalWarnings()
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

/** Drops, from now on, what tfjs says about the orthogonal initialiser; every other warning still comes through. */
export function silenceOrthogonalWarnings(): void {
  const warn = console.warn
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('Orthogonal initializer')) warn(...words)
  }
}

/**
 * Runs `start` and takes away the two process listeners that Emscripten's start-up code leaves. They throw again
 * whatever they are told of, so a process that dies does so with another exit code, and the test runner is told twice.
 * Worse, when tfjs disposes the wasm backend it means to remove those two and removes everybody's.
 */
export async function withoutRethrowers<T>(start: () => Promise<T>): Promise<T> {
  const before = new Set(fatalEvents.flatMap((event) => emitter.listeners(event)))
  try {
    return await start()
  } finally {
    for (const event of fatalEvents) removeRethrowers(event, before)
  }
}

type Listener = (...words: unknown[]) => void

/** What this file needs of `process`, whose typed overloads take one event name at a time. */
interface Emitter {
  listeners(event: string): unknown[]
  removeListener(event: string, listener: Listener): unknown
}

const emitter = process as Emitter

const fatalEvents = ['uncaughtException', 'unhandledRejection'] as const

function removeRethrowers(event: (typeof fatalEvents)[number], before: ReadonlySet<unknown>): void {
  for (const listener of emitter.listeners(event)) {
    // Somebody else may have begun to listen while `start` ran; theirs stays.
    const rethrows = /^function ?\((ex|reason)\) ?\{.*throw \1;?\s*\}/s.test(String(listener))
    if (rethrows && !before.has(listener)) emitter.removeListener(event, listener as Listener)
  }
}
