import type { Material } from '../evidence.ts'
import { inspect, type Inspection } from './inspect.ts'
import type { Documented, Remark, Stage } from './inspector/said.ts'
import { ownFiles, type OwnFile } from './sources.ts'

/** A remark at its place, such as `lstm-cell/lstm-cell.ts:12`. */
export interface Placed extends Remark {
  readonly place: string
}

/** What compiler and linter see in a submission's own lines. */
export interface Look {
  readonly files: readonly OwnFile[]
  readonly lint: readonly Placed[]
  readonly types: readonly Placed[]
  readonly exports: readonly (Documented & { readonly place: string })[]
  readonly unread: Inspection['unread']
}

const looks = new WeakMap<Material, Promise<Look>>()

/** Looked at once, whichever of a submission's checks asks first. */
export function lookAt(material: Material): Promise<Look> {
  const known = looks.get(material) ?? look(material)
  looks.set(material, known)
  return known
}

async function look(material: Material): Promise<Look> {
  const { workshop: root, code } = material
  const files = ownFiles(material)
  if (!code || files.length === 0) return { files, lint: [], types: [], exports: [], unread: [] }
  const texts = files.map(({ path, text }) => ({ path, text }))
  const { said, unread } = await inspect({ root, cache: code.cache, files: texts })
  const own = new Map(files.map((file) => [file.path, file.own]))
  const remarks = (stage: Stage): readonly Placed[] =>
    said.flatMap((each) =>
      each.kind === 'remarks' && each.stage === stage
        ? each.remarks
            .filter(({ line }) => own.get(each.path)?.has(line) === true)
            .map((remark) => ({ ...remark, place: `${each.path}:${String(remark.line)}` }))
        : [],
    )
  const exports = said.flatMap((each) =>
    each.kind === 'docs' ? each.exports.map((one) => ({ ...one, place: `${each.path}:${String(one.line)}` })) : [],
  )
  return { files, lint: remarks('lint'), types: remarks('types'), exports, unread }
}
