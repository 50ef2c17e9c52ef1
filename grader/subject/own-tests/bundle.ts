import { realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { allowedImports, brokenBundle, type Bundle, type BundleRequest } from '../bundle.ts'

export interface TestBundleRequest extends BundleRequest {
  /** The repository. */
  readonly root: string
  /** What stands for `vitest`: see {@link testHarness}. */
  readonly harness: string
  /** Paths of the test files below the deliverable's folder, with `/`. */
  readonly tests: readonly string[]
}

/**
 * Bundles a student's tests with the code that they test, for a subject. Its one function, `run(variant, leaveOut)`, runs
 * them while the functions of the deliverable are disguised as `variant` has it.
 */
export async function bundleTests(request: TestBundleRequest): Promise<Bundle> {
  const { slug, harness, tests } = request
  const staging = realpathSync(request.staging)
  await mkdir(request.out, { recursive: true })
  const out = realpathSync(request.out)
  const file = path.join(out, `${slug}.tests.mjs`)
  const runtime = { ...request.runtime, reads: [...request.runtime.reads, harness] }
  try {
    const options = optionsOf({ ...request, staging })
    const tested = await codeUnderTest(options, slug, staging)
    const result = await build({
      ...options,
      stdin: { contents: entry(request), resolveDir: staging, sourcefile: 'entry.ts', loader: 'ts' },
      outfile: file,
      sourcemap: 'external',
      plugins: [disguise(request.root, tested), ...(options.plugins ?? [])],
    })
    await Promise.all(result.outputFiles?.map((each) => writeFile(each.path, each.contents)) ?? [])
    return { kind: 'ready', slug, file, map: `${file}.map`, runtime }
  } catch (error) {
    return brokenBundle(error, slug, runtime.library.name)
  }

  function entry({ runtime: { file: guest } }: TestBundleRequest): string {
    const loaders = tests.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`./${slug}/${name}`)})`)
    return `import { serve } from ${JSON.stringify(pathToFileURL(guest).href)}
import { runTests } from 'vitest'
import { wear } from ${JSON.stringify(disguiseName)}
const files = { ${loaders.join(', ')} }
const run = (variant, leaveOut) => { wear(variant); return runTests(files, leaveOut) }
serve(() => Promise.resolve({ run }))`
  }
}

const disguiseName = 'lab11:disguise'

function optionsOf(request: TestBundleRequest): BuildOptions {
  return {
    absWorkingDir: request.staging,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'silent',
    tsconfigRaw: {},
    resolveExtensions: ['.ts'],
    plugins: [allowedImports({ ...request, besides: { vitest: pathToFileURL(request.harness).href } })],
  }
}

/** The files that make up the deliverable, tests and what only they use aside. */
async function codeUnderTest(options: BuildOptions, slug: string, staging: string): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    ...options,
    stdin: {
      contents: `export * from './${slug}/${slug}.ts'`,
      resolveDir: staging,
      sourcefile: 'entry.ts',
      loader: 'ts',
    },
    metafile: true,
  })
  const files = Object.keys(metafile.inputs).map((file) => path.resolve(staging, file))
  return new Set(files.filter((file) => file.startsWith(path.join(staging, slug) + path.sep)))
}

/** What a test imports of the code under test, it gets through the disguise. */
function disguise(root: string, tested: ReadonlySet<string>): Plugin {
  return {
    name: 'disguise',
    setup(builder) {
      builder.onResolve({ filter: /^lab11:disguise$/ }, () => ({
        path: path.join(root, 'grader', 'subject', 'own-tests', 'disguise.ts'),
      }))
      builder.onResolve({ filter: /^\.{1,2}\// }, ({ path: specifier, resolveDir, importer }) => {
        const file = path.resolve(resolveDir, specifier)
        const found = [file, `${file}.ts`].find((each) => tested.has(each))
        return importer.endsWith('.test.ts') && found !== undefined
          ? { path: found, namespace: 'disguised' }
          : undefined
      })
      builder.onLoad({ filter: /.*/, namespace: 'disguised' }, ({ path: file }) => ({
        contents: `module.exports = require(${JSON.stringify(disguiseName)}).disguised(require(${JSON.stringify(`./${path.basename(file)}`)}))`,
        resolveDir: path.dirname(file),
        loader: 'js',
      }))
    },
  }
}
