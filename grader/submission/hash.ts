import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Slug } from '../model/verdict.ts'
import { limits } from './limits.ts'
import { type LoadedDeliverable, loadDeliverable } from './load.ts'
import { Refused } from './problem.ts'
import { loadTests } from './tests.ts'
import { walk } from './walk.ts'

/** What is graded beside the deliverables: files at the root, and a folder of trained models. */
export const evidence: { readonly files: readonly string[]; readonly folder: string } = {
  files: ['comprension.json', 'reporte.md'],
  folder: 'artifacts',
}

/** A path of the submission and what stands for its content. */
type Part = readonly [path: string, content: string]

/** Reads the deliverables and hashes them: see {@link hashLoaded}. */
export async function hashSubmission(root: string, slugs: readonly Slug[]): Promise<string> {
  return hashLoaded(root, await Promise.all(slugs.map((slug) => loadDeliverable(root, slug))))
}

/**
 * `sha256:…` over everything that can move a grade: the files that were loaded (or why they were not), the tests, the
 * answers, the report and the artifacts. The same content gives the same hash on every system, whenever it was copied.
 */
export async function hashLoaded(root: string, loaded: readonly LoadedDeliverable[]): Promise<string> {
  const tests = await Promise.all(loaded.map((deliverable) => testsOf(root, deliverable)))
  const parts = [...loaded.flatMap(partsOf), ...tests.flat(), ...(await evidenceOf(root))]
  const manifest = parts.map((part) => JSON.stringify(part)).sort()
  return `sha256:${digest(manifest.join('\n'))}`
}

/** `sha256:…` over a deliverable's own files, which an artifact names as what made it. */
export function hashSources(loaded: LoadedDeliverable | undefined): string {
  const manifest = (loaded ? partsOf(loaded) : []).map((part) => JSON.stringify(part)).sort()
  return `sha256:${digest(manifest.join('\n'))}`
}

function partsOf({ slug, files, problem }: LoadedDeliverable): readonly Part[] {
  if (problem) return [[slug, JSON.stringify([problem.messageId, problem.params])]]
  return files.map(({ path, bytes }) => [`${slug}/${path}`.normalize('NFC'), digest(bytes)])
}

/** Tests are read of a deliverable that is, and move its grade without being a part of its code. */
async function testsOf(root: string, { slug, problem }: LoadedDeliverable): Promise<readonly Part[]> {
  return problem ? [] : partsOf({ slug, files: await loadTests(root, slug) })
}

async function evidenceOf(root: string): Promise<readonly Part[]> {
  const paths = [...evidence.files, ...(await artifactsOf(root))]
  const parts: Part[] = []
  for (const path of paths) parts.push(...(await evidencePart(root, path)))
  return parts
}

async function artifactsOf(root: string): Promise<readonly string[]> {
  const stats = await lstat(join(root, evidence.folder)).catch(() => undefined)
  if (!stats?.isDirectory()) return []
  const entries = await walk(root, evidence.folder).catch(nothingIfRefused)
  return entries.filter((entry) => entry.kind === 'file').map((entry) => `${evidence.folder}/${entry.path}`)
}

/** Artifacts that cannot be read are not graded, and then do not count here. */
function nothingIfRefused(error: unknown): readonly [] {
  if (error instanceof Refused) return []
  throw error
}

async function evidencePart(root: string, path: string): Promise<readonly Part[]> {
  const file = join(root, path)
  const stats = await lstat(file).catch(() => undefined)
  if (!stats?.isFile()) return []
  const content = stats.size > limits.artifactBytes ? `${String(stats.size)} bytes` : await digestFile(file)
  return [[path.normalize('NFC'), content]]
}

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  return pipeline(createReadStream(file), hash).then(
    () => hash.digest('hex'),
    () => 'unreadable',
  )
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
