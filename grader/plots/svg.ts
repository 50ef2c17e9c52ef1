import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { LoggerInterface } from 'vega-util'
import type { Language } from '../model/verdict.ts'
import type { Spec } from './spec.ts'
import { theme } from './theme.ts'
import { numberLocale } from './words.ts'

/**
 * Draws a chart. The same specification gives the same text, every time.
 * @throws when Vega-Lite warns of the specification: that is a fault of the chart, not of its data
 */
export async function toSvg(chart: Spec, title: string, language: Language): Promise<string> {
  const locale = { number: numberLocale(language) }
  const { spec } = compile({ ...chart, title, config: { ...theme, locale } }, { logger: strict })
  const view = new View(parse(spec), { renderer: 'none', logger: strict })
  try {
    return named(await view.toSVG(), title)
  } finally {
    view.finalize()
  }
}

/** Gives the drawing the name that a screen reader reads. */
function named(svg: string, title: string): string {
  const text = title.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
  return `${svg.replace(/<svg [^>]*>/, (opening) => `${opening.slice(0, -1)} role="img"><title>${text}</title>`)}\n`
}

/** Nobody reads a log here, so a warning is an error. */
const strict: LoggerInterface = {
  level: () => strict,
  error: refuse,
  warn: refuse,
  info: () => strict,
  debug: () => strict,
}

function refuse(...parts: readonly unknown[]): never {
  throw new Error(`vega: ${parts.map(String).join(' ')}`)
}
