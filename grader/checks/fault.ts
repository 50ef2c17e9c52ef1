import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'

/**
 * What went wrong inside the grader, with the places of its own sources. The entry that runs the checks names no source
 * map, which every run would have to read; its map lies beside it and is read only here.
 *
 * @param entry URL of the running bundle
 */
export function describeFault(error: unknown, entry: string): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const file = fileURLToPath(entry)
  if (!text.includes(file)) return text
  const map = readMap(`${file}.map`)
  if (!map) return text
  return text.replaceAll(
    /\(?(?:file:\/\/)?(\/[^\s()]*?):([1-9]\d*):([1-9]\d*)\)?/g,
    (place, at: string, line, column) => {
      if (at !== file) return place
      const found = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 })
      if (found.source === null) return place
      const source = found.source.replace(/^(?:\.\.\/)+/, '')
      return `(${source}:${String(found.line)}:${String(found.column + 1)})`
    },
  )
}

function readMap(file: string): TraceMap | undefined {
  try {
    return new TraceMap(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
