import { isReserved } from './names.ts'

const idLength = 64

/** Results of a class lie beside the folders of its submissions: no id may take their names. */
const resultFile = 'class.'

/** An ASCII slug for each name, in order; one that is taken gets `-2`, `-3`, … */
export function identify(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const id = free(slugOf(name), taken)
    taken.add(id)
    return id
  })
}

/** A name as a folder name for every system: lower case, accents off, `-` for anything unusual. */
export function slugOf(name: string): string {
  const ascii = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = trim(ascii.replace(/[^a-z0-9._-]+/g, '-'))
  if (slug === '') return 'submission'
  return isReserved(slug) || slug.startsWith(resultFile) ? cut(`submission-${slug}`, idLength) : cut(slug, idLength)
}

function free(slug: string, taken: ReadonlySet<string>): string {
  let id = slug
  for (let n = 2; taken.has(id); n++) id = cut(slug, idLength - String(n).length - 1) + `-${String(n)}`
  return id
}

function cut(slug: string, length: number): string {
  return trim(slug.slice(0, length))
}

function trim(slug: string): string {
  return slug.replace(/^[._-]+|[._-]+$/g, '')
}
