import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { say, type MessageId } from '../../messages/say.ts'
import type { MessageParams } from '../../model/finding.ts'

/** The repository under test. */
export const repository = path.resolve(import.meta.dirname, '..', '..', '..')

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  /** Another copy of the repository. */
  readonly of?: string
}

export interface Ran {
  readonly exitCode: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** The script that every npm script calls. */
export function startScript(of = repository): string {
  return path.join(of, 'grader', 'cli', 'start.js')
}

/** Little of this process's environment: the language and the colours of whoever runs the tests must not matter. */
export function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), ...extra }
}

/** A sentence of the catalogue in Spanish, the language of every run that asks for no other. */
export function es(id: MessageId, params?: MessageParams): string {
  return say('es', id, params)
}

/**
 * Runs one command line to its end, as npm does. Whatever happens, no run may leave anything in the folder for
 * temporary files, so every run has one of its own and is looked after.
 */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, of = repository, cwd = of, input = '' } = options
  const temporary = await mkdtemp(path.join(tmpdir(), 'lab11-run-'))
  try {
    const { exitCode, stdout, stderr } = await execa(process.execPath, [startScript(of), ...args], {
      cwd,
      input,
      env: environment({ TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...env }),
      extendEnv: false,
      reject: false,
      timeout: 230_000,
    })
    const left = await readdir(temporary)
    if (left.length > 0) throw new Error(`\`${args.join(' ')}\` left ${left.join(', ')} behind`)
    return { exitCode, stdout, stderr }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
