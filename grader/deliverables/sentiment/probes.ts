import { modelBlocks, modelTolerance } from '../../checks/model-probes.ts'
import { probe } from '../../checks/probe.ts'

const slug = 'sentiment'
const texts = [
  'La película no es buena: es EXCELENTE, ¡qué ñandú!',
  'Año 2024. El guion, «un camio\u0301n» sin frenos; el pingüino canta.',
  'la pelicula, la película y el guion',
]
const config = {
  vocabSize: 20,
  embedDim: 4,
  hiddenSize: 3,
  numLayers: 2,
  dropout: 0.3,
  bidirectional: false,
  numClasses: 2,
  maxLen: 6,
}

probe(slug, 'words', { functions: ['tokenize'], task: 'S1' }, async ({ subject }) => ({
  words: await subject.each(
    'tokenize',
    texts.map((text) => [text]),
  ),
}))

probe(slug, 'vocabulary', { functions: ['buildVocabulary'], task: 'S2', after: ['words'] }, async ({ subject }) => ({
  small: entriesOf(await subject.call('buildVocabulary', texts, 6)),
  whole: entriesOf(await subject.call('buildVocabulary', texts, 100)),
}))

probe(slug, 'encoding', { functions: ['encode'], task: 'S3', after: ['words'] }, async ({ subject }) => {
  const vocabulary = { '<pad>': 0, '<unk>': 1, la: 2, película: 3, el: 4, guion: 5 }
  return {
    short: await subject.call('encode', 'La desconocida película', vocabulary, 6),
    long: await subject.call('encode', 'el guion, la película y el guion', vocabulary, 4),
    empty: await subject.call('encode', '', vocabulary, 3),
  }
})

const model = { functions: ['buildSentimentModel'], task: 'S6', tolerance: modelTolerance, namesOnly: true }
probe(slug, 'model', model, async (context) => {
  const inputs = {
    full: { shape: [2, 6], values: [2, 7, 3, 19, 5, 11, 4, 4, 9, 13, 2, 6] },
    padded: { shape: [2, 6], values: [2, 7, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0] },
  }
  const build = (more: object): Promise<Readonly<Record<string, unknown>>> =>
    context.subject
      .keep('buildSentimentModel', { ...config, ...more }, 1)
      .then((handle) => modelBlocks(context, handle, inputs))
  return { forward: await build({}), bidirectional: await build({ bidirectional: true }) }
})

/** The entries by their ids, so that one too many shows. */
function entriesOf(vocabulary: unknown): unknown {
  if (typeof vocabulary !== 'object' || vocabulary === null) return vocabulary
  return Object.entries(vocabulary).sort(([, a], [, b]) => Number(a) - Number(b))
}
