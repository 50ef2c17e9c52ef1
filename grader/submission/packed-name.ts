import { limits } from './limits.ts'
import { nameTrouble } from './names.ts'
import { isIgnored } from './walk.ts'

/** What the name of an entry of an archive is good for. */
export type Place =
  /** A path below the folder that the archive is unpacked to. */
  | { readonly kind: 'inside'; readonly path: string }
  /** The folder itself, or what tools and packages leave behind. */
  | { readonly kind: 'ignored' }
  /** It would lie inside, but not under this name on every system. */
  | { readonly kind: 'unwritable' }
  /** It leads out of the folder, or means to. */
  | { readonly kind: 'outside' }

/** Reads the name of an entry, with `/` between its parts. */
export function placeOf(name: string): Place {
  const parts = name.replaceAll('\\', '/').split('/')
  if (parts[0] === '' || /^[a-z]:/i.test(name) || name.includes('\0') || parts.includes('..'))
    return { kind: 'outside' }
  const named = parts.filter((part) => part !== '' && part !== '.')
  if (named.length === 0 || named.some(isIgnored)) return { kind: 'ignored' }
  const path = named.join('/')
  const fits = nameTrouble(path) === undefined && named.length <= limits.archiveDepth
  return fits ? { kind: 'inside', path } : { kind: 'unwritable' }
}
