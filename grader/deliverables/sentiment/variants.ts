import { variantsNamed, type Variant } from '../../diagnosis/variant.ts'

const one = variantsNamed('sentiment')

/** The mistakes with texts and their models that the course knows by name. */
export const variants: readonly Variant[] = [
  one('accents-lost', 'S1', { in: 'tokenize', from: '/[\\p{L}\\p{N}]+/gu', to: '/[a-z0-9]+/gu' }),
  one('accents-lost#dropped', 'S1', {
    in: 'tokenize',
    from: ".normalize('NFC')",
    to: ".normalize('NFD').replace(/\\p{M}/gu, '')",
  }),
  one('accents-lost#apart', 'S1', { in: 'tokenize', from: "      .normalize('NFC')\n", to: '' }),
  one('case-kept', 'S1', { in: 'tokenize', from: '      .toLowerCase()\n', to: '' }),
  one('special-entries-not-counted', 'S2', { in: 'buildVocabulary', from: 'maxSize - 2', to: 'maxSize' }),
  one('ties-not-ordered', 'S2', { in: 'buildVocabulary', from: 'n - m || (a < b ? -1 : 1)', to: 'n - m' }),
  one('rarest-first', 'S2', { in: 'buildVocabulary', from: 'n - m || (a < b', to: 'm - n || (a < b' }),
  one('unknown-as-padding', 'S3', { in: 'encode', from: 'undefined) ?? 1', to: 'undefined) ?? 0' }),
  one('unknown-dropped', 'S3', {
    in: 'encode',
    from: 'tokenize(text).map(idOf)',
    to: 'tokenize(text).map(idOf).filter((id) => id !== 1)',
  }),
  one('pads-in-front', 'S3', {
    in: 'encode',
    from: '[...ids.slice(0, maxLen), ...padding]',
    to: '[...padding, ...ids.slice(0, maxLen)]',
  }),
  one('pads-in-front#not-padded', 'S3', {
    in: 'encode',
    from: '[...ids.slice(0, maxLen), ...padding]',
    to: 'ids.slice(0, maxLen)',
  }),
  one('keeps-the-end', 'S3', { in: 'encode', from: 'ids.slice(0, maxLen)', to: 'ids.slice(-maxLen)' }),
  one('labels-one-column', 'S6', {
    from: "units: numClasses, activation: 'softmax'",
    to: "units: 1, activation: 'sigmoid'",
  }),
  one('logits-not-probabilities', 'S6', {
    from: "units: numClasses, activation: 'softmax', ",
    to: 'units: numClasses, ',
  }),
  one('reads-padding', 'S6', { from: 'maskZero: true, //', to: 'maskZero: false, //' }),
  one('bidirectional-ignored', 'S6', {
    in: 'lstmLayer',
    from: "config.bidirectional ? tf.layers.bidirectional({ layer: lstm, mergeMode: 'concat' }) : lstm",
    to: 'lstm',
  }),
  one('halves-summed', 'S6', { in: 'lstmLayer', from: "mergeMode: 'concat'", to: "mergeMode: 'sum'" }),
  one(
    'one-layer-only',
    'S6',
    { in: 'buildSentimentModel', from: 'layer < numLayers; layer++', to: 'layer < 1; layer++' },
    { in: 'buildSentimentModel', from: 'layer < numLayers - 1, seeds', to: 'false, seeds' },
  ),
  one('gates-of-tfjs', 'S6', {
    in: 'lstmLayer',
    from: "    recurrentActivation: 'sigmoid', // tfjs would take hardSigmoid\n",
    to: '',
  }),
]
