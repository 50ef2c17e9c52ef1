import { limits } from './limits.ts'

/** Invisible or undecodable characters, and those that Windows or a shell gives a meaning of its own. */
const unwritable = /[\p{Cc}\p{Cf}\p{Cs}\uFFFD<>:"|?*\\]|[. ]$/u

/** Names that Windows reads as devices, whatever their extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

export type NameTrouble = 'long' | 'characters' | 'reserved'

/** Why a relative path (with `/`) cannot be written under its own name on every system; undefined when it can. */
export function nameTrouble(path: string): NameTrouble | undefined {
  const parts = path.split('/')
  if (parts.some((part) => part.length > limits.nameLength)) return 'long'
  if (parts.some((part) => part === '' || unwritable.test(part))) return 'characters'
  return parts.some(isReserved) ? 'reserved' : undefined
}

/** Recognises a name that means a device on Windows. */
export function isReserved(name: string): boolean {
  return device.test(name)
}

/** The first two paths that are one file where case, or the way an accent is written, does not count. */
export function collision(paths: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>()
  for (const path of paths) {
    const earlier = seen.get(fold(path))
    if (earlier !== undefined) return [earlier, path]
    seen.set(fold(path), path)
  }
  return undefined
}

/** A name as it may be shown: characters that hide, reorder or break lines are written out. */
export function visible(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (hidden) => `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`)
}

/** What a path is where case, or the way an accent is written, does not count. */
export function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
