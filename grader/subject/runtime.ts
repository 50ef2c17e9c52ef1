import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What a subject's process runs beside the student's bundle, and the one package that the bundle may import. */
export interface Runtime {
  /** The guest, in one file that all subjects of this kind share. */
  readonly file: string
  /** The package, and the file that stands for it. */
  readonly library: { readonly name: string; readonly file: string }
  /** Everything that the process reads when it starts. */
  readonly reads: readonly string[]
  /** Whether the package needs WebAssembly; without need, students' code has none. */
  readonly wasm: boolean
}

/** The module that stands for a package, built elsewhere, and the files that it reads. */
export interface Library {
  readonly name: string
  readonly file: string
  readonly reads: readonly string[]
}

/** The guest and ml-matrix in one file; students' matrices and the guest's are then of one class. */
const withMatrices = `
  import { AbstractMatrix, Matrix } from 'ml-matrix'
  import { serve as serveGuest } from './guest.ts'
  export * from 'ml-matrix'
  export { default } from 'ml-matrix'
  export const serve = (load) =>
    serveGuest({
      load,
      matrix: {
        view: (value) => (AbstractMatrix.isMatrix(value) ? { rows: value.rows, columns: value.columns, get: (i, j) => value.get(i, j) } : undefined),
        matrix: (rows, columns, data) => {
          const matrix = new Matrix(rows, columns)
          for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) matrix.set(i, j, data[i * columns + j])
          return matrix
        },
      },
    })
`

/** The guest beside a library of tensors, which is a file of its own. A matrix arrives as its rows. */
function withTensors(library: string): string {
  return `
  import * as tf from ${JSON.stringify(pathToFileURL(library).href)}
  import { serve as serveGuest } from './guest.ts'
  import { tfjsTraining } from './tfjs-guest.ts'
  export const serve = (load) =>
    serveGuest({
      load,
      matrix: {
        view: () => undefined,
        matrix: (rows, columns, data) => Array.from({ length: rows }, (_, i) => Array.from(data.slice(i * columns, (i + 1) * columns))),
      },
      training: tfjsTraining(tf),
    })
`
}

/**
 * The runtime of students who work with ml-matrix, built once per content. `root` is the repository; `cache` a folder
 * that may be deleted at any time.
 */
export async function matrixRuntime(root: string, cache: string): Promise<Runtime> {
  const manifest = readFileSync(path.join(root, 'node_modules', 'ml-matrix', 'package.json'), 'utf8')
  const file = await bundle({ root, cache, name: 'runtime', entry: withMatrices, content: manifest })
  return { file, library: { name: 'ml-matrix', file }, reads: [file], wasm: false }
}

/** The runtime of students who work with the tensors of `library`. */
export async function tensorRuntime(root: string, cache: string, library: Library): Promise<Runtime> {
  const entry = withTensors(library.file)
  const file = await bundle({ root, cache, name: 'runtime-tensors', entry, content: library.file })
  return { file, library, reads: [file, library.file, ...library.reads], wasm: true }
}

/** What stands for `vitest` beside students' own tests, in one file: its runner and its expectations. */
export async function testHarness(root: string, cache: string): Promise<string> {
  const own = readFileSync(path.join(root, 'grader', 'subject', 'own-tests', 'harness.ts'), 'utf8')
  const version = readFileSync(path.join(root, 'node_modules', 'vitest', 'package.json'), 'utf8')
  return bundle({
    root,
    cache,
    name: 'harness',
    entry: `export * from './own-tests/harness.ts'`,
    content: own + version,
  })
}

interface RuntimeBundle {
  readonly root: string
  readonly cache: string
  readonly name: string
  readonly entry: string
  /** What the file depends on besides its sources. */
  readonly content: string
}

async function bundle({ root, cache, name, entry, content }: RuntimeBundle): Promise<string> {
  const folder = path.join(root, 'grader', 'subject')
  const file = path.join(cache, `${name}-${contentHash(folder, entry + content)}.mjs`)
  // The permission model knows files by their real paths only.
  if (existsSync(file)) return realpathSync(file)
  const result = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: 'runtime.ts', loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['file:*'],
    write: false,
    tsconfigRaw: {},
    minifySyntax: true,
    minifyWhitespace: true,
  })
  await mkdir(cache, { recursive: true })
  const temporary = `${file}.${String(process.pid)}.tmp`
  await writeFile(temporary, result.outputFiles[0]?.contents ?? '')
  await rename(temporary, file)
  return realpathSync(file)
}

function contentHash(folder: string, content: string): string {
  const hash = createHash('sha256').update(content)
  const guests = readdirSync(folder).filter((file) => /guest|protocol/.test(file))
  for (const file of guests.sort()) hash.update(readFileSync(path.join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}
