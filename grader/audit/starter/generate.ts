import { hasMarker, type Marker, markerOf, type Place, problem } from './marker.ts'

interface Line {
  readonly text: string
  readonly marker: Marker | undefined
  readonly place: Place
}

/** The starter so far, and what the next line is read against. */
interface State {
  readonly out: string[]
  readonly tasks: Set<string>
  /** The exported function that the next line is in. */
  owner: string | undefined
  /** The `@solution` or `@remove` that no `@end` has closed yet. */
  open: Line | undefined
  /** A block was just dropped, so a blank line may have lost its reason. */
  dropped: boolean
}

/**
 * A solution's text as the starter's. `file` is relative to the solutions folder, and its first folder is the slug:
 *
 * - `// @solution R2` … `// @end` becomes a TODO that throws;
 * - `// @remove` … `// @end` disappears;
 * - `// @starter code` becomes `code`.
 */
export function generate(source: string, file: string): string {
  const state: State = { out: [], tasks: new Set(), owner: undefined, open: undefined, dropped: false }
  for (const line of linesOf(source, file)) step(state, line)
  if (state.open) throw problem('unclosed', state.open.place, state.open.text)
  return state.out.join('\n')
}

/** Refuses a generated text that still holds a marker; the starter must not tell where the solution was. */
export function requireClean(text: string, file: string): void {
  const lines = text.split('\n')
  const i = lines.findIndex(hasMarker)
  if (i >= 0) throw problem('leak', { file, line: i + 1 }, lines[i] ?? '')
}

function linesOf(source: string, file: string): readonly Line[] {
  return source.split(/\r?\n/).map((text, i) => {
    const place = { file, line: i + 1 }
    return { text, marker: markerOf(text, place), place }
  })
}

function step(state: State, line: Line): void {
  if (line.marker?.word === 'end') close(state, line)
  else if (state.open) requireCode(line)
  else if (line.marker) begin(state, line, line.marker)
  else keep(state, line.text)
}

function close(state: State, line: Line): void {
  if (!state.open) throw problem('end-alone', line.place, line.text)
  state.dropped = state.open.marker?.word === 'remove'
  state.open = undefined
}

function requireCode({ marker, place, text }: Line): void {
  if (marker) throw problem('nested', place, text)
}

function begin(state: State, line: Line, marker: Marker): void {
  if (marker.word === 'starter') keep(state, marker.indent + marker.rest)
  else state.open = line
  if (marker.word === 'solution') state.out.push(...stub(state, line, marker))
}

function stub({ owner, tasks }: State, { place, text }: Line, { rest: task, indent }: Marker): readonly string[] {
  if (tasks.has(task)) throw problem('duplicate-task', place, text)
  if (owner === undefined) throw problem('outside-function', place, text)
  tasks.add(task)
  const handout = `assignments/${place.file.split('/')[0] ?? ''}/README.md#${task.toLowerCase()}`
  return [
    `${indent}// TODO(${task}): escribe aquí tu código (${handout})`,
    `${indent}throw new NotImplemented('${task}', '${owner}', '${handout}')`,
  ]
}

function keep(state: State, text: string): void {
  const doubled = state.dropped && text === '' && (state.out.at(-1) ?? '') === ''
  state.dropped = false
  state.owner = ownerAfter(text, state.owner)
  if (!doubled) state.out.push(text)
}

/** A function begins at its `export function` and ends at the brace in the first column. */
function ownerAfter(text: string, owner: string | undefined): string | undefined {
  const name = /^export (?:default )?(?:async )?function\*? ?([\w$]+)/.exec(text)?.[1]
  return name ?? (text === '}' ? undefined : owner)
}
