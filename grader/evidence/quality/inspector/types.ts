import path from 'node:path'
import ts from 'typescript'
import type { Remark, Text } from './said.ts'

/**
 * Compiles students' sources under the course's own options and says, path by path, what is wrong with one. All of them
 * are one program, for speed. What they can import is what they are graded with: each other, what is given, and the
 * declarations of the repository's packages.
 */
export function typeChecker(
  root: string,
  files: readonly Text[],
  given: readonly Text[],
): (file: string) => readonly Remark[] {
  // No such folder exists; it is where the packages of the repository are found from.
  const home = ts.sys.resolvePath(path.join(root, '.submission')).replaceAll('\\', '/')
  const texts = new Map([...given, ...files].map((file) => [`${home}/${file.path}`, withoutSilencers(file.text)]))
  texts.set(`${home}/tfjs.d.ts`, tfjs)
  const options = courseOptions(root, home)
  const program = ts.createProgram({
    rootNames: files.map((file) => `${home}/${file.path}`),
    options,
    host: hostOf({ root, home, texts, options }),
  })
  return (file) => {
    const source = program.getSourceFile(`${home}/${file}`)
    if (!source) throw new Error(file)
    const syntactic = program.getSyntacticDiagnostics(source)
    const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(source)
    return found
      .filter(({ category }) => category === ts.DiagnosticCategory.Error)
      .map(({ start = 0, code, messageText }) => ({
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        rule: `TS${String(code)}`,
        text: ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 400),
      }))
  }
}

/** The package as students import it: the core with its chained operations, and the layers. */
const tfjs = `import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'
export * from '@tensorflow/tfjs-core'
export * from '@tensorflow/tfjs-layers'
`

/** A comment that tells the compiler to look away would hide what is wrong; the linter counts it besides. */
function withoutSilencers(text: string): string {
  return text.replaceAll(/@ts-(?=ignore|nocheck|expect-error)/g, '@ts_')
}

function courseOptions(root: string, home: string): ts.CompilerOptions {
  const file = path.join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as {
    config?: { compilerOptions?: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config?.compilerOptions ?? {}, root)
  return {
    ...options,
    // As the code is bundled: an import may leave its ending out.
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { '@tensorflow/tfjs': [`${home}/tfjs.d.ts`] },
    // A package may be a link; what counts is where it is imported from.
    preserveSymlinks: true,
    noEmit: true,
    incremental: false,
  }
}

interface Place {
  readonly root: string
  readonly home: string
  readonly texts: ReadonlyMap<string, string>
  readonly options: ts.CompilerOptions
}

/** Reads the texts, the compiler's own declarations and those of the repository's packages; nothing else on the disk. */
function hostOf({ root, home, texts, options }: Place): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true)
  const packages = `${ts.sys.resolvePath(root).replaceAll('\\', '/')}/`
  const isOpen = (name: string): boolean => {
    const plain = path.posix.normalize(name.replaceAll('\\', '/'))
    return plain.startsWith(`${packages}node_modules/`) || plain === `${packages}package.json`
  }
  const read = (name: string): string | undefined => texts.get(name) ?? (isOpen(name) ? host.readFile(name) : undefined)
  return {
    ...host,
    getCurrentDirectory: () => root,
    getDefaultLibLocation: () => `${packages}node_modules/typescript/lib`,
    readFile: read,
    fileExists: (name) => texts.has(name) || (isOpen(name) && host.fileExists(name)),
    directoryExists: (name) => name.startsWith(home) || ts.sys.directoryExists(name),
    getSourceFile: (name, target) => {
      const text = read(name)
      return text === undefined ? undefined : ts.createSourceFile(name, text, target)
    },
    writeFile: () => undefined,
  }
}
