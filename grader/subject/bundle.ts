import { realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildFailure, type Message, type Plugin } from 'esbuild'
import type { Finding } from '../model/finding.ts'
import type { Slug } from '../model/verdict.ts'
import { forbiddenImport, syntaxError } from './findings.ts'
import type { Runtime } from './runtime.ts'

/** A staged deliverable on its way into one file that a subject can run. */
export interface BundleRequest {
  readonly slug: Slug
  /** Folder that holds `<slug>/` and `shared/`, regular files only. */
  readonly staging: string
  readonly runtime: Runtime
  /** Where `<slug>.mjs` and its map are written. */
  readonly out: string
}

export type Bundle =
  | {
      readonly kind: 'ready'
      readonly slug: Slug
      readonly file: string
      readonly map: string
      readonly runtime: Runtime
    }
  | { readonly kind: 'broken'; readonly slug: Slug; readonly finding: Finding }

/** Bundles a student's deliverable. No configuration of the student's is read; what it may import is a closed list. */
export async function bundleSubject(request: BundleRequest): Promise<Bundle> {
  const { slug, runtime } = request
  // Without links, which esbuild and Node's permission model resolve: a system's temporary folder may be one.
  const staging = realpathSync(request.staging)
  await mkdir(request.out, { recursive: true })
  const out = realpathSync(request.out)
  try {
    const result = await build({
      stdin: { contents: entry(slug, runtime), resolveDir: staging, sourcefile: 'entry.ts', loader: 'ts' },
      absWorkingDir: staging,
      outfile: path.join(out, `${slug}.mjs`),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      write: false,
      sourcemap: 'external',
      logLevel: 'silent',
      tsconfigRaw: {},
      resolveExtensions: ['.ts'],
      plugins: [allowedImports({ slug, staging, runtime })],
    })
    await Promise.all(result.outputFiles.map((file) => writeFile(file.path, file.contents)))
    return { kind: 'ready', slug, file: path.join(out, `${slug}.mjs`), map: path.join(out, `${slug}.mjs.map`), runtime }
  } catch (error) {
    return brokenBundle(error, slug, runtime.library.name)
  }
}

/** What a failed build says of the student's code. Throws on whatever else went wrong. */
export function brokenBundle(error: unknown, slug: Slug, library: string): Bundle {
  if (!isBuildFailure(error)) throw error
  return { kind: 'broken', slug, finding: finding(error.errors, library) }
}

function entry(slug: Slug, runtime: Runtime): string {
  return `import { serve } from ${JSON.stringify(pathToFileURL(runtime.file).href)}
serve(() => import(${JSON.stringify(`./${slug}/${slug}.ts`)}))`
}

/** What a bundle may import. */
export interface AllowedImports extends Pick<BundleRequest, 'slug' | 'staging' | 'runtime'> {
  /** More packages by name, and the files that stand for them, as URLs. */
  readonly besides?: Readonly<Record<string, string>>
}

/** Relative imports inside the deliverable or `shared/`, and one library; everything else is refused by name. */
export function allowedImports({ slug, staging, runtime, besides = {} }: AllowedImports): Plugin {
  const runtimeUrl = pathToFileURL(runtime.file).href
  const libraryUrl = pathToFileURL(runtime.library.file).href
  const homes = [path.join(staging, slug), path.join(staging, 'shared')]
  return {
    name: 'allowed-imports',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, async ({ path: specifier, resolveDir, kind, importer, pluginData }) => {
        if (pluginData === 'resolved') return undefined
        if (specifier === runtimeUrl) return { path: runtimeUrl, external: true }
        if (specifier === runtime.library.name) return { path: libraryUrl, external: true }
        const other = Object.hasOwn(besides, specifier) ? besides[specifier] : undefined
        if (other !== undefined) return { path: other, external: true }
        if (!specifier.startsWith('.')) return refuse(specifier)
        const fromEntry = importer === '' || importer === path.join(staging, 'entry.ts')
        const resolved = await builder.resolve(specifier, { kind, resolveDir, pluginData: 'resolved' })
        if (resolved.errors.length > 0) {
          const wanted = path.resolve(resolveDir, specifier)
          return homes.some((home) => isInside(wanted, home)) ? { errors: resolved.errors } : refuse(specifier)
        }
        return fromEntry || homes.some((home) => isInside(resolved.path, home))
          ? { path: resolved.path }
          : refuse(specifier)
      })
    },
  }
}

const refused = 'import refused: '

function refuse(specifier: string): { errors: { text: string }[] } {
  return { errors: [{ text: refused + specifier }] }
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

function finding(messages: readonly Message[], library: string): Finding {
  const first = messages[0]
  const location = first?.location
  const where = location ? `${location.file}:${String(location.line)}:${String(location.column + 1)}` : ''
  const text = first?.text ?? ''
  if (text.startsWith(refused)) return forbiddenImport(text.slice(refused.length), library, where)
  return syntaxError(text, where, location?.lineText.trim().slice(0, 200) ?? '')
}
