import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import { say, sayAny } from '../messages/say.ts'
import { loadAssets } from './assets.ts'
import { BadRequest } from './body.ts'
import type { Desk } from './desk.ts'
import { admitted, fixedHeaders, json, text, type Answer } from './guard.ts'
import { MarkdownRenderer } from './markdown.ts'
import { route, type Site } from './routes.ts'

export interface ServeOptions {
  readonly desk: Desk
  readonly slugs: readonly Slug[]
  /** The repository. */
  readonly root: string
  /** 0 takes a free one. */
  readonly port: number
}

/** The page of marks, served to this machine and to whoever knows its address. */
export interface MarkServer {
  /** Where it is, the token in it. */
  readonly url: string
  close(): void
}

/** Throws a usage {@link LabError} where the port cannot be had. */
export async function serve({ desk, slugs, root, port: asked }: ServeOptions): Promise<MarkServer> {
  const token = randomBytes(24).toString('base64url')
  const renderer = new MarkdownRenderer(root, { notes: say(desk.language, 'mark.footnotes') })
  const site: Site = { desk, base: `/${token}`, slugs, renderer, assets: await loadAssets(root), by: '' }
  let port = asked
  const server = createServer((request, response) => {
    void respond(site, request, { token, port }).then((answer) => {
      write(request, response, answer)
    })
  })
  port = await listen(server, asked)
  return {
    url: `http://127.0.0.1:${String(port)}/${token}/`,
    close: () => {
      renderer.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

async function respond(
  site: Site,
  request: IncomingMessage,
  { token, port }: { readonly token: string; readonly port: number },
): Promise<Answer> {
  const { language } = site.desk
  const names = admitted(request, token, port)
  if (!names) return { status: 403, type: text, body: say(language, 'mark.forbidden') }
  try {
    return await route(site, request, names)
  } catch (error) {
    if (error instanceof BadRequest)
      return refusal(error.status, say(language, 'mark.bad-request', { reason: error.message }))
    // A file of marks that somebody spoiled by hand, or a disk that is full: whoever marks has to know.
    const reason = error instanceof LabError ? sayAny(language, error.messageId, error.params) : describe(error)
    return refusal(500, say(language, 'mark.fault', { error: reason }))
  }
}

/** Read by the page's own script where it asked, and by a person as it is. */
function refusal(status: number, message: string): Answer {
  return { status, type: json, body: JSON.stringify({ saved: false, next: '', message, field: '' }) }
}

function write({ method }: IncomingMessage, response: ServerResponse, { status, type, body, headers }: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    ...fixedHeaders,
    'content-type': type,
    'content-length': bytes.length,
    // What was refused may not be read to its end.
    ...(status === 413 ? { connection: 'close' } : {}),
    ...headers,
  })
  response.end(method === 'HEAD' ? undefined : bytes)
}

/** On this machine alone. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = 'code' in error ? String(error.code) : error.message
      reject(new LabError('usage', 'mark.port-taken', { port, reason }, error))
    })
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
