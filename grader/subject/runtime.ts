import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

/** What the student's bundle imports at run time: the guest and ml-matrix, in one file that all subjects share. */
const entry = `
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

/**
 * Builds the runtime once per content and returns its file. `root` is the repository; `cache` a folder that may be
 * deleted at any time.
 */
export async function subjectRuntime(root: string, cache: string): Promise<string> {
  const folder = path.join(root, 'grader', 'subject')
  const file = path.join(cache, `runtime-${contentHash(root, folder)}.mjs`)
  if (existsSync(file)) return realpathSync(file)
  const result = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: 'runtime.ts', loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    tsconfigRaw: {},
    minifySyntax: true,
    minifyWhitespace: true,
  })
  await mkdir(cache, { recursive: true })
  const temporary = `${file}.${String(process.pid)}.tmp`
  await writeFile(temporary, result.outputFiles[0]?.contents ?? '')
  await rename(temporary, file)
  // The permission model knows files by their real paths only.
  return realpathSync(file)
}

function contentHash(root: string, folder: string): string {
  const hash = createHash('sha256').update(entry)
  for (const file of ['guest.ts', 'protocol.ts']) hash.update(readFileSync(path.join(folder, file)))
  hash.update(readFileSync(path.join(root, 'node_modules', 'ml-matrix', 'package.json')))
  return hash.digest('hex').slice(0, 16)
}
