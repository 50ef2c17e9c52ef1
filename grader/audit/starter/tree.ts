import { isUtf8 } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * What a student writes about the own work, or to try it: the solution's has answers in it, the starter's is blank or
 * absent, so neither is made from the other.
 */
const handWritten = /^(comprension\.json|reporte\.md|artifacts\/.*|[^/]+\/own\.test\.ts)$/

/** The paths below a folder (with `/`, sorted) that the solution and the starter share; none when there is no folder. */
export async function pathsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfAbsent)
  const files = entries.filter((entry) => !entry.isDirectory())
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return paths.filter((path) => !isTools(path) && !handWritten.test(path)).sort()
}

/** A file as text with LF, or undefined when it is not text. */
export async function textOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file)
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8').replaceAll('\r\n', '\n') : undefined
}

function isTools(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')
}

function noneIfAbsent(error: unknown): readonly [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}
