import fc from 'fast-check'
import { check, type CheckContext } from '../../../checks/check.ts'
import { forAll } from '../../../checks/property.ts'
import { stream } from '../../../numeric/random.ts'
import { drawCorpus } from '../domains.ts'
import { expectIds, expectVocabulary, expectWords } from '../expectations.ts'
import { encode, tokenize, vocabularyOf } from '../pipeline.ts'

const loads = ['sentiment/loads']

check(
  'sentiment/tokenize-words',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`tokenize` da las palabras en minúsculas, con sus cifras y sin puntuación.',
      en: '`tokenize` gives the words in lower case, with their digits and without punctuation.',
    },
  },
  async ({ subject }) => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['La trama no es mala, es BUENA.', ['la', 'trama', 'no', 'es', 'mala', 'es', 'buena']],
      ['Dura 95 minutos...\n¡pero (casi) no cansa!', ['dura', '95', 'minutos', 'pero', 'casi', 'no', 'cansa']],
      ['\tlargo-metraje;«rara»', ['largo', 'metraje', 'rara']],
      ['  ¿?  ', []],
      ['', []],
    ]
    const received = await subject.each(
      'tokenize',
      cases.map(([text]) => [text]),
    )
    cases.forEach(([text, words], k) => {
      expectWords(received[k], words, text)
    })
  },
)

check(
  'sentiment/tokenize-accents',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`tokenize` conserva á, é, í, ó, ú, ñ y ü, también cuando llegan como dos caracteres (NFD).',
      en: '`tokenize` keeps á, é, í, ó, ú, ñ and ü, also when they come as two characters (NFD).',
    },
  },
  async ({ subject }) => {
    const text = '¡Qué actuación tan única! El PINGÜINO, el niño y el ÁRBOL: así fue, según él.'
    const words = 'qué actuación tan única el pingüino el niño y el árbol así fue según él'.split(' ')
    for (const form of ['NFC', 'NFD']) expectWords(await subject.call('tokenize', text.normalize(form)), words, text)
  },
)

check(
  'sentiment/tokenize-any',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`tokenize` coincide con el contrato en textos al azar.',
      en: '`tokenize` agrees with the contract on random texts.',
    },
  },
  async (context) => {
    await overCorpora(context, async (texts) => {
      const received = await context.subject.each(
        'tokenize',
        texts.map((text) => [text]),
      )
      texts.forEach((text, k) => {
        expectWords(received[k], tokenize(text), text)
      })
    })
  },
)

check(
  'sentiment/vocabulary-size',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`buildVocabulary` pone <pad> = 0 y <unk> = 1, y maxSize los cuenta a los dos.',
      en: '`buildVocabulary` puts <pad> = 0 and <unk> = 1, and maxSize counts them both.',
    },
  },
  async ({ subject }) => {
    const texts = ['mala, mala y mala', 'buena, buena, y']
    for (const size of [4, 2, 50]) {
      expectVocabulary(await subject.call('buildVocabulary', texts, size), vocabularyOf(texts, size))
    }
  },
)

check(
  'sentiment/vocabulary-order',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`buildVocabulary` numera por frecuencia decreciente y los empates por punto de código: zorro antes que árbol.',
      en: '`buildVocabulary` numbers by falling frequency and ties by code point: zorro before árbol.',
    },
  },
  async ({ subject }) => {
    const texts = ['zorro árbol ñu abeja', 'Nube, nube; 7 sol', 'sol sol']
    const ids = ['<pad>', '<unk>', 'sol', 'nube', '7', 'abeja', 'zorro', 'árbol', 'ñu']
    expectVocabulary(await subject.call('buildVocabulary', texts, 30), new Map(ids.map((word, id) => [word, id])))
  },
)

check(
  'sentiment/vocabulary-any',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`buildVocabulary` coincide con el contrato en textos y tamaños al azar, también con la palabra «constructor».',
      en: '`buildVocabulary` agrees with the contract on random texts and sizes, also with the word "constructor".',
    },
  },
  async (context) => {
    const always = ['El constructor no es un constructor.']
    expectVocabulary(await context.subject.call('buildVocabulary', always, 9), vocabularyOf(always, 9))
    await overCorpora(context, async (texts, draw) => {
      const size = 2 + (draw % 12)
      expectVocabulary(await context.subject.call('buildVocabulary', texts, size), vocabularyOf(texts, size))
    })
  },
)

const known = { '<pad>': 0, '<unk>': 1, no: 2, es: 3, buena: 4, mala: 5 }

check(
  'sentiment/encode-length',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`encode` da exactamente maxLen índices: corta por el final y rellena con 0 al final.',
      en: '`encode` gives exactly maxLen ids: it cuts at the end, and pads with 0 at the end.',
    },
  },
  async ({ subject }) => {
    const text = 'No es buena: es mala.'
    for (const [maxLen, ids] of [
      [8, [2, 3, 4, 3, 5, 0, 0, 0]],
      [5, [2, 3, 4, 3, 5]],
      [3, [2, 3, 4]],
    ] as const) {
      expectIds(await subject.call('encode', text, known, maxLen), ids, text)
    }
  },
)

check(
  'sentiment/encode-unknown',
  {
    needs: loads,
    visibility: 'public',
    claim: {
      es: '`encode` da 1 a una palabra desconocida, que no es lo mismo que el relleno.',
      en: '`encode` gives 1 to an unknown word, which is not the same as padding.',
    },
  },
  async ({ subject }) => {
    const text = 'Nunca es sublime'
    expectIds(await subject.call('encode', text, known, 5), [1, 3, 1, 0, 0], text)
    expectIds(await subject.call('encode', '¡!', known, 2), [0, 0], '¡!')
  },
)

check(
  'sentiment/encode-any',
  {
    needs: loads,
    visibility: 'hidden',
    claim: {
      es: '`encode` coincide con el contrato en textos y vocabularios al azar, también con palabras como «constructor».',
      en: '`encode` agrees with the contract on random texts and vocabularies, also with words like "constructor".',
    },
  },
  async (context) => {
    const text = 'El constructor es mala persona'
    expectIds(await context.subject.call('encode', text, known, 6), [1, 1, 3, 5, 1, 0], text)
    await overCorpora(context, async (texts, draw) => {
      const [vocabulary, maxLen] = [vocabularyOf(texts, 2 + (draw % 12)), 1 + (draw % 9)]
      const record = Object.fromEntries(vocabulary)
      const received = await context.subject.each(
        'encode',
        texts.map((item) => [item, record, maxLen]),
      )
      texts.forEach((item, k) => {
        expectIds(received[k], encode(item, vocabulary, maxLen), item)
      })
    })
  },
)

/** Twenty corpora; `draw` is a number of each one's own. */
async function overCorpora(
  context: CheckContext,
  body: (texts: readonly string[], draw: number) => Promise<void>,
): Promise<void> {
  const draws = fc.integer({ min: 0, max: 2 ** 20 })
  await forAll(
    context,
    'corpora',
    draws,
    (draw) => body(drawCorpus(stream(context.seed, 'corpus', String(draw))), draw),
    20,
  )
}
