import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileName } from '../evidence/answers/file.ts'
import { blankText, solvedText } from './questions-file.ts'

/** The files of the course's own two submissions, by path: blank questions for the starter, answered ones for the solutions. */
export const answerFiles: Readonly<Record<string, () => string>> = {
  [`solutions/${fileName}`]: () => solvedText('solutions', 'es'),
  [`starter/${fileName}`]: () => blankText('starter', 'es'),
}

/** Those that are not what the bank of questions makes. CRLF line ends are no difference. */
export function staleAnswerFiles(root: string): readonly string[] {
  return Object.entries(answerFiles)
    .filter(([file, text]) => read(path.join(root, file)) !== text())
    .map(([file]) => file)
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined
}
