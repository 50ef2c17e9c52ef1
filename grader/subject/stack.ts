import { readFileSync } from 'node:fs'
import path from 'node:path'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'

/** Finds the student's own line in a stack that came from a bundle: `lstm-cell/lstm-cell.ts:42:7`, or ''. */
export function studentLocation(stack: string, bundle: { file: string; map: string }, slug: string): string {
  const places = framesOf(stack, path.basename(bundle.file))
  if (places.length === 0) return ''
  const map = new TraceMap(readFileSync(bundle.map, 'utf8'))
  const located = places.map(({ line, column }) => originalPositionFor(map, { line, column: column - 1 }))
  const named = located.flatMap(({ source, line, column }) =>
    source === null ? [] : [{ file: studentPath(source, slug), line, column: column + 1 }],
  )
  const own = named.find(({ file }) => file.startsWith(`${slug}/`)) ?? named[0]
  return own ? `${own.file}:${String(own.line)}:${String(own.column)}` : ''
}

function framesOf(stack: string, file: string): { line: number; column: number }[] {
  return stack
    .split('\n')
    .filter((row) => row.includes(file))
    .flatMap((row) => {
      const match = /:([1-9]\d{0,6}):([1-9]\d{0,6})\)?\s*$/.exec(row)
      return match ? [{ line: Number(match[1]), column: Number(match[2]) }] : []
    })
}

/** The path as the student knows it: from the deliverable's folder, or `shared/`, on. */
function studentPath(source: string, slug: string): string {
  const parts = source.split('/')
  const start = Math.max(parts.lastIndexOf(slug, parts.length - 2), parts.lastIndexOf('shared'))
  return parts.slice(Math.max(start, 0)).join('/')
}

/** What Node printed when the engine refused to compile a bundle that the bundler had let pass, such as a bad `/(/`. */
export function compileError(output: string): { error: string; line: string; place: string } | undefined {
  const [, error] = /^((?:Syntax|Range)Error: .*)\n\s+at compileSourceTextModule/m.exec(output) ?? []
  if (error === undefined) return undefined
  const [, file = '', row = '', line = '', before = ''] = /^(file:\S+):(\d+)\n(.*)\n(\s*)\^/.exec(output) ?? []
  return { error, line: line.trim().slice(0, 200), place: `${file}:${row}:${String(before.length + 1)}` }
}
