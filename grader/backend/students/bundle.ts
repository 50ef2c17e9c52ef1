import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { wasmFolder } from '../paths.ts'

/** What a process needs in order to import TensorFlow.js as students do. */
export interface StudentTfjs {
  /** The module that stands for `@tensorflow/tfjs`. */
  readonly file: string
  /** Files that it reads when it starts. */
  readonly reads: readonly string[]
}

/**
 * Builds `students/tfjs.ts` into one file, once per content: one file loads several times faster than the hundreds that
 * tfjs consists of, and nothing else of the grader has to be readable for a student's process.
 *
 * @param root the repository
 * @param cache a folder that may be deleted at any time
 */
export async function studentTfjs(root: string, cache: string): Promise<StudentTfjs> {
  const folder = path.join(root, 'grader', 'backend')
  const file = path.join(cache, `tfjs-${contentHash(folder)}.mjs`)
  if (!existsSync(file)) await bundle(folder, file)
  // The permission model knows files by their real paths only.
  return { file: realpathSync(file), reads: [path.join(realpathSync(wasmFolder()), wasmBinary)] }
}

/** The binary for processors with vector instructions; Node's V8 has them on every supported system. */
const wasmBinary = 'tfjs-backend-wasm-simd.wasm'

async function bundle(folder: string, file: string): Promise<void> {
  const result = await build({
    entryPoints: [path.join(folder, 'students', 'tfjs.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    define: { LAB11_WASM_FOLDER: JSON.stringify(realpathSync(wasmFolder()) + path.sep) },
    // Emscripten's start-up code is CommonJS.
    banner: { js: commonJs },
    write: false,
    tsconfigRaw: {},
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
  })
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${String(process.pid)}.tmp`
  await writeFile(temporary, result.outputFiles[0]?.contents ?? '')
  await rename(temporary, file)
}

const commonJs = `import { createRequire as lab11CreateRequire } from 'node:module'
import { fileURLToPath as lab11FileURLToPath } from 'node:url'
const require = lab11CreateRequire(import.meta.url)
const __filename = lab11FileURLToPath(import.meta.url)
const __dirname = __filename.slice(0, -1 - __filename.split(/[\\\\/]/).pop().length)`

function contentHash(folder: string): string {
  const hash = createHash('sha256').update(commonJs).update(wasmFolder())
  for (const file of ['kernels.ts', 'quiet.ts', 'students/tfjs.ts']) hash.update(readFileSync(path.join(folder, file)))
  const { version } = createRequire(import.meta.url)('@tensorflow/tfjs-core/package.json') as { version: string }
  return hash.update(version).digest('hex').slice(0, 16)
}
