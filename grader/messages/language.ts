import type { MessageParams } from '../model/finding.ts'
import type { Language, Localized } from '../model/verdict.ts'

/** Messages by id, both languages side by side, in ICU MessageFormat. */
export type Messages = Readonly<Record<string, Localized>>

/**
 * What may really fill the holes of a topic's messages, for whoever reads them all in the gallery: one set of params for
 * every branch of a select or plural. A message without holes needs none.
 */
export type Examples<Topic extends Messages> = { readonly [Id in keyof Topic]?: readonly MessageParams[] }

/** The language asked for by `--lang` or `LAB_LANG`; Spanish unless it is English. */
export function languageOf(asked: string | undefined): Language {
  return asked?.toLowerCase().startsWith('en') === true ? 'en' : 'es'
}
