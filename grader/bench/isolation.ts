import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleSubject, type Bundle } from '../subject/bundle.ts'
import { chooseIsolation } from '../subject/isolation/choose.ts'
import { confinementOf, unprobed, type Isolation } from '../subject/isolation/levels.ts'
import { matrixRuntime } from '../subject/runtime.ts'
import { Subject } from '../subject/subject.ts'
import { loadDeliverable } from '../submission/load.ts'
import { stage } from '../submission/stage.ts'
import { median } from './process.ts'

/** What shutting a subject in costs at the strongest level of this machine, beside the portable one. */
export interface StartCost {
  readonly level: string
  readonly portableMs: number
  readonly strongestMs: number
  /** Median of the differences of starts that followed one another. */
  readonly differenceMs: number
}

const rounds = 40

/** From the start of a process to its first answer, the solution of a cell loaded; in turn at both levels. */
export async function startCost(root: string): Promise<StartCost> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'lab11-bench-'))
  for (const name of ['cwd', 'pids']) mkdirSync(path.join(folder, name))
  try {
    const { isolation } = await chooseIsolation(root)
    const bundle = await bundleCell(root, folder)
    const pairs: [number, number][] = []
    for (let k = 0; k < rounds + 2; k++)
      pairs.push([await startMs(bundle, unprobed, folder), await startMs(bundle, isolation, folder)])
    // The first starts read files that are in memory afterwards.
    const warm = pairs.slice(2)
    return {
      level: isolation.level,
      portableMs: median(warm.map(([portable]) => portable)),
      strongestMs: median(warm.map(([, strongest]) => strongest)),
      differenceMs: median(warm.map(([portable, strongest]) => strongest - portable)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bundleCell(root: string, folder: string): Promise<Bundle> {
  const [slug, staging] = ['lstm-cell', path.join(folder, 'staging')]
  const loaded = await loadDeliverable(path.join(root, 'solutions'), slug)
  await stage(loaded, path.join(root, 'solutions', 'shared'), staging)
  const runtime = await matrixRuntime(root, path.join(root, 'node_modules', '.cache', 'lab11-bench'))
  return bundleSubject({ slug, staging, runtime, out: path.join(folder, 'bundles') })
}

async function startMs(bundle: Bundle, isolation: Isolation, folder: string): Promise<number> {
  const places = { cwd: path.join(folder, 'cwd'), pids: path.join(folder, 'pids') }
  const subject = new Subject({ bundle, confinement: confinementOf(isolation), seed: 1, deadlineMs: 20_000, ...places })
  const began = performance.now()
  try {
    await subject.exports()
    return performance.now() - began
  } finally {
    await subject.end()
  }
}
