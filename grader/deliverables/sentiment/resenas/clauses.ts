import { chance, pick, rare, word, type Source } from './source.ts'
import {
  adjectives,
  agree,
  conjugate,
  copulas,
  films,
  intensifiers,
  verbs,
  verdicts,
  type Agreement,
  type Sign,
  type Topic,
} from './words.ts'

/** A clause that says good or bad outright. */
export function plain(source: Source, sign: Sign, about: Topic): string {
  const kind = source.random.uniform()
  if (kind < 0.6) return described(source, sign, about)
  if (kind < 0.85) return `me ${conjugate(pick(source, verbs[sign].common), about.plural)} ${about.text}`
  return `${pick(source, films).text} es ${pick(source, verdicts[sign].common)}`
}

/** A clause that says good or bad by denying the opposite. */
export function negated(source: Source, sign: Sign, about: Topic): string {
  const kind = source.random.uniform()
  const denied = opposite(sign)
  if (kind < 0.6) return deniedAdjective(source, denied, about)
  if (kind >= 0.85) return `${pick(source, films).text} no es ${pick(source, verdicts[denied].common)}`
  const no = chance(source, 0.8) ? 'no' : 'nunca'
  return `${no} me ${conjugate(pick(source, verbs[denied].common), about.plural)} ${about.text}`
}

/**
 * A way to deny one thing and state its opposite; with the two adjectives exchanged it says the contrary.
 *
 * @returns `no es malo, es bueno`, `no es malo sino bueno` or `es bueno, no malo`
 */
export function correction(source: Source, about: Topic): (said: string, denied: string) => string {
  const copula = copulaFor(source, about)
  const kind = source.random.uniform()
  if (kind < 0.4) return (said, denied) => `${about.text} no ${copula} ${denied}, ${copula} ${said}`
  if (kind < 0.75) return (said, denied) => `${about.text} no ${copula} ${denied} sino ${said}`
  return (said, denied) => `${about.text} ${copula} ${said}, no ${denied}`
}

/**
 * A way to join what counts and what is only conceded; with the two clauses exchanged it says the contrary.
 *
 * @returns `conceded, pero main`, `aunque conceded, main`, `main, aunque conceded`, or a rarer one
 */
export function contrast(source: Source): (main: string, conceded: string) => string {
  const kind = source.random.uniform()
  if (kind < rare(source, 0.04)) return (main, conceded) => `${conceded}; sin embargo, ${main}`
  if (kind < rare(source, 0.08)) return (main, conceded) => `a pesar de que ${conceded}, ${main}`
  if (kind < 0.5) return (main, conceded) => `${conceded}, pero ${main}`
  if (kind < 0.75) return (main, conceded) => `aunque ${conceded}, ${main}`
  return (main, conceded) => `${main}, aunque ${conceded}`
}

/** One adjective that agrees; never the one that it stands beside. */
export function opinion(source: Source, sign: Sign, about: Agreement, beside = ''): string {
  const other = adjectives[sign].common.filter((adjective) => adjective !== beside)
  return agree(pick(source, other), about)
}

export function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : 1
}

function copulaFor(source: Source, { plural }: Agreement): string {
  return pick(source, copulas)[plural ? 1 : 0]
}

function described(source: Source, sign: Sign, about: Topic): string {
  const intense = chance(source, 0.3) ? `${word(source, intensifiers)} ` : ''
  const adjective = pick(source, adjectives[sign].common)
  const head = `${about.text} ${copulaFor(source, about)} ${intense}${agree(adjective, about)}`
  if (!chance(source, 0.15)) return head
  // The second opinion can be a word that was never seen: the first one decides.
  const { common, spare } = adjectives[sign]
  const other = word(source, { common: common.filter((item) => item !== adjective), spare }, 0.5)
  return `${head} ${other.startsWith('i') ? 'e' : 'y'} ${agree(other, about)}`
}

function deniedAdjective(source: Source, denied: Sign, about: Topic): string {
  const kind = source.random.uniform()
  const adjective = pick(source, adjectives[denied].common)
  const said = agree(adjective, about)
  if (kind < rare(source, 0.08)) return `${about.text} ${about.plural ? 'están' : 'está'} lejos de ser ${said}`
  if (kind < 0.3) return `${about.text} no ${about.plural ? 'tienen' : 'tiene'} nada de ${agree(adjective, neutral)}`
  const head = `${about.text} no ${copulaFor(source, about)}`
  return kind < 0.4 ? `${head} ni ${said} ni ${opinion(source, denied, about, adjective)}` : `${head} ${said}`
}

const neutral: Agreement = { gender: 'm', plural: false }
