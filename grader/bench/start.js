#!/usr/bin/env node
// Bundles the benchmarks and runs them: npm run bench, npm run bench -- --json
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const outfile = path.join(root, 'node_modules', '.cache', 'lab11', 'bench.mjs')
await build({
  entryPoints: [path.join(root, 'grader', 'bench', 'bench.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfigRaw: {},
  logLevel: 'error',
})
const { main } = await import(pathToFileURL(outfile).href)
await main(root, process.argv.slice(2))
