import { text as textOf } from 'node:stream/consumers'
import { documented } from './docs.ts'
import { lint } from './lint.ts'
import type { Asked, Said, Stage } from './said.ts'
import { typeChecker } from './types.ts'
import { watchedSteps } from './watchdog.ts'

/**
 * Reads students' sources with the compiler and the linter, in a process of its own that may be ended at any time: some
 * texts take either of them longer than anybody waits. None of the sources runs.
 */
const { root, files, given, cpuMs } = JSON.parse(await textOf(process.stdin)) as Asked
const step = watchedSteps(cpuMs)

const tell = (said: Said): void => {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

/** What a file makes a tool throw, such as a stack that is full, is about that file and no other. */
function attempt(stage: Stage, path: string, work: () => Said): boolean {
  tell({ kind: 'begin', stage, path })
  step()
  try {
    tell(work())
    return true
  } catch {
    tell({ kind: 'unread', stage, path })
    return false
  }
}

const readable = files.filter((file) =>
  attempt('docs', file.path, () => ({ kind: 'docs', path: file.path, exports: documented(file) })),
)
for (const file of readable)
  attempt('lint', file.path, () => ({ kind: 'remarks', stage: 'lint', path: file.path, remarks: lint(file) }))
const check = typeChecker(root, readable, given)
for (const { path } of readable)
  attempt('types', path, () => ({ kind: 'remarks', stage: 'types', path, remarks: check(path) }))
tell({ kind: 'end' })
