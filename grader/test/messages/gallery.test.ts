import { readdirSync } from 'node:fs'
import path from 'node:path'
import Handlebars from 'handlebars'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { examples } from '../../messages/examples.ts'
import type { Messages } from '../../messages/language.ts'
import { catalogue, sayAny, topics, type MessageId } from '../../messages/say.ts'
import { countMessages, galleryPage, galleryText, galleryTopics } from '../../reports/gallery.ts'
import { branchesOf, branchesTaken, holesOf } from './holes.ts'

const ids = Object.keys(catalogue) as MessageId[]
const languages = ['es', 'en'] as const
const withHoles = ids.filter((id) => holesOf(catalogue[id].es).length > 0)
const where = 'examples are in grader/messages/examples/, one file beside each of the catalogue'

describe('the examples', () => {
  test('are there for every message with holes', () => {
    expect(
      withHoles.filter((id) => (examples[id] ?? []).length === 0),
      where,
    ).toEqual([])
  })

  test('fill every hole, and none that is not there', () => {
    const wrong = Object.entries(examples).flatMap(([id, sets]) => {
      const holes = id in catalogue ? holesOf(catalogue[id as MessageId].es) : ['?']
      return sets
        .map((params) => Object.keys(params).sort())
        .filter((given) => given.join() !== holes.join())
        .map((given) => `${id} has the holes ${holes.join(', ')}, but its example fills ${given.join(', ')}`)
    })
    expect(wrong, where).toEqual([])
  })

  test('take every branch of every select and plural, in both languages', () => {
    const untaken = withHoles.flatMap((id) =>
      languages.flatMap((language) => {
        const text = catalogue[id][language]
        const taken = (examples[id] ?? []).flatMap((params) => branchesTaken(text, language, params))
        return branchesOf(text)
          .filter((branch) => !taken.includes(branch))
          .map((branch) => `${id} (${language}): ${branch}`)
      }),
    )
    expect(untaken, where).toEqual([])
  })

  test('leave no hole open, in both languages', () => {
    for (const [id, sets] of Object.entries(examples)) {
      for (const params of sets) {
        for (const language of languages) {
          // Only a value may have braces, such as a line of code.
          const text = Object.values(params).reduce<string>(
            (rest, value) => rest.replaceAll(String(value), ''),
            sayAny(language, id, params),
          )
          expect(text, id).not.toMatch(/[{}]/)
        }
      }
    }
    expect(Object.keys(examples).length).toBeGreaterThan(250)
  })
})

describe('the gallery', () => {
  const all = galleryTopics()

  test('has every message once, under the file that it is in', () => {
    expect(all.flatMap(({ messages }) => messages.map(({ id }) => id))).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    const files = readdirSync(path.resolve(import.meta.dirname, '..', '..', 'messages', 'catalogue'))
    const known = all.map(({ name }) => `${name}.ts`)
    expect(known.filter((file) => !files.includes(file))).toEqual([])
  })

  test('has no two topics with a message of the same id', () => {
    const named = Object.values<Messages>(topics).flatMap((messages) => Object.keys(messages))
    expect(named.length).toBe(ids.length)
  })

  test.each(languages)('shows every message on its page in both languages, when it speaks %s', (language) => {
    const page = galleryPage(all, language)
    const articles = new Map(
      page
        .split('<article class="message" id="')
        .slice(1)
        .map((text) => [text.slice(0, text.indexOf('"')), text] as const),
    )
    for (const id of ids) {
      for (const params of examples[id] ?? [{}]) {
        if (withHoles.includes(id) && examples[id] === undefined) continue
        for (const spoken of languages) {
          const text = Handlebars.escapeExpression(sayAny(spoken, id, params))
          expect(articles.get(id), id).toContain(`<p lang="${spoken}">${text}</p>`)
        }
      }
    }
    for (const id of withHoles) expect(articles.get(id)).toContain(Handlebars.escapeExpression(catalogue[id].en))
  })

  test('is a page that needs nothing else, and in which no message is markup', () => {
    const page = galleryPage(all, 'es')
    expect(page).toMatch(/^<!doctype html>\n<html lang="es">/)
    expect(page).not.toMatch(/<script|<link|<img|\ssrc=|https?:\/\/|url\(|@import/)
    expect(page).toContain('&lt;pad&gt;')
    expect(page).not.toContain('<pad>')
  })

  test('leads from its index to every topic, and back', () => {
    const page = galleryPage(all, 'en')
    for (const { name } of all) {
      expect(page).toContain(`<a href="#${name}">`)
      expect(page).toContain(`<section id="${name}">`)
    }
    expect(page.match(/href="#index"/g)?.length).toBe(all.length)
  })

  test('says who reads a message', () => {
    const page = galleryPage(all, 'es')
    expect(page).toMatch(/id="expect\.value">\n<header>.*<span class="reader student">estudiante<\/span>/)
    expect(page).toMatch(/id="rubric\.not-json">\n<header>.*<span class="reader instructor">docente<\/span>/)
    expect(page).toMatch(/id="audit\.lost">\n<header>.*<span class="reader maintainer">/)
  })

  test('shows the pattern and says so where an example is missing', () => {
    const pattern = { es: 'Falta {x}.', en: '{x} is missing.' }
    const page = galleryPage([{ name: 'new', messages: [{ id: 'new.x', reader: undefined, pattern, said: [] }] }], 'en')
    expect(page).toContain('An example is missing in grader/messages/examples.')
    expect(page).toContain('Falta {x}.')
    expect(page).not.toContain('class="reader')
  })

  test('can be asked for the ids that begin alike, or for a topic', () => {
    expect(galleryTopics('law.').flatMap(({ messages }) => messages.map(({ id }) => id.split('.')[0]))).toEqual(
      ids.filter((id) => id.startsWith('law.')).map(() => 'law'),
    )
    expect(countMessages(galleryTopics('time-series'))).toBe(Object.keys(topics.timeSeries).length)
    expect(galleryTopics('nothing-begins-like-this')).toEqual([])
  })

  test('is a line per text in a terminal, coloured only where colours are wanted', () => {
    const chosen = galleryTopics('expect.exports')
    expect(galleryText(chosen, pc.createColors(false)).split('\n')).toEqual([
      'expect.exports es Se esperaba que lstm-cell.ts exportara esta función: lstmStep. Comprueba el nombre exacto y la palabra `export`.',
      'expect.exports es Se esperaba que lstm-cell.ts exportara estas 2 funciones: lstmStep, lstmForward. Comprueba el nombre exacto y la palabra `export`.',
      'expect.exports en Expected lstm-cell.ts to export this function: lstmStep. Check the exact name and the word `export`.',
      'expect.exports en Expected lstm-cell.ts to export these 2 functions: lstmStep, lstmForward. Check the exact name and the word `export`.',
      '',
    ])
    expect(galleryText(chosen, pc.createColors(true))).toContain('\u001b[')
  })
})
