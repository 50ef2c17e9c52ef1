import { spawn } from 'node:child_process'

/** What one finished command cost. */
export interface Cost {
  readonly wallMs: number
  /** User and system time of the command and all its children. */
  readonly cpuMs: number
  readonly code: number | null
}

/** Runs a command to its end through `sh`, whose `times` tells what the children used. */
export function cost(command: string, cwd: string): Promise<Cost> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `${command} >/dev/null 2>&1; code=$?; times; exit $code`], { cwd })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ wallMs: performance.now() - started, cpuMs: childrenMs(text), code })
    })
  })
}

/** The second line of `times`: user and system time of the children, such as `0m1.230s 0m0.120s`. */
function childrenMs(text: string): number {
  const fields = (text.trim().split('\n').at(-1) ?? '').match(/(\d+)m([\d.]+)s/g) ?? []
  return fields.reduce((sum, field) => {
    const [, minutes = '0', seconds = '0'] = /(\d+)m([\d.]+)s/.exec(field) ?? []
    return sum + 1000 * (60 * Number(minutes) + Number(seconds))
  }, 0)
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
