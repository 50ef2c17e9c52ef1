import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import type { Asked, Said, Stage, Text } from './inspector/said.ts'

/** What the inspector said, and the files that it was lost in, by stage. */
export interface Inspection {
  readonly said: readonly Said[]
  readonly unread: readonly { readonly stage: Stage; readonly path: string }[]
}

export interface InspectorLimits {
  /** Processor time that one tool may spend on one file. */
  readonly cpuMs: number
  /** Silence after which it is ended, whatever the machine is busy with. */
  readonly silentMs: number
  readonly heapMegabytes: number
}

const usual: InspectorLimits = { cpuMs: 20_000, silentMs: 180_000, heapMegabytes: 1024 }

/**
 * Has sources looked at by the compiler and the linter in a process of its own. A file that one of them is lost in is
 * left out of a second look, so that it costs nothing but itself.
 */
export async function inspect(
  { root, cache, files }: { readonly root: string; readonly cache: string; readonly files: readonly Text[] },
  limits: InspectorLimits = usual,
): Promise<Inspection> {
  const tool = await inspector(root, cache)
  const given = givenTexts(root)
  const lost: { stage: Stage; path: string }[] = []
  let said: readonly Said[] = []
  for (let look = 0; look < 3; look++) {
    const left = files.filter((file) => lost.every((each) => each.path !== file.path))
    said = await run(tool, { root, files: left, given, cpuMs: limits.cpuMs }, limits)
    const last = said.at(-1)
    if (last?.kind === 'end') break
    // Ended before it said what it was at: that is the grader's trouble.
    if (last?.kind !== 'begin') throw new Error(`inspector: ${JSON.stringify(last?.kind ?? 'nothing')}`)
    lost.push({ stage: last.stage, path: last.path })
  }
  const unread = said.flatMap((each) => (each.kind === 'unread' ? [{ stage: each.stage, path: each.path }] : []))
  return { said, unread: [...lost, ...unread] }
}

function run(tool: string, asked: Asked, { silentMs, heapMegabytes }: InspectorLimits): Promise<readonly Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${String(heapMegabytes)}`, '--no-warnings', tool], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    })
    const said: Said[] = []
    const end = (): void => {
      child.kill('SIGKILL')
    }
    let timer = setTimeout(end, silentMs)
    // Nobody is left waiting for an answer when the grader itself ends.
    process.once('exit', end)
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      clearTimeout(timer)
      timer = setTimeout(end, silentMs)
      said.push(JSON.parse(line) as Said)
    })
    child.on('error', reject)
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(asked))
    lines.on('close', () => {
      clearTimeout(timer)
      process.off('exit', end)
      end()
      resolve(said)
    })
  })
}

/** What every deliverable may import besides its own files. */
function givenTexts(root: string): readonly Text[] {
  const folder = path.join(root, 'solutions', 'shared')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return names.map((name) => ({ path: `shared/${name}`, text: readFileSync(path.join(folder, name), 'utf8') }))
}

/** The inspector in one file that Node runs, made once per content; compiler and linter are loaded from their packages. */
async function inspector(root: string, cache: string): Promise<string> {
  const folder = path.join(root, 'grader', 'evidence', 'quality', 'inspector')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)))
  const file = path.join(cache, `inspector-${hash.digest('hex').slice(0, 16)}.mjs`)
  if (existsSync(file)) return file
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'main.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfigRaw: {},
    write: false,
  })
  await mkdir(cache, { recursive: true })
  const temporary = `${file}.${String(process.pid)}.tmp`
  await writeFile(temporary, outputFiles[0]?.contents ?? '')
  await rename(temporary, file)
  return file
}
