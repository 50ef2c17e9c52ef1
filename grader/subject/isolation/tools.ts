import { accessSync, constants, realpathSync } from 'node:fs'
import path from 'node:path'

/** Programs of util-linux, and bubblewrap. */
export type Tool = 'prlimit' | 'setpriv' | 'unshare' | 'bwrap'

/** Where a program lies, by its full name: what starts with an empty environment has no PATH to look in. */
export function findTool(tool: Tool): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/bin', '/usr/sbin', '/sbin']
  return folders.map((folder) => path.join(folder, tool)).find((file) => path.isAbsolute(file) && isExecutable(file))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The files that Node's own program needs in order to start: itself, the loader and the libraries it has loaded. */
export function nodeFiles(): { readonly at: string; readonly from: string }[] {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean }
  // Otherwise it asks for the names of all that this process is connected to.
  report.excludeNetwork = true
  const { sharedObjects } = report.getReport() as { readonly sharedObjects: readonly string[] }
  // Addons that were loaded here are no business of a subject's.
  const libraries = sharedObjects.filter((file) => path.isAbsolute(file) && /\.so(\.|$)/.test(file))
  return [process.execPath, ...libraries].map((at) => ({ at, from: realpathSync(at) }))
}
