import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { threw } from '../diagnosis/block.ts'
import type { AskedUnit } from '../diagnosis/diagnose.ts'
import type { Observed } from '../diagnosis/explain.ts'
import type { Session } from '../grading/session.ts'
import type { Slug } from '../model/verdict.ts'
import type { ProbeRecord } from '../running/runner.ts'
import { defaultSeed } from './values.ts'

/** Answers of many codes, in their order; null for one that does not even bundle. */
export interface ProbedCodes {
  readonly units: readonly AskedUnit[]
  readonly all: readonly (Observed | null)[]
}

/** Asks the public probes of many codes of one deliverable, several in one process: each is a module of its own. */
export class Prober {
  readonly #session: Session
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'lab11-probing-'))

  constructor(session: Session) {
    this.#session = session
  }

  discard(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** With `seed`, on other numbers than the public ones. */
  async observe(
    slug: Slug,
    texts: readonly string[],
    onProgress: (done: number) => void,
    seed?: number,
  ): Promise<ProbedCodes> {
    const all: (Observed | null)[] = []
    let units: readonly AskedUnit[] = []
    for (let from = 0; from < texts.length; from += atOnce) {
      onProgress(from)
      const seen = await this.#some(slug, texts.slice(from, from + atOnce), seed)
      all.push(...seen.all)
      units = seen.units
    }
    return { units, all }
  }

  /** One that does not bundle spoils those beside it, so they are asked in halves. */
  async #some(slug: Slug, texts: readonly string[], seed?: number): Promise<ProbedCodes> {
    const { units, all } = await this.#together(slug, texts, seed)
    if (all.length === texts.length && !all.some(isBroken)) return { units, all }
    if (texts.length === 1) return { units, all: [null] }
    const half = Math.ceil(texts.length / 2)
    const parts = [await this.#some(slug, texts.slice(0, half), seed), await this.#some(slug, texts.slice(half), seed)]
    return { units, all: parts.flatMap((part) => part.all) }
  }

  async #together(slug: Slug, texts: readonly string[], seed?: number): Promise<ProbeRecord> {
    const folder = path.join(this.#folder, 'submission')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(path.join(folder, slug), { recursive: true })
    for (const [k, text] of texts.entries()) writeFileSync(path.join(folder, slug, `v${String(k)}.ts`), text)
    writeFileSync(path.join(folder, slug, `${slug}.ts`), indexOf(texts))
    const { observed } = await this.#session.run(folder, {
      ...probing,
      slugs: [slug],
      prefixes: texts.map((_, k) => prefix(k)),
      ...(seed === undefined ? {} : { probeSeed: seed }),
    })
    return observed[slug] ?? { units: [], all: [] }
  }
}

/** What the probes of a deliverable ask; no code is asked anything. */
export async function unitsOf(session: Session, slug: Slug): Promise<readonly AskedUnit[]> {
  const { observed } = await session.run(path.join(session.workshop.root, 'solutions'), { ...probing, slugs: [slug] })
  return observed[slug]?.units ?? []
}

const probing = {
  mode: 'probe',
  backend: 'wasm',
  seed: defaultSeed,
  deadlineMs: 20_000,
  replay: () => '',
} as const

/** Below what a submission may hold. */
const atOnce = 20

function prefix(k: number): string {
  return `v${String(k)}_`
}

/** A module that exports the functions of all these modules, each under its prefix. */
function indexOf(texts: readonly string[]): string {
  const lines = texts.map((text, k) => {
    const names = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1] ?? '')
    const renamed = names.map((name) => `${name} as ${prefix(k)}${name}`)
    return `export { ${renamed.join(', ')} } from './v${String(k)}.ts'`
  })
  return `${lines.join('\n')}\n`
}

function isBroken(observed: Observed): boolean {
  return Object.values(observed).some((unit) => {
    const block = unit?.[threw]
    return block !== undefined && 'word' in block && ['syntax', 'import'].includes(block.word)
  })
}
