import Handlebars from 'handlebars'
import { ErrorCode } from 'intl-messageformat'
import type { Colors } from 'picocolors/types.js'
import type { MessageParams } from '../model/finding.ts'
import type { Language, Localized } from '../model/verdict.ts'
import { examples } from '../messages/examples.ts'
import type { Messages } from '../messages/language.ts'
import { readerOf, type Reader } from '../messages/readers.ts'
import { say, sayAny, topics, type MessageId, type TopicName } from '../messages/say.ts'
import { fileOf, titles } from '../messages/titles.ts'
import { template } from './gallery-template.ts'

/** One message of the catalogue, as a reader of the gallery sees it. */
export interface GalleryMessage {
  readonly id: string
  readonly reader: Reader | undefined
  /** The text with its holes, as the catalogue has it. */
  readonly pattern: Localized
  /** The text as it is said: once for every example; none where a message with holes has no example yet. */
  readonly said: readonly Localized[]
}

/** One file of the catalogue. */
export interface GalleryTopic {
  /** The file's name, without `.ts`. */
  readonly name: string
  /** What it is about; a file without a title is called by its name. */
  readonly title?: MessageId | undefined
  readonly messages: readonly GalleryMessage[]
}

/** Every message, or those whose id begins with `only`, or those of the topic that is called so. */
export function galleryTopics(only = ''): readonly GalleryTopic[] {
  return Object.entries<Messages>(topics)
    .map(([topic, messages]) => {
      const name = fileOf(topic)
      const chosen = Object.entries(messages).filter(([id]) => name === only || id.startsWith(only))
      return {
        name,
        title: titles[topic as TopicName],
        messages: chosen.map(([id, pattern]) => ({ id, reader: readerOf(id), pattern, said: said(id) })),
      }
    })
    .filter(({ messages }) => messages.length > 0)
}

/** How many messages there are. */
export function countMessages(chosen: readonly GalleryTopic[]): number {
  return chosen.reduce((sum, { messages }) => sum + messages.length, 0)
}

/** The gallery as one HTML page that needs nothing else. The page's own words are in `language`. */
export function galleryPage(chosen: readonly GalleryTopic[], language: Language): string {
  const engine = Handlebars.create()
  engine.registerHelper('t', (id: MessageId) => say(language, id))
  const render = engine.compile(template, { strict: true })
  const count = (messages: number): string => say(language, 'gallery.count', { count: messages })
  return render({
    language,
    count: count(countMessages(chosen)),
    topics: chosen.map(({ name, title, messages }) => ({
      name,
      title: title === undefined ? name : say(language, title),
      count: count(messages.length),
      messages: messages.map((message) => ({ ...message, ...shown(message, language) })),
    })),
  })
}

/** The gallery for a terminal: every line has an id, a language and a text, so that it can be searched by line. */
export function galleryText(chosen: readonly GalleryTopic[], colors: Colors): string {
  const line = (id: string, language: Language, text: string): string =>
    `${colors.cyan(id)} ${colors.dim(language)} ${text}\n`
  return chosen
    .flatMap(({ messages }) => messages)
    .flatMap(({ id, pattern, said }) =>
      (['es', 'en'] as const).flatMap((language) =>
        (said.length === 0 ? [pattern] : said).map((text) => line(id, language, text[language])),
      ),
    )
    .join('')
}

function said(id: string): readonly Localized[] {
  const filled = examples[id]
  if (filled !== undefined) return filled.map((params) => both(id, params))
  try {
    return [both(id, {})]
  } catch (error) {
    if (lacksValue(error)) return []
    throw error
  }
}

/** The message has holes, and nobody has written an example. */
function lacksValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.MISSING_VALUE
}

function both(id: string, params: MessageParams): Localized {
  return { es: sayAny('es', id, params), en: sayAny('en', id, params) }
}

function shown({ reader, pattern, said }: GalleryMessage, language: Language): object {
  const isPlain = said.length === 1 && said.every(({ es, en }) => es === pattern.es && en === pattern.en)
  return {
    reader: reader === undefined ? '' : say(language, readerNames[reader]),
    readerKind: reader ?? '',
    pattern: isPlain ? null : pattern,
    isMissing: said.length === 0,
  }
}

const readerNames: Readonly<Record<Reader, MessageId>> = {
  student: 'gallery.reader-student',
  instructor: 'gallery.reader-instructor',
  maintainer: 'gallery.reader-maintainer',
  everyone: 'gallery.reader-everyone',
}
