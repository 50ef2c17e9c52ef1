import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What is sent back. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export const html = 'text/html; charset=utf-8'
export const text = 'text/plain; charset=utf-8'
export const json = 'application/json; charset=utf-8'

/** What every answer carries: nothing from elsewhere runs or loads, and nobody else may frame, keep or sniff it. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A student's picture by itself is a page that may do nothing at all; an SVG could otherwise hold a script. */
export const pictureHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}

/**
 * The path behind the token, as its decoded names; undefined for whoever does not know the token, or comes by another
 * name of this machine: a page elsewhere whose name was bent to point here has its own name in `Host`.
 */
export function admitted(request: IncomingMessage, token: string, port: number): readonly string[] | undefined {
  const host = request.headers.host ?? ''
  if (host !== `127.0.0.1:${String(port)}` && host !== `localhost:${String(port)}`) return undefined
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return undefined
  const [, given = '', ...names] = (request.url ?? '').split(/[?#]/)[0]?.split('/') ?? []
  if (!isSame(given, token)) return undefined
  return decoded(names)
}

/** Takes as long for a token that is nearly right as for one that is all wrong. */
function isSame(given: string, token: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/** No name holds a slash, nor leads up. */
function decoded(names: readonly string[]): readonly string[] | undefined {
  try {
    const plain = names.map((name) => decodeURIComponent(name))
    return plain.some((name) => name === '..' || name === '.' || /[/\\\0]/.test(name)) ? undefined : plain
  } catch {
    return undefined
  }
}
