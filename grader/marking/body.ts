import type { IncomingMessage } from 'node:http'

/** A reason has 4,000 characters at most; the rest of a mark is short. */
const longest = 64 * 1024

/** What is wrong with a request: its status, and a word for it. */
export class BadRequest extends Error {
  readonly status: 400 | 413 | 415

  constructor(status: BadRequest['status'], reason: string) {
    super(reason)
    this.status = status
  }
}

/** The fields of a JSON object of strings, numbers, booleans and nulls. Throws {@link BadRequest}. */
export async function fieldsOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  // A form of another site could send any other type without being asked.
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    throw new BadRequest(415, 'content-type: application/json')
  const body = await read(request)
  const data = parsed(body)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new BadRequest(400, '{…}')
  return Object.fromEntries(Object.entries(data))
}

function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= longest) chunks.push(chunk)
      else {
        // Not destroyed: the answer still has to go out.
        request.pause()
        reject(new BadRequest(413, `> ${String(longest / 1024)} kB`))
      }
    })
    request.on('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
    request.on('error', reject)
  })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new BadRequest(400, error instanceof Error ? error.message : String(error))
  }
}
