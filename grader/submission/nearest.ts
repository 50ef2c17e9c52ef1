import { distance } from 'fastest-levenshtein'

/** The file that somebody probably meant as `wanted`: like {@link nearestFolder}, and extensions do not count. */
export function nearestFile(wanted: string, paths: readonly string[]): string | undefined {
  return nearest(letters(stem(wanted)), paths, (path) => letters(stem(path)))
}

/**
 * The folder that somebody probably meant as `wanted`: `lstm_cell`, `LSTM-cell` and `lsmt-cell` are near `lstm-cell`.
 * Case, accents and separators do not count; up to a third of the letters may be off.
 */
export function nearestFolder(wanted: string, names: readonly string[]): string | undefined {
  return nearest(letters(wanted), names, letters)
}

function nearest(target: string, names: readonly string[], key: (name: string) => string): string | undefined {
  const bound = Math.max(1, Math.floor(target.length / 3))
  const ranked = names.map((name) => ({ name, far: distance(key(name), target) }))
  return ranked.filter(({ far }) => far <= bound).sort((a, b) => a.far - b.far)[0]?.name
}

function letters(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A path's last name up to its first dot. */
function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.split('.').find((part) => part !== '') ?? ''
}
