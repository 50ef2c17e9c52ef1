import type { Documents } from '../../submission/documents.ts'
import { nearestFile } from '../../submission/nearest.ts'
import { Refused } from '../../submission/problem.ts'
import { isPicture } from './pictures.ts'
import type { Piece } from './piece.ts'

/** An image that a report shows, and what became of it. */
export interface Shown {
  readonly line: number
  /** As it is written there. */
  readonly url: string
  readonly alt: string
  readonly found: Found
}

export type Found =
  /** `path` is below `artifacts/`, `name` is it without its ending: an SVG and a PNG of one name are one figure. */
  | { readonly kind: 'good'; readonly path: string; readonly name: string }
  | { readonly kind: 'missing'; readonly near: string | null }
  /** It is there under a name that differs in case, which most systems do not forgive. */
  | { readonly kind: 'case'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'no-picture' }

const folder = 'artifacts'

/** Looks for every image of a report. */
export async function readFigures(pieces: readonly Piece[], documents: Documents): Promise<readonly Shown[]> {
  const images = pieces.filter((piece) => piece.kind === 'image')
  const known = new Map<string, Promise<Found>>()
  const finding = (url: string): Promise<Found> => {
    const found = known.get(url) ?? find(url, documents)
    known.set(url, found)
    return found
  }
  return Promise.all(images.map(async ({ line, url, alt }) => ({ line, url, alt, found: await finding(url) })))
}

/** The figures that are there, each once. */
export function goodNames(figures: readonly Shown[]): readonly string[] {
  return [...new Set(figures.flatMap(({ found }) => (found.kind === 'good' ? [found.name] : [])))]
}

async function find(url: string, documents: Documents): Promise<Found> {
  const path = localPath(url)
  const [top = '', ...rest] = path?.split('/') ?? []
  const below = rest.join('/')
  if (path === undefined || top.toLowerCase() !== folder || below === '') return { kind: 'outside' }
  const files = await documents.list(folder)
  if (top === folder && files.includes(below)) return picture(below, documents)
  const same = files.find((file) => file.toLowerCase() === below.toLowerCase())
  if (same !== undefined) return { kind: 'case', path: `${folder}/${same}` }
  const near = nearestFile(
    below,
    files.filter((file) => /\.(?:svg|png|jpe?g)$/i.test(file)),
  )
  return { kind: 'missing', near: near === undefined ? null : `${folder}/${near}` }
}

async function picture(below: string, documents: Documents): Promise<Found> {
  try {
    const bytes = await documents.bytes(`${folder}/${below}`)
    if (!bytes || !isPicture(bytes)) return { kind: 'no-picture' }
    return { kind: 'good', path: `${folder}/${below}`, name: below.replace(/\.[^./]*$/, '').toLowerCase() }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'no-picture' }
    throw error
  }
}

/** A path relative to the submission's root, undefined for what leads elsewhere: other machines, other folders. */
function localPath(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(url)) return undefined
  const decoded = percentDecoded(url.replace(/[?#].*$/, '')).replaceAll('\\', '/')
  const parts = decoded.split('/').filter((part) => part !== '.' && part !== '')
  return parts.includes('..') ? undefined : parts.join('/')
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
