import { markerOf } from '../starter/marker.ts'

/** Lines of a solution that a student has to write, or is helped by: from 1, both ends included. */
export interface Region {
  readonly from: number
  readonly to: number
}

/** What lies between `// @solution` or `// @remove` and its `// @end`: all that a student does not start with. */
export function solutionRegions(text: string, file: string): readonly Region[] {
  const regions: Region[] = []
  let from: number | undefined
  for (const [k, line] of text.split('\n').entries()) {
    const word = markerOf(line, { file, line: k + 1 })?.word
    if (word === 'solution' || word === 'remove') from = k + 2
    if (word !== 'end' || from === undefined) continue
    regions.push({ from, to: k })
    from = undefined
  }
  return regions
}
