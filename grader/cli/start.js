#!/usr/bin/env node
// Starts the command line. Plain JavaScript, because Node 20 runs no TypeScript: the sources are bundled on first use
// into node_modules/.cache/lab11/<hash of the sources>, and from then on this file only hashes and imports.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const caches = path.join(root, 'node_modules', '.cache', 'lab11')

if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
  const english = (process.env.LAB_LANG ?? '').startsWith('en') || process.argv.join(' ').includes('--lang en')
  // The one sentence that cannot come from the catalogue: it speaks when nothing is installed.
  console.error(english ? '✗ Nothing is installed yet. Run: npm ci' : '✗ Aún no hay nada instalado. Ejecuta: npm ci')
  process.exit(2)
}

const cache = path.join(caches, hashSources())
const bundle = path.join(cache, 'cli', 'main.js')
if (!existsSync(bundle)) await build().catch(giveUp)
const { main } = await import(pathToFileURL(bundle).href)
const code = await main({ root, cache }, process.argv.slice(2))
// Not before what was printed has left; then at once, without waiting for vitest's threads to wind down.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))

/** Sources that do not bundle are the grader's own fault: exit code 4. */
function giveUp(error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
  process.exit(4)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const file of sourceFiles(path.join(root, 'grader')))
    hash.update(path.relative(root, file)).update(readFileSync(file))
  hash.update(readFileSync(path.join(root, 'package-lock.json')))
  return hash.digest('hex').slice(0, 16)
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name)
      if (entry.isDirectory()) return ['test', 'bench', 'docs'].includes(entry.name) ? [] : sourceFiles(place)
      return /\.(ts|js|json)$/.test(entry.name) ? [place] : []
    })
}

async function build() {
  const esbuild = await import('esbuild')
  const temporary = path.join(cache, `cli-${process.pid}`)
  await esbuild.build({
    entryPoints: [path.join(root, 'grader', 'cli', 'main.ts')],
    outdir: temporary,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfigRaw: {},
    external: ['vitest', 'vitest/*', 'esbuild', 'chokidar', 'typescript', '@tensorflow/*'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  removeOld()
  try {
    renameSync(temporary, path.join(cache, 'cli'))
  } catch {
    // Another process was quicker; its bundle is the same.
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** Caches of other versions of the sources, unless somebody may still be running them. */
function removeOld() {
  const hourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(caches)) {
    const place = path.join(caches, name)
    // Another process may be removing it, too.
    const modified = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (place !== cache && modified < hourAgo) rmSync(place, { recursive: true, force: true })
  }
}
