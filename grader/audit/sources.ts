import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Slug } from '../model/verdict.ts'
import { lockedPackages, type Lock } from './packages.ts'

/** What runs a student's code and asks it, beside what the checks themselves import. */
const around = [
  'subject/subject.ts',
  'subject/guest.ts',
  'subject/tfjs-guest.ts',
  'backend/students/tfjs.ts',
  'backend/load.ts',
]

/**
 * A hash of everything that a deliverable's verdicts on the reference depend on: its checks with all that they import,
 * what runs the code, the solution, and the versions of the packages that any of these import. Code is hashed as it is
 * bundled, so that comments, types and what no check of this deliverable imports do not matter.
 */
export function sourcesHash(root: string, slug: Slug): string {
  const checks = path.join('grader', 'deliverables', slug, 'checks')
  const code = bundled(root, [...filesBelow(root, checks), ...around.map((file) => path.join('grader', file))])
  const solution = bundled(root, [path.join('solutions', slug, `${slug}.ts`)])
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
  const imports = [...code.imports, ...solution.imports].filter((name) => name !== stoodFor)
  return hashFiles(root, solutionFiles(root, slug), [code.text, ...lockedPackages(lock, imports)].join('\n'))
}

/** What students import by this name is `backend/students/tfjs.ts`, which is hashed with all that it imports. */
const stoodFor = '@tensorflow/tfjs'

/** A hash of what a deliverable's fingerprints are made from: its solution, its variants and its probes. */
export function fingerprintSources(root: string, slug: Slug): string {
  const own = (name: string): string => path.join('grader', 'deliverables', slug, name)
  const code = [own('probes.ts'), path.join('grader', 'diagnosis', 'sketch.ts')]
  return hashFiles(root, [own('variants.ts'), ...solutionFiles(root, slug)], bundled(root, code).text)
}

interface Bundled {
  readonly text: string
  /** What it imports that is not in it, as it is written there. */
  readonly imports: readonly string[]
}

/**
 * The code of some modules, each with all that it imports, without comments and types. Each is an entry of its own,
 * which keeps what it exports: bundled together, what none of them calls would be left out. How a student's process is
 * started and confined is left out: it brings the same answers, and has tests of its own at every level.
 */
function bundled(root: string, files: readonly string[]): Bundled {
  const { outputFiles, metafile } = buildSync({
    entryPoints: files.map((file) => path.join(root, file)),
    outdir: root,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    external: ['process.ts', 'confinement.ts', 'isolation/*'].map((name) => path.join(root, 'grader', 'subject', name)),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfigRaw: {},
    minifyWhitespace: true,
    legalComments: 'none',
  })
  const texts = outputFiles.map(({ text }) => text).sort()
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map((each) => each.path))
  return { text: texts.join('\n'), imports }
}

function solutionFiles(root: string, slug: Slug): string[] {
  const folders = [path.join('solutions', 'shared'), path.join('solutions', slug)]
  // The reference's own tests are read as evidence; no verdict on its code hangs on them.
  return folders.flatMap((folder) => filesBelow(root, folder)).filter((file) => path.basename(file) !== 'own.test.ts')
}

/** A hash of a text. */
export function hashText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** A hash of some files' names and contents, and of a text besides; line ends and the order of the names do not matter. */
export function hashFiles(root: string, files: readonly string[], besides = ''): string {
  const hash = createHash('sha256').update(besides)
  for (const file of [...files].sort()) {
    hash
      .update(file.replaceAll(path.sep, '/'))
      .update('\0')
      .update(readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n'))
      .update('\0')
  }
  return `sha256:${hash.digest('hex')}`
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return []
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(root, place) : [place]
  })
}
