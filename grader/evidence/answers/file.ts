import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { distance } from 'fastest-levenshtein'
import type { Finding } from '../../model/finding.ts'
import type { Documents } from '../../submission/documents.ts'
import { questionIds } from './bank.ts'
import schema from './comprension.schema.json' with { type: 'json' }
import type { Given } from './formulas.ts'
import { isId, nearestId } from './ids.ts'
import { parseJson, type Node } from './json.ts'

export const fileName = 'comprension.json'

export const schemaId = 'lab11/comprension/v1'

/** What somebody wrote behind a question, and the line of it. */
export interface Written {
  readonly value: unknown
  /** A number as it is written, which a parsed one does not keep. */
  readonly raw: string | undefined
  readonly line: number
  /** The numbers that the file shows, where it has any. */
  readonly given: Given | undefined
}

/** A file of the right form. A question that it lacks is not answered. */
export interface AnswerFile {
  readonly id: string
  readonly written: ReadonlyMap<string, Written>
}

export type ReadFile =
  { readonly kind: 'file'; readonly file: AnswerFile } | { readonly kind: 'wrong'; readonly finding: Finding }

/** Reads a submission's answers; what is wrong with the file as a whole is a finding that names line and remedy. */
export async function readAnswers(documents: Documents): Promise<ReadFile> {
  const document = await documents.text(fileName)
  if (document.kind === 'absent') return wrong('missing-file', 'answers.absent', {})
  if (document.kind === 'refused') return wrong('document', document.problem.messageId, document.problem.params)
  return parseAnswers(document.text)
}

/** Reads the text of such a file. */
export function parseAnswers(text: string): ReadFile {
  const parsed = parseJson(text)
  if (parsed.kind === 'broken') {
    const { line, slip, text: seen, meant } = parsed
    return wrong('document', 'answers.not-json', { line, slip, text: seen, meant })
  }
  const { root } = parsed
  validator ??= new Ajv({ allErrors: true }).compile(schema)
  if (!validator(root.value)) return misshapen(root, validator.errors ?? [])
  return fromNodes(root)
}

// Compiled when the first file is read.
let validator: ValidateFunction | undefined

function fromNodes(root: Node): ReadFile {
  const idNode = root.entries?.get('id')
  const id = String(idNode?.value)
  if (!isId(id))
    return wrong('document', 'answers.bad-id', { line: idNode?.line ?? 1, id: id.slice(0, 80), near: nearestId(id) })
  const written = new Map<string, Written>()
  for (const [question, node] of root.entries?.get('questions')?.entries ?? []) {
    const answer = node.entries?.get('answer')
    written.set(question, {
      value: answer?.value ?? null,
      raw: answer?.raw,
      line: answer?.line ?? node.line,
      given: node.entries?.get('given')?.value as Given | undefined,
    })
  }
  return { kind: 'file', file: { id, written } }
}

/** The first thing, from the top of the file, that is not as the schema has it. */
function misshapen(root: Node, errors: readonly ErrorObject[]): ReadFile {
  const found = errors.map((error) => {
    const steps = error.instancePath.split('/').slice(1).map(unescaped)
    return { error, steps, node: nodeAt(root, steps) }
  })
  const [first] = found.sort((a, b) => a.node.line - b.node.line)
  if (!first) throw new Error('Expected an error of the schema')
  const { error, steps, node } = first
  const at = steps.join('.')
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty'])
    return wrong('document', 'answers.missing-key', { line: node.line, key })
  }
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty'])
    const line = node.entries?.get(key)?.line ?? node.line
    const known = at === 'questions' ? questionIds : at === '' ? topKeys : questionKeys
    const params = { line, key: key.slice(0, 80), near: nearestKey(key, known), where: at === '' ? 'none' : at }
    return wrong('document', at === 'questions' ? 'answers.unknown-question' : 'answers.unknown-key', params)
  }
  if (error.keyword === 'const')
    return wrong('document', 'answers.other-schema', { line: node.line, received: shown(node), expected: schemaId })
  const expected = String(error.params['type'])
  return wrong('document', 'answers.wrong-type', { line: node.line, at: at === '' ? 'none' : at, expected })
}

const topKeys = ['schema', 'id', 'questions']
const questionKeys = ['statement', 'given', 'options', 'answer']

function nodeAt(root: Node, steps: readonly string[]): Node {
  return steps.reduce((node, step) => node.entries?.get(step) ?? node, root)
}

/** The key that was probably meant, `none` where none is near. Case does not count. */
function nearestKey(key: string, known: readonly string[]): string {
  const near = (other: string): number => distance(key.toLowerCase(), other.toLowerCase())
  const best = known.toSorted((a, b) => near(a) - near(b))[0] ?? 'none'
  return near(best) <= Math.max(1, Math.floor(best.length / 3)) ? best : 'none'
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function shown({ value }: Node): string {
  return JSON.stringify(value).slice(0, 60)
}

function wrong(kind: Finding['kind'], messageId: string, params: Finding['params']): ReadFile {
  const line = params['line']
  const location = typeof line === 'number' ? { location: `${fileName}:${String(line)}` } : {}
  return { kind: 'wrong', finding: { kind, messageId, params, ...location } }
}
