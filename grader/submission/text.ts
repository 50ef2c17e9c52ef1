import { isUtf8 } from 'node:buffer'
import { refuse } from './problem.ts'

/** Refuses bytes that are not UTF-8 text. A UTF-8 byte order mark and CRLF line ends are fine. */
export function requireText(path: string, bytes: Uint8Array): void {
  if (isUtf16(bytes)) refuse('not-text', 'submission.utf-16', { path })
  if (bytes.includes(0)) refuse('not-text', 'submission.binary', { path })
  if (!isUtf8(bytes)) refuse('not-text', 'submission.not-utf-8', { path, line: firstBadLine(bytes) })
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** No byte of a UTF-8 character is a line end, so each line stands by itself. */
function firstBadLine(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')))
}
