import type { Piece } from './piece.ts'

/** Images that are written as HTML; what is commented out is not there. */
export function imagesOf(html: string, firstLine: number): Piece[] {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...shown.matchAll(/<img\b[^<>]{0,2000}>/gi)].map(({ 0: tag, index }) => ({
    kind: 'image',
    line: firstLine + shown.slice(0, index).split('\n').length - 1,
    url: attribute(tag, 'src'),
    alt: attribute(tag, 'alt'),
  }))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}
