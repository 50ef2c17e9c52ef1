import type { Nodes, Paragraph, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import { imagesOf } from './images.ts'
import { blankMath } from './math.ts'
import type { Piece, Row } from './piece.ts'

/** Takes Markdown apart. What is quoted (`>`) or commented out is nobody's own text and is left out. */
export function readPieces(text: string): readonly Piece[] {
  const { blanked, formulas } = blankMath(text)
  const tree = fromMarkdown(blanked, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const written = formulas.map((formula): Piece => ({ kind: 'formula', ...formula }))
  const pieces = [...tree.children.flatMap((node) => piecesOf(node, tree)), ...written]
  return pieces.toSorted((a, b) => a.line - b.line)
}

function piecesOf(node: RootContent, tree: Root): Piece[] {
  const line = lineOf(node)
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', line, depth: node.depth, text: textOf(node) }]
    case 'paragraph':
      return [prose(node, { item: false }), ...inlinesOf(node, tree)]
    case 'list':
      return node.children.flatMap((item, k) => {
        const number = node.ordered === true ? (node.start ?? 1) + k : undefined
        return item.children.flatMap((child, at) =>
          child.type === 'paragraph'
            ? [prose(child, { item: at === 0, number }), ...inlinesOf(child, tree)]
            : piecesOf(child, tree),
        )
      })
    case 'footnoteDefinition':
      return node.children.flatMap((child) =>
        child.type === 'paragraph' ? [prose(child, { item: true }), ...inlinesOf(child, tree)] : piecesOf(child, tree),
      )
    case 'blockquote':
      return inlinesOf(node, tree).filter(({ kind }) => kind === 'image')
    case 'table':
      return [{ kind: 'table', line, rows: rowsOf(node) }, ...inlinesOf(node, tree)]
    case 'code':
      return [{ kind: 'code', line, text: node.value, block: true }]
    case 'html':
      return imagesOf(node.value, line)
    default:
      return []
  }
}

function prose(node: Paragraph, { item, number }: { item: boolean; number?: number | undefined }): Piece {
  const own = { kind: 'prose', line: lineOf(node), text: textOf(node), item } as const
  return number === undefined ? own : { ...own, number }
}

/** What stands inside of a paragraph or a table: images, code, citations. */
function inlinesOf(node: Nodes, tree: Root): Piece[] {
  const found: Piece[] = []
  visit(node, (child) => {
    const line = lineOf(child)
    if (child.type === 'image') found.push({ kind: 'image', line, url: child.url, alt: child.alt ?? '' })
    if (child.type === 'imageReference')
      found.push({ kind: 'image', line, url: definitionOf(tree, child.identifier), alt: child.alt ?? '' })
    if (child.type === 'inlineCode') found.push({ kind: 'code', line, text: child.value, block: false })
    if (child.type === 'html') found.push(...imagesOf(child.value, line))
    if (child.type === 'footnoteReference') found.push({ kind: 'cite', line, key: child.identifier })
    if (child.type === 'link') found.push({ kind: 'cite', line, key: child.url })
  })
  return found
}

function definitionOf(tree: Root, identifier: string): string {
  const found = tree.children.find((node) => node.type === 'definition' && node.identifier === identifier)
  return found?.type === 'definition' ? found.url : ''
}

function rowsOf(table: Table): Row[] {
  return table.children.map((row) => ({
    line: lineOf(row),
    // With its code: names of fields and numbers are often written so.
    cells: row.children.map((cell) => toString(cell, { includeImageAlt: false, includeHtml: false }).trim()),
  }))
}

/** Without code, HTML and what stands for an image. */
function textOf(node: Nodes): string {
  if (node.type === 'inlineCode') return ' '
  if ('value' in node) return node.type === 'text' ? node.value : ''
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
