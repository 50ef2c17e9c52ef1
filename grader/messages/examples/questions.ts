import type { MessageParams } from '../../model/finding.ts'

/** Examples for the messages of `catalogue/questions.ts`: the handout's own numbers. */
export const questions: Readonly<Record<string, readonly MessageParams[]>> = {
  'question.n1': [{ T: 100, d: 300, H: 256 }],
  'question.n2': [{ H: 10, s: 0.5, k: 49 }],
  'question.n3': [{ wx: 1, w: 0.5, x1: 0.5, x2: 0.75, h0: 0.2 }],
  'question.n4': [{ f: 0.9, i: 0.5, o: 0.6, cPrev: 0.8, cTilde: -0.6 }],
  'question.n5': [{ D: 5, H: 8 }],
  'question.n6': [{ b: 1, k: 10 }],
  'question.n7': [{ V: 1000, E: 64, L: 2, H: 128, K: 2 }],
  'question.n8': [{ n: 2000, w: 30, h: 1 }],
  'question.n9': [{ E: 64, H: 64, K: 2 }],
  'question.n10': [{ D: 1, H: 64 }],
  'question.s': [{ item: 'Describir una imagen con una frase.' }],
}
