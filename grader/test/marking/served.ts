import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { environment, repository, startScript, type Ran } from '../cli/run.ts'

/** A page of marks that somebody has started. */
export interface Served {
  /** With the token, and a slash at its end. */
  readonly url: string
  /** Presses Ctrl-C. */
  readonly end: () => Promise<Ran>
}

/** Starts `npm run mark` and waits for the address that it prints. */
export async function served(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'lab11-mark-'))
  const child = execa(process.execPath, [startScript(), 'mark', ...args], {
    cwd: repository,
    env: environment({ TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...env }),
    extendEnv: false,
    reject: false,
  })
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      const found = /http:\S+/.exec(printed)?.[0]
      if (found !== undefined && printed.includes('Ctrl-C')) resolve(found)
    })
    void child.then(({ stderr }) => {
      reject(new Error(stderr))
    })
  })
  return {
    url,
    end: async () => {
      child.kill('SIGINT')
      const { exitCode, stdout, stderr } = await child
      const left = await readdir(temporary)
      await rm(temporary, { recursive: true })
      if (left.length > 0) throw new Error(`It left ${left.join(', ')} behind`)
      return { exitCode, stdout, stderr }
    },
  }
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Exactly so, where an address would be tidied up on its way. */
  readonly path?: string
}

/** One request, sent as it is: no client tidies its path or its headers. */
export function ask(url: string, { method = 'GET', headers = {}, body, path: exact }: Asked = {}): Promise<Reply> {
  const { hostname, port, pathname } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: exact ?? pathname, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body: Buffer.concat(chunks).toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends an object as the page does. */
export function post(url: string, fields: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof fields === 'string' ? fields : JSON.stringify(fields),
  })
}
