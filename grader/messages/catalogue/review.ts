import type { Messages } from '../language.ts'

/** What reading the sources notes for the instructor. A note accuses nobody and moves no point. */
export const review = {
  'review.import': {
    es: '{place}: importa «{name}», que no está entre lo permitido.',
    en: '{place}: imports "{name}", which is not among what is allowed.',
  },
  'review.computed-import': {
    es: '{place}: `{name}` con un nombre que se calcula al ejecutarse{times, plural, one {} other { (# veces)}}: no se ve qué carga.',
    en: '{place}: `{name}` of a name that is computed as it runs{times, plural, one {} other { (# times)}}: what it loads cannot be seen.',
  },
  'review.code-from-text': {
    es: '{place}: `{name}` convierte texto en código{times, plural, one {} other { (# veces)}}.',
    en: '{place}: `{name}` turns text into code{times, plural, one {} other { (# times)}}.',
  },
  'review.surroundings': {
    es: '{place}: usa `{name}`{times, plural, one {} other { (# veces)}}, que lleva fuera de lo que pide el contrato. Si es un nombre propio, no hay nada que mirar.',
    en: '{place}: uses `{name}`{times, plural, one {} other { (# times)}}, which leads out of what the contract asks for. If it is a name of their own, there is nothing to look at.',
  },
  'review.built-in': {
    es: '{place}: cambia `{name}`, que es de JavaScript{times, plural, one {} other { (# veces)}}. En el calificador no cambia nada.',
    en: "{place}: changes `{name}`, which is JavaScript's own{times, plural, one {} other { (# times)}}. Nothing changes in the grader.",
  },
  'review.disguised-name': {
    es: '{place}: escribe un nombre con códigos, `{name}`{times, plural, one {} other { (# veces)}}.',
    en: '{place}: writes a name in codes, `{name}`{times, plural, one {} other { (# times)}}.',
  },
  'review.long-line': {
    es: '{place}: una línea de {name} caracteres; nadie la escribe a mano.',
    en: '{place}: a line of {name} characters; nobody writes that by hand.',
  },
  'review.numbers': {
    es: '{place}: el archivo contiene {name} números escritos; podría ser una tabla de respuestas.',
    en: '{place}: the file holds {name} written numbers; it might be a table of answers.',
  },
  'review.vocabulary-from-test': {
    es: '{place}: llama a `{name}`. Mira si entre sus textos hay alguno de validación o de prueba: el vocabulario se hace solo con los de entrenamiento.',
    en: '{place}: calls `{name}`. See whether its texts include any for validation or testing: a vocabulary is made of training texts alone.',
  },
} as const satisfies Messages
