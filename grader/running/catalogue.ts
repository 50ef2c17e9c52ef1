import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { LabError } from '../model/errors.ts'
import type { CheckMeta, Library, Slug } from '../model/verdict.ts'
import { orderChecks } from './order.ts'

/** Where the grader's sources and its rebuildable files are. */
export interface Workshop {
  /** The repository. */
  readonly root: string
  /** A folder for this content of the sources, see `cli/start.js`; it may be deleted at any time. */
  readonly cache: string
}

/** One deliverable as the engine sees it: what its checks say of themselves, and the file that runs them. */
export interface DeliverableChecks {
  readonly slug: Slug
  readonly checks: readonly CheckMeta[]
  /** What makes its artifacts; null for a deliverable that has none. */
  readonly training: CheckMeta | null
  /** What the student's code may import. */
  readonly library: Library
  /** The vitest entry that runs them. */
  readonly entry: string
  /** Packages that the entry imports, as URLs. */
  readonly packages: readonly string[]
}

/** The slugs that have checks, by name. */
export function slugs({ root }: Workshop): Slug[] {
  const folder = path.join(root, 'grader', 'deliverables')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'checks')))
    .map((entry) => entry.name)
    .sort()
}

/** Where a deliverable's fingerprints are. */
export function fingerprintsFile({ root }: Workshop, slug: Slug): string {
  return path.join(root, 'grader', 'deliverables', slug, 'fingerprints.json')
}

/** Where a deliverable says which calls in its sources are worth a look; most have none. */
export function reviewFile({ root }: Workshop, slug: Slug): string {
  return path.join(root, 'grader', 'deliverables', slug, 'review.json')
}

/** Where a deliverable says that its results hold times, so that it may look at a clock; most have none. */
export function clockFile({ root }: Workshop, slug: Slug): string {
  return path.join(root, 'grader', 'deliverables', slug, 'clock.json')
}

/** Finds every deliverable and reads its checks' metadata, bundling them when the sources have changed. */
export async function discover(workshop: Workshop): Promise<readonly DeliverableChecks[]> {
  return Promise.all(slugs(workshop).map((slug) => discoverOne(workshop, slug)))
}

async function discoverOne(workshop: Workshop, slug: Slug): Promise<DeliverableChecks> {
  const folder = path.join(workshop.cache, 'checks')
  const entry = path.join(folder, `${slug}.mjs`)
  const manifest = path.join(folder, `${slug}.json`)
  if (!existsSync(manifest)) await bundleChecks(workshop, slug, folder)
  const { checks, training, library, packages } = JSON.parse(await readFile(manifest, 'utf8')) as Manifest
  return { slug, checks, training, library, entry, packages: packages.map((name) => import.meta.resolve(name)) }
}

/** What is read of a deliverable without running its entry. */
interface Manifest {
  readonly checks: readonly CheckMeta[]
  readonly training: CheckMeta | null
  readonly library: Library
  readonly packages: readonly string[]
}

/** Collects a deliverable's check files into one vitest entry, and what they declare into a manifest. */
async function bundleChecks({ root }: Workshop, slug: Slug, folder: string): Promise<void> {
  const checks = path.join(root, 'grader', 'deliverables', slug, 'checks')
  const files = readdirSync(checks)
    .filter((file) => file.endsWith('.check.ts'))
    .sort()
  const probes = existsSync(path.join(checks, '..', 'probes.ts')) ? ['../probes.ts'] : []
  const imports = [...files.map((file) => `./${file}`), ...probes].map((file) => `import ${JSON.stringify(file)}`)
  const suite = path.join(root, 'grader', 'checks', 'suite.ts')
  const registry = path.join(root, 'grader', 'checks', 'check.ts')
  await mkdir(folder, { recursive: true })
  const metadata = path.join(folder, `${slug}.meta-${String(process.pid)}.mjs`)
  await bundle(
    [...imports, `export { declaredChecks, declaredLibrary, declaredTrainings } from ${JSON.stringify(registry)}`],
    checks,
    metadata,
  )
  const declared = (await import(pathToFileURL(metadata).href)) as {
    declaredChecks: () => { meta: CheckMeta }[]
    declaredTrainings: () => { meta: CheckMeta }[]
    declaredLibrary: () => Library
  }
  const metas = declared.declaredChecks().map(({ meta }) => meta)
  verify(slug, metas)
  const run = [
    ...imports,
    `import { runDeliverable } from ${JSON.stringify(suite)}`,
    `runDeliverable(${JSON.stringify(slug)})`,
  ]
  const imported = await bundle(run, checks, path.join(folder, `${slug}.mjs`))
  const manifest: Manifest = {
    checks: metas,
    training: declared.declaredTrainings()[0]?.meta ?? null,
    library: declared.declaredLibrary(),
    packages: imported.filter((name) => name !== 'vitest'),
  }
  await writeWhole(path.join(folder, `${slug}.json`), JSON.stringify(manifest))
}

/** Returns the packages that the bundle imports. */
async function bundle(lines: readonly string[], resolveDir: string, outfile: string): Promise<readonly string[]> {
  const result = await build({
    stdin: { contents: lines.join('\n'), resolveDir, sourcefile: 'entry.ts', loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    tsconfigRaw: {},
    sourcemap: 'external',
    metafile: true,
  })
  await Promise.all(result.outputFiles.map((file) => writeWhole(file.path, file.text)))
  const imports = Object.values(result.metafile.outputs).flatMap((output) => output.imports)
  return [...new Set(imports.map(({ path: name }) => name))].filter((name) => !isBuiltin(name))
}

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${String(process.pid)}.tmp`
  await writeFile(temporary, text)
  await rename(temporary, file)
}

/** Ids are unique, carry their deliverable's slug, and every need exists and leads to no circle, nor from a public check to a hidden one. */
function verify(slug: Slug, metas: readonly CheckMeta[]): void {
  const ids = new Set<string>()
  for (const { id } of metas) {
    if (!id.startsWith(`${slug}/`)) throw new LabError('fault', 'catalogue.foreign-id', { id, slug })
    if (ids.has(id)) throw new LabError('fault', 'catalogue.duplicate-id', { id })
    ids.add(id)
  }
  const hidden = new Set(metas.filter(({ visibility }) => visibility === 'hidden').map(({ id }) => id))
  for (const { id, needs, visibility } of metas) {
    const unknown = needs.find((need) => !ids.has(need))
    if (unknown !== undefined) throw new LabError('fault', 'catalogue.unknown-need', { id, need: unknown })
    const secret = visibility === 'public' ? needs.find((need) => hidden.has(need)) : undefined
    if (secret !== undefined) throw new LabError('fault', 'catalogue.public-needs-hidden', { id, need: secret })
  }
  orderChecks(metas)
}
