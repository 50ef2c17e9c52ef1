import { readFileSync } from 'node:fs'

/** The text of a file; '' for one that is not there, is gone meanwhile or may not be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
