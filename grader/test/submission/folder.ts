import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { onTestFinished } from 'vitest'

/** A temporary folder with these files, gone when the test ends. A path that ends with `/` is an empty folder. */
export async function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'lab11-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await fill(root, files)
  return root
}

/** Writes files below a folder. */
export async function fill(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await Promise.all(Object.entries(files).map(([path, content]) => create(join(root, path), content)))
}

async function create(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.endsWith(sep) ? path : dirname(path), { recursive: true })
  if (!path.endsWith(sep)) await writeFile(path, content)
}
