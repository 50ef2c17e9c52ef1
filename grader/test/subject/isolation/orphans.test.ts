import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { killGroup } from '../../../subject/isolation/kill.ts'
import { confinementOf, wrap, type Isolation } from '../../../subject/isolation/levels.ts'
import { maxProcesses, totalMegabytes } from '../../../subject/isolation/limits.ts'
import { familyOf, watchProcesses } from '../../../subject/isolation/watch.ts'
import { provenLevels } from '../proven.ts'
import { expectGone } from '../workbench.ts'

const sleeps = 'setTimeout(() => {}, 30000)'

/** Breeds a bounded number of processes that end by themselves, each in a session of its own. */
const breeds = `
  for (let k = 0; k < ${String(maxProcesses + 4)}; k++)
    process.getBuiltinModule('node:child_process').spawn(process.execPath, ['-e', '${sleeps}'], { detached: true, stdio: 'ignore' })
  ${sleeps}`

const held = `const kept = new Uint8Array(${String((totalMegabytes + 100) * 1024 * 1024)}).fill(1); ${sleeps}; kept`

function start(file: string, args: readonly string[]): ChildProcess {
  const child = spawn(file, args, { env: {}, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    killGroup(child.pid)
  })
  return child
}

/** What the watch says of a process, and its family at that time. */
function watched(child: ChildProcess): Promise<{ what: string; family: number[] }> {
  const pid = child.pid ?? NaN
  return new Promise((resolve) => {
    watchProcesses(pid, (what) => {
      resolve({ what, family: familyOf(pid) })
    })
  })
}

describe.skipIf(process.platform !== 'linux')('The watch', () => {
  it('sees memory outside of the heap', async () => {
    expect(await watched(start(process.execPath, ['-e', held]))).toMatchObject({ what: 'memory' })
  })

  it('is silent about an ordinary process, and stops when it is told to', async () => {
    const child = start(process.execPath, ['-e', 'setTimeout(() => {}, 400)'])
    let heard = false
    const stop = watchProcesses(child.pid ?? NaN, () => {
      heard = true
    })
    await once(child, 'close')
    stop()
    expect(heard).toBe(false)
  })

  it('finds nothing of a process that is gone', () => {
    expect(familyOf(4_194_305)).toEqual([4_194_305])
  })
})

describe.each(provenLevels(['L1', 'L2']))('At level $level, without what Node denies', ({ isolation }) => {
  const boxed = (code: string): { file: string; args: readonly string[] } =>
    wrap(isolation, { reads: [] }, ['-e', code])

  it('a process that breeds is seen, and ends with all that it bred', async () => {
    const { file, args } = boxed(breeds)
    const child = start(file, args)
    const { what, family } = await watched(child)
    expect(what).toBe('processes')
    expect(family.length).toBeGreaterThan(maxProcesses)
    killGroup(child.pid)
    await expectGone(family)
  })

  it('nothing outlives the grader, even when that is killed', async () => {
    const { pid, family } = await orphaned(isolation)
    expect(family.length).toBeGreaterThan(1)
    process.kill(pid, 'SIGKILL')
    await expectGone(family)
  })
})

/** A process that stands for the grader, and what it started in a box. */
async function orphaned(isolation: Isolation): Promise<{ pid: number; family: number[] }> {
  const { file, args } = wrap(isolation, { reads: [] }, ['-e', `process.stdout.write('up'); ${sleeps}`])
  const options = { env: {}, detached: true, stdio: ['ignore', 'inherit', 'inherit'] }
  const code = `process.getBuiltinModule('node:child_process').spawn(...${JSON.stringify([file, args, options])}); ${sleeps}`
  const grader = start(process.execPath, ['-e', code])
  await once(grader.stdout ?? grader, 'data')
  const pid = grader.pid ?? NaN
  return { pid, family: familyOf(pid).filter((member) => member !== pid) }
}

it('tells of a signal as the wrapper of each level does', () => {
  const tools = { prlimit: '', setpriv: '', unshare: '', bwrap: '' }
  expect(confinementOf({ level: 'L1', tools }).signalsByCode).toBe(false)
  expect(confinementOf({ level: 'L2', tools, files: [], disableUserns: false }).signalsByCode).toBe(true)
})
