import type { Language, Localized } from '../model/verdict.ts'

/** Messages by id, both languages side by side, in ICU MessageFormat. */
export type Messages = Readonly<Record<string, Localized>>

/** The language asked for by `--lang` or `LAB_LANG`; Spanish unless it is English. */
export function languageOf(asked: string | undefined): Language {
  return asked?.toLowerCase().startsWith('en') === true ? 'en' : 'es'
}
