import type { sentiment as topic } from '../catalogue/sentiment.ts'
import type { Examples } from '../language.ts'

const text = '"¡Qué película, 10 de 10!"'
const words = '["qué","película","10","de","10"]'

export const sentiment = {
  'text.experiments-absent': [{ file: 'artifacts/experimentos.json' }],
  'text.experiment-differs': [{ number: 2, expected: 92.5, received: 98, loss: 0.25, saidLoss: 0.07 }],
  'text.experiments-unreadable': [{ file: 'artifacts/experimentos.json' }],
  'text.words': [{ text, expected: words, received: '["qu","pel","cula","10","de","10"]' }],
  'text.no-vocabulary': [{ received: '["<pad>","<unk>"]' }],
  'text.vocabulary': [{ word: 'película', expected: '2', received: '5' }],
  'text.vocabulary-extra': [{ word: 'actriz', size: 20 }],
  'text.ids': [{ text, expected: '[7,2,1,4,1,0]', received: '[7,2,1,4,1]' }],
  'text.default': [{ key: 'maxLen', received: '0' }],
  'text.too-expensive': [{ cost: 91_200_000, steps: 3800, bound: 30_000_000 }],
  'text.too-long': [{ steps: 3800, cells: 76_000, bound: 20_000 }],
  'text.probabilities': [{ received: '[0.9,0.4]' }],
  'text.reads-padding': [{ pads: 3, change: '0.1204' }],
  'text.features': [{ expected: 16 }],
  'text.half-blind': [
    { half: 'first', word: 1, words: 5 },
    { half: 'second', word: 5, words: 5 },
  ],
  'text.history': [
    { name: 'valLoss', epochs: 1 },
    { name: 'valLoss', epochs: 3 },
  ],
  'text.loss-stays': [{ first: '0.6931', last: '0.6927' }],
  'text.halves': [{ accuracy: '52.5' }],
  'text.classes-form': [{ texts: 12, received: '[[0.2,0.8],[0.6,0.4]]' }],
  'text.classes': [{ text: 3, expected: '1', received: '0' }],
  'text.validation': [{ loss: '0.2107', accuracy: '0.98', lossIs: '0.4312', accuracyIs: '0.81' }],
  'text.train-loss': [{ first: '11.09', begin: '0.6931' }],
  'text.not-clipped': [{ ratio: '0.9987' }],
  'text.clip-direction': [{ cosine: '0.6124' }],
  'text.no-decay': [{ ratio: '1.0002' }],
  'text.decay-share': [{ steps: 9, expected: '0.387', received: '0.63' }],
  'text.decays-too-much': [{ kept: '79.8' }],
  'text.decays-too-little': [{ kept: '98.4' }],
  'text.clip-size': [{ ratio: '3.81' }],
  'text.no-dropout': [{ active: '0.0012', none: '0.0012' }],
  'text.reviews-accuracy': [{ accuracy: '54.3', texts: 400, threshold: 80 }],
  'text.word-order-accuracy': [{ accuracy: '50', texts: 200, threshold: 60 }],
} satisfies Examples<typeof topic>
