import { readFileSync } from 'node:fs'
import type { Report, ReportMeasure } from '../model/report.ts'
import type { CheckId, Slug } from '../model/verdict.ts'

/** What is committed after a long proof, and compared with the sources by a short one. */
export interface Certificate {
  readonly deliverables: Readonly<Record<Slug, CertifiedDeliverable>>
}

/** The reference passed every check of a deliverable with every one of these seeds. */
export interface CertifiedDeliverable {
  /** Hash of what the verdicts depend on, see `sources.ts`. */
  readonly sources: string
  readonly backend: string
  readonly node: string
  readonly date: string
  readonly seeds: { readonly from: number; readonly to: number }
  /** So many reports of the same submission were the same but for their times; 0 where that was not tried. */
  readonly repeats: number
  /** Of every measured figure, the one that came nearest to its threshold. */
  readonly margins: Readonly<Record<string, Margin>>
}

export interface Margin {
  readonly worst: number
  readonly threshold: number
  readonly seed: number
}

/** The committed certificate; undefined when there is none, or none that can be read. */
export function readCertificate(file: string): Certificate | undefined {
  try {
    const certificate = JSON.parse(readFileSync(file, 'utf8')) as Partial<Certificate>
    return typeof certificate.deliverables === 'object' ? { deliverables: certificate.deliverables } : undefined
  } catch {
    return undefined
  }
}

/** Whether a deliverable's entry is of these sources and stands for at least so many seeds. */
export function isFresh(entry: CertifiedDeliverable | undefined, sources: string, seeds: number): boolean {
  return entry?.sources === sources && entry.seeds.to - entry.seeds.from + 1 >= seeds
}

/** Collects, over many reports, what failed and the narrowest margin of every figure, by deliverable. */
export class Tally {
  readonly #failed = new Map<Slug, Set<CheckId>>()
  readonly #margins = new Map<Slug, Record<string, Margin>>()

  add(report: Report, seed: number): void {
    for (const { id, deliverable, verdict, measures } of report.checks) {
      if (verdict !== 'passed') this.#failed.set(deliverable, (this.#failed.get(deliverable) ?? new Set()).add(id))
      for (const measure of measures) this.#narrow(deliverable, `${id}#${measure.id}`, measure, seed)
    }
  }

  /** Checks that did not pass with some seed. */
  failed(slug: Slug): readonly CheckId[] {
    return [...(this.#failed.get(slug) ?? [])]
  }

  margins(slug: Slug): Readonly<Record<string, Margin>> {
    return this.#margins.get(slug) ?? {}
  }

  #narrow(slug: Slug, key: string, { value, threshold, atLeast }: ReportMeasure, seed: number): void {
    if (threshold === null || typeof value !== 'number') return
    const margins = this.#margins.get(slug) ?? {}
    this.#margins.set(slug, margins)
    const known = margins[key]
    const sign = atLeast ? 1 : -1
    if (!known || sign * (value - known.worst) < 0) margins[key] = { worst: value, threshold, seed }
  }
}
