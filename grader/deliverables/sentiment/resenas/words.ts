/** Masculine or feminine, singular or plural. */
export interface Agreement {
  readonly gender: 'm' | 'f'
  readonly plural: boolean
}

/** What a clause is about. */
export interface Topic extends Agreement {
  readonly text: string
}

/** Says good (1) or bad (-1). Every list of opinions has the same number of words on either side. */
export type Sign = 1 | -1

/** Interchangeable words. The `spare` ones never occur in training texts. */
export interface Lexicon {
  readonly common: readonly string[]
  readonly spare: readonly string[]
}

/** An adjective in the form that goes with a topic: `soberbio`, `soberbia`, `brillantes`, `geniales`. */
export function agree(adjective: string, { gender, plural }: Agreement): string {
  const form = gender === 'f' && adjective.endsWith('o') ? `${adjective.slice(0, -1)}a` : adjective
  return plural ? pluralOf(form) : form
}

/** A verb of liking in the third person, singular or plural: `encantó`, `encantaron`. */
export function conjugate(verb: string, plural: boolean): string {
  const stem = verb.slice(0, -1)
  const ending = verb.endsWith('ó') && stem.endsWith('i') ? 'eron' : 'aron'
  return plural ? `${stem}${ending}` : verb
}

function pluralOf(form: string): string {
  return /[aeoáéó]$/.test(form) ? `${form}s` : `${form}es`
}

/** A topic from its text: the article says gender and number. */
function topic(text: string): Topic {
  const article = text.split(' ')[0] ?? ''
  return { text, gender: /^(la|las|esta)$/.test(article) ? 'f' : 'm', plural: article.endsWith('s') }
}

/** Parts of a film, which opinions are about. */
export const topics: readonly Topic[] = [
  ...['la trama', 'la historia', 'la fotografía', 'la dirección', 'la actuación', 'la música', 'la edición'],
  ...['la ambientación', 'la protagonista', 'la narración', 'la iluminación', 'la introducción', 'la banda sonora'],
  ...['el guion', 'el final', 'el ritmo', 'el reparto', 'el vestuario', 'el sonido', 'el protagonista', 'el villano'],
  ...['el comienzo', 'el desenlace', 'el montaje', 'el humor', 'el maquillaje'],
  ...['los diálogos', 'los personajes', 'los efectos', 'las escenas', 'las canciones', 'los actores'],
].map(topic)

/** The film as a whole, which can be a jewel or a disaster. */
export const films: readonly Topic[] = ['la película', 'la cinta', 'el filme', 'esta obra', 'el conjunto'].map(topic)

export const adjectives: Readonly<Record<Sign, Lexicon>> = {
  [1]: {
    common: [
      ...['brillante', 'excelente', 'memorable', 'emocionante', 'impresionante', 'fascinante', 'genial', 'sublime'],
      ...['admirable', 'impecable', 'inolvidable', 'notable', 'elegante', 'vibrante', 'formidable', 'magistral'],
      ...['magnífico', 'soberbio', 'estupendo', 'maravilloso', 'divertido', 'precioso', 'bueno', 'ingenioso'],
    ],
    spare: ['deslumbrante', 'sensacional', 'exquisito', 'lúcido'],
  },
  [-1]: {
    common: [
      ...['terrible', 'horrible', 'deplorable', 'insufrible', 'mediocre', 'lamentable', 'irritante', 'decepcionante'],
      ...['torpe', 'insoportable', 'olvidable', 'previsible', 'superficial', 'banal', 'vulgar', 'endeble'],
      ...['malo', 'pésimo', 'aburrido', 'tedioso', 'flojo', 'ridículo', 'soso', 'confuso'],
    ],
    spare: ['infumable', 'trivial', 'penoso', 'tosco'],
  },
}

/** Verbs whose subject is the topic: `me encantó la trama`. */
export const verbs: Readonly<Record<Sign, Lexicon>> = {
  [1]: {
    common: ['encantó', 'fascinó', 'emocionó', 'cautivó', 'entusiasmó', 'atrapó', 'gustó', 'deslumbró'],
    spare: ['conquistó'],
  },
  [-1]: {
    common: ['aburrió', 'decepcionó', 'cansó', 'irritó', 'molestó', 'hartó', 'desesperó', 'defraudó'],
    spare: ['exasperó'],
  },
}

/** What a film is, with its article. */
export const verdicts: Readonly<Record<Sign, Lexicon>> = {
  [1]: {
    common: ['una joya', 'una maravilla', 'un acierto', 'un placer', 'un triunfo', 'una delicia'],
    spare: ['un prodigio'],
  },
  [-1]: {
    common: ['un desastre', 'un bodrio', 'una decepción', 'un fiasco', 'una tortura', 'un desperdicio'],
    spare: ['un suplicio'],
  },
}

/** Verbs between topic and adjective, singular and plural. */
export const copulas: readonly (readonly [singular: string, plural: string])[] = [
  ['es', 'son'],
  ['es', 'son'],
  ['resulta', 'resultan'],
  ['me pareció', 'me parecieron'],
  ['fue', 'fueron'],
]

/** In front of an adjective; they change nothing. */
export const intensifiers: Lexicon = {
  common: ['sin duda', 'realmente', 'francamente', 'en verdad', 'simplemente', 'sencillamente', 'verdaderamente'],
  spare: ['extraordinariamente', 'indudablemente'],
}
