import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import type { Answer } from './guard.ts'

/** What the page loads beside itself, by name. `root` is the repository. */
export async function loadAssets(root: string): Promise<ReadonlyMap<string, Answer>> {
  const folder = path.join(root, 'grader', 'marking', 'client')
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'form.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  const answer = (type: string, body: string): Answer => ({ status: 200, type, body })
  return new Map([
    ['form.js', answer('text/javascript; charset=utf-8', outputFiles[0]?.text ?? '')],
    ['sheet.css', answer('text/css; charset=utf-8', await readFile(path.join(folder, 'sheet.css'), 'utf8'))],
    ['icon.svg', answer('image/svg+xml', icon)],
  ])
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0a58ca"/><path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="#fff" stroke-width="2.2"/></svg>'
