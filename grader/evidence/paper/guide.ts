/** One of the sections that the guide asks for. A heading is it when it holds all words of one of `words`. */
export interface SectionName {
  readonly id: SectionId
  /** As it stands in the template. */
  readonly title: string
  readonly number: number
  /** Beginnings of words, without accents. */
  readonly words: readonly (readonly string[])[]
  /** Of its handout. */
  readonly task: string
}

export type SectionId = 'summary' | 'comparison' | 'gradient' | 'results' | 'reflection' | 'references'

/** The six sections of the guide, in its order. */
export const sectionNames: readonly SectionName[] = [
  { id: 'summary', number: 1, title: 'Resumen', words: [['resumen'], ['summary'], ['abstract']], task: 'p1' },
  {
    id: 'comparison',
    number: 2,
    title: 'Comparación RNN, LSTM y GRU',
    words: [['compara'], ['compari'], ['benchmark']],
    task: 'p2',
  },
  {
    id: 'gradient',
    number: 3,
    title: 'Análisis del gradiente desvaneciente',
    words: [['gradiente'], ['gradient']],
    task: 'p3',
  },
  {
    id: 'results',
    number: 4,
    title: 'Resultados en las aplicaciones',
    words: [['resultado'], ['result'], ['aplicacion'], ['application']],
    task: 'p4',
  },
  {
    id: 'reflection',
    number: 5,
    title: 'Reflexión: LSTM o Transformers',
    words: [['reflexi'], ['reflection'], ['transformer']],
    task: 'p5',
  },
  {
    id: 'references',
    number: 6,
    title: 'Referencias',
    words: [['referencia'], ['references'], ['bibliografia'], ['bibliography']],
    task: 'p6',
  },
]

/** The guide's seven questions before one begins, as the template asks them; an answer is known by its number or these words. */
export const initialQuestions: readonly string[] = [
  '¿Cuántos días de historial hacen falta para predecir la temperatura de mañana?',
  '¿Cómo se representa una palabra como entrada numérica de una red?',
  '¿Por qué multiplicar muchos números entre 0 y 1 es un problema en backpropagation?',
  '¿Qué desafíos de cómputo trae retropropagar a través de 100 palabras?',
  '¿En qué se parece la memoria de una LSTM a la humana, a corto y a largo plazo?',
  '¿Qué mecanismo añadirías para que una red decida qué recordar y qué olvidar?',
  '¿Para qué sirve una LSTM bidireccional, y dónde no se puede usar?',
]

/** Every least number is where full credit begins; below it credit is in proportion. */
export const least = {
  /** Own words of the whole report, the guide's two to four pages. */
  words: 800,
  /** More than these is more than was asked for. */
  mostWords: 2600,
  sectionWords: 30,
  gradientWords: 60,
  conclusionWords: 60,
  reflectionWords: 60,
  answerWords: 25,
  /** Of a paragraph that explains something. */
  explanationWords: 15,
  figures: 4,
  references: 3,
  experiments: 3,
  earlierLabs: 2,
} as const

/** This laboratory and the next one. */
export const labs = { own: 11, next: 12 } as const

/** Figures that the guide names, by what their files' names begin with, and the command that draws them. */
export const figures = {
  gradient: { prefix: 'gradiente', command: 'npm run plots -- rnn-bptt' },
  gates: { prefix: 'lstm_gates', command: 'npm run plots -- lstm-cell' },
  forecast: { prefix: 'prediccion', command: 'npm run plots -- time-series' },
  benchmark: { prefix: 'benchmark', command: 'npm run plots -- benchmark' },
} as const

/** Where the figures that a report quotes come from, and the command that makes them. */
export const artifacts = {
  benchmark: { file: 'artifacts/benchmark.json', command: 'npm run train -- benchmark' },
  history: { file: 'artifacts/sentiment/history.json', command: 'npm run train -- sentiment' },
  experiments: { file: 'artifacts/experimentos.json', command: 'npm run train -- sentiment' },
  forecast: { file: 'artifacts/time-series/forecast.json', command: 'npm run train -- time-series' },
  forecaster: { file: 'artifacts/time-series/model.json', command: 'npm run train -- time-series' },
  forecasterHistory: { file: 'artifacts/time-series/history.json', command: 'npm run train -- time-series' },
} as const
