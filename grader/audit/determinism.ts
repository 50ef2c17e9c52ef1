import type { Report } from '../model/report.ts'

/** A report without what may differ from run to run: when it was made, and how long it took. */
export function withoutTimes(report: Report): unknown {
  return {
    ...report,
    run: { ...report.run, startedAt: '', durationMs: 0 },
    checks: report.checks.map((check) => ({ ...check, durationMs: 0 })),
  }
}

/** Where two values that JSON can write part first, such as `checks[3].finding.received`; undefined where nowhere. */
export function firstDifference(one: unknown, other: unknown, at = ''): string | undefined {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other) ? undefined : at || '.'
  const [keys, others] = [Object.keys(one), Object.keys(other)]
  if (keys.join('\n') !== others.join('\n')) return at || '.'
  for (const key of keys) {
    const place = Array.isArray(one) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const difference = firstDifference(one[key], other[key], place)
    if (difference !== undefined) return difference
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
