import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const file = path.join('lstm-cell', 'lstm-cell.ts')

/**
 * Milliseconds from a save to the new verdict on the screen, for `saves` saves of a submission of which one deliverable
 * is watched. Every save changes the verdict, so that an old screen is never taken for the new one.
 */
export async function watchLatencies(root: string, saves: number): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lab11-bench-'))
  cpSync(path.join(root, 'solutions'), folder, { recursive: true })
  const right = readFileSync(path.join(folder, file), 'utf8')
  const wrong = right.replace('Matrix.tanh(c)', 'Matrix.sinh(c)')
  if (wrong === right) throw new Error('Expected the solution to hold Matrix.tanh(c)')
  const child = spawn(
    process.execPath,
    ['grader/cli/start.js', 'check', 'lstm-cell', '--watch', '--submission', folder],
    { cwd: root },
  )
  const screen = new Screen()
  child.stdout.on('data', (chunk: Buffer) => {
    screen.add(chunk.toString())
  })
  try {
    await screen.next()
    const latencies: number[] = []
    for (let k = 0; k < saves; k++) {
      await pause(300)
      const started = performance.now()
      writeFileSync(path.join(folder, file), k % 2 === 0 ? wrong : right)
      await screen.next()
      latencies.push(performance.now() - started)
    }
    return latencies
  } finally {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves each time a whole report has arrived; its last line speaks of the hidden checks. */
class Screen {
  #text = ''
  #waiting: (() => void) | undefined

  add(text: string): void {
    this.#text += text
    if (!this.#text.includes('ocultas')) return
    this.#text = ''
    this.#waiting?.()
    this.#waiting = undefined
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
