import type { Messages } from '../language.ts'

/** What is told of `comprension.json`: its form, its answers, and the command that writes it. */
export const answers = {
  'answers.absent': {
    es: 'Falta el archivo «comprension.json» en tu entrega. Créalo con `npm run questions -- --id tu-id`, por ejemplo ana-rojas.',
    en: 'The file "comprension.json" is missing from your submission. Make it with `npm run questions -- --id your-id`, for example ana-rojas.',
  },
  'answers.not-json': {
    es: 'comprension.json, línea {line}: {slip, select, empty {el archivo está vacío. Créalo de nuevo con `npm run questions`.} decimal {dice {text}, pero en JSON los decimales llevan punto. ¿Quisiste decir {meant}?} thousands {dice {text}, pero JSON no separa los miles. ¿Quisiste decir {meant}?} unquoted {dice {text} sin comillas. ¿Quisiste decir {meant}?} quotes {en «{text}» hay comillas que JSON no admite: usa las rectas y dobles del teclado.} comma {falta una coma detrás de «{text}».} trailing {sobra la coma que hay antes de «{text}». Bórrala.} value {falta el valor antes de «{text}». Si no quieres responder todavía, deja dos comillas seguidas.} comment {JSON no admite comentarios: borra «{text}».} ends {el archivo se acaba a medias: falta cerrar una llave o unas comillas. Compáralo con uno recién creado por `npm run questions`.} twice {{text} aparece dos veces, y no se sabe cuál vale. Deja solo una.} deep {hay demasiadas llaves o corchetes unos dentro de otros. Deja en cada pregunta solo su respuesta.} other {no es JSON a partir de «{text}». Revisa comas, comillas y llaves de esa línea y de la anterior.}}',
    en: 'comprension.json, line {line}: {slip, select, empty {the file is empty. Make it again with `npm run questions`.} decimal {it says {text}, but JSON writes decimals with a point. Did you mean {meant}?} thousands {it says {text}, but JSON does not separate thousands. Did you mean {meant}?} unquoted {it says {text} without quotes. Did you mean {meant}?} quotes {in "{text}" there are quotes that JSON does not take: use the straight double ones of the keyboard.} comma {a comma is missing behind "{text}".} trailing {the comma before "{text}" is too many. Delete it.} value {the value before "{text}" is missing. To leave it unanswered for now, write two quotes in a row.} comment {JSON takes no comments: delete "{text}".} ends {the file ends in the middle: a bracket or a quote is not closed. Compare it with a fresh one from `npm run questions`.} twice {{text} comes twice, and nobody can say which counts. Keep one of them.} deep {there are too many brackets inside of one another. Keep only the answer in each question.} other {it is no JSON from "{text}" on. Look at the commas, quotes and brackets of that line and of the one before.}}',
  },
  'answers.bad-id': {
    es: 'comprension.json, línea {line}: «{id}» no sirve como id, que lleva minúsculas sin acentos, números y guiones. ¿Quisiste decir «{near}»? Los números dependen de él: créalos con `npm run questions -- --id {near}`.',
    en: 'comprension.json, line {line}: "{id}" is no id, which has lower case letters without accents, digits and hyphens. Did you mean "{near}"? The numbers depend on it: make them with `npm run questions -- --id {near}`.',
  },
  'answers.missing-key': {
    es: 'comprension.json, línea {line}: falta «{key}». Si lo borraste sin querer, guarda tus respuestas aparte y crea el archivo de nuevo con `npm run questions`.',
    en: 'comprension.json, line {line}: "{key}" is missing. If you deleted it by accident, keep your answers elsewhere and make the file again with `npm run questions`.',
  },
  'answers.unknown-question': {
    es: 'comprension.json, línea {line}: no hay ninguna pregunta «{key}». {near, select, none {Van de N1 a N10, de M1 a M10 y de S1 a S4.} other {¿Quisiste decir «{near}»?}}',
    en: 'comprension.json, line {line}: there is no question "{key}". {near, select, none {They are N1 to N10, M1 to M10 and S1 to S4.} other {Did you mean "{near}"?}}',
  },
  'answers.unknown-key': {
    es: 'comprension.json, línea {line}: no se esperaba «{key}»{where, select, none {} other { en {where}}}. {near, select, none {Bórralo: la respuesta va en «answer».} other {¿Quisiste decir «{near}»?}}',
    en: 'comprension.json, line {line}: "{key}" was not expected{where, select, none {} other { in {where}}}. {near, select, none {Delete it: the answer goes into "answer".} other {Did you mean "{near}"?}}',
  },
  'answers.other-schema': {
    es: 'comprension.json, línea {line}: se esperaba «{expected}» como «schema», pero dice {received}. El archivo es de otra versión: guarda tus respuestas aparte y créalo de nuevo con `npm run questions -- --id tu-id --force`.',
    en: 'comprension.json, line {line}: expected "{expected}" as the "schema", but it says {received}. The file is of another version: keep your answers elsewhere and make it again with `npm run questions -- --id your-id --force`.',
  },
  'answers.wrong-type': {
    es: 'comprension.json, línea {line}: {at, select, none {el archivo} other {{at}}} debe ser {expected, select, object {un objeto, entre llaves} string {un texto, entre comillas} number {un número, sin comillas} other {de otro tipo}}. Compáralo con un archivo recién creado por `npm run questions`.',
    en: 'comprension.json, line {line}: {at, select, none {the file} other {{at}}} must be {expected, select, object {an object, in braces} string {a text, in quotes} number {a number, without quotes} other {of another type}}. Compare it with a fresh file from `npm run questions`.',
  },

  'answers.unanswered': {
    es: '{count, plural, one {Falta # respuesta} other {Faltan # respuestas}} de {total}: {names}. {handout, select, true {Estos números son los del enunciado; los que se califican son los tuyos: créalos con `npm run questions -- --id tu-id`.} other {Escríbelas en «answer»; lo que no sepas puede quedarse en blanco.}}',
    en: '{count, plural, one {# answer is missing} other {# answers are missing}} of {total}: {names}. {handout, select, true {These are the numbers of the handout; your own are what is graded: make them with `npm run questions -- --id your-id`.} other {Write them into "answer"; what you do not know may stay blank.}}',
  },
  'answers.handout-numbers': {
    es: 'Estas respuestas son para los números del enunciado («{id}»), que no se califican. Crea los tuyos con `npm run questions -- --id tu-id --force` y respóndelos.',
    en: 'These answers are to the numbers of the handout ("{id}"), which are not graded. Make your own with `npm run questions -- --id your-id --force` and answer those.',
  },
  'answers.blank': {
    es: '{task} está sin responder. Escribe tu respuesta en «answer»: en blanco vale lo mismo que mal.',
    en: '{task} is not answered. Write your answer into "answer": a blank is worth the same as a wrong one.',
  },
  'answers.wrong': {
    es: 'La respuesta a {task}, {received}, no es correcta. Repasa su sección del enunciado.',
    en: 'The answer to {task}, {received}, is not right. Go through its section of the handout.',
  },
  'answers.wrong-edited': {
    es: 'La respuesta a {task}, {received}, no es correcta con los números de tu id. Los que hay en tu archivo son otros: no los cambies, solo se miran los que salen del id.',
    en: 'The answer to {task}, {received}, is not right for the numbers of your id. Those in your file are others: do not change them, only those that follow from the id count.',
  },
  'answers.clue': {
    es: 'Lo muestra tu respuesta a {task}: {received}.',
    en: 'Your answer to {task} shows it: {received}.',
  },
  'answers.not-an-answer': {
    es: 'comprension.json, línea {line}: la respuesta a {task} es {received}, y debe ser un número o una letra. Escríbela entre comillas.',
    en: 'comprension.json, line {line}: the answer to {task} is {received}, and must be a number or a letter. Write it in quotes.',
  },
  'answers.not-a-number': {
    es: 'comprension.json, línea {line}: la respuesta a {task} debe ser un número, pero dice «{received}». Escribe solo el número, con punto decimal y sin unidades ni operaciones: 0.73, 142592, 5.6e-15.',
    en: 'comprension.json, line {line}: the answer to {task} must be a number, but it says "{received}". Write the number alone, with a decimal point and no units or sums: 0.73, 142592, 5.6e-15.',
  },
  'answers.ambiguous': {
    es: 'comprension.json, línea {line}: «{received}», en {task}, puede ser {decimal} o {thousands}. Escribe uno de los dos.',
    en: 'comprension.json, line {line}: "{received}", in {task}, may be {decimal} or {thousands}. Write one of the two.',
  },
  'answers.not-whole': {
    es: 'comprension.json, línea {line}: la respuesta a {task} es una cuenta exacta, pero dice {received}. {meant, select, none {Escribe un número entero.} other {¿Quisiste decir {meant}? JSON usa punto decimal y no separa miles.}}',
    en: 'comprension.json, line {line}: the answer to {task} is an exact count, but it says {received}. {meant, select, none {Write a whole number.} other {Did you mean {meant}? JSON writes decimals with a point and does not separate thousands.}}',
  },
  'answers.not-a-letter': {
    es: 'comprension.json, línea {line}: la respuesta a {task} es la letra de una opción ({letters}), pero dice «{received}». Escribe la letra sola.',
    en: 'comprension.json, line {line}: the answer to {task} is the letter of an option ({letters}), but it says "{received}". Write the letter alone.',
  },

  'flag.answers-of-another-id': {
    es: 'comprension.json lleva el id «{file}», y la entrega es de «{id}». Se calificó con los números de «{file}»: comprueba que sea la misma persona.',
    en: 'comprension.json has the id "{file}", and the submission is of "{id}". It was graded with the numbers of "{file}": see that they are the same person.',
  },
  'flag.handout-numbers': {
    es: 'La entrega «{id}» responde a los números del enunciado, cuyas respuestas no son de nadie. Pide a su autor las suyas.',
    en: 'The submission "{id}" answers the numbers of the handout, whose answers are nobody\'s own. Ask its author for theirs.',
  },

  'help.questions': {
    es: 'Escribe comprension.json con las preguntas y los números que te tocan.',
    en: 'Writes comprension.json with the questions and the numbers that are yours.',
  },
  'help.questions-id': {
    es: 'tu id, en minúsculas y sin acentos ni espacios: ana-rojas',
    en: 'your id, lower case without accents or spaces: ana-rojas',
  },
  'help.questions-submission': {
    es: 'carpeta de la entrega (por defecto, starter/)',
    en: 'folder of the submission (starter/ by default)',
  },
  'help.questions-force': {
    es: 'reemplaza un archivo de otro id, o que no se puede leer; sus respuestas se pierden',
    en: 'replace a file of another id, or one that cannot be read; its answers are lost',
  },
  'questions.bad-id': {
    es: '«{id}» no sirve como id: se esperaban minúsculas sin acentos, números, guiones y puntos, hasta 64. ¿Quisiste decir «{near}»? Si en el curso te dieron un id, usa ese.',
    en: '"{id}" is no id: expected lower case letters without accents, digits, hyphens and dots, 64 at most. Did you mean "{near}"? If the course gave you an id, use that one.',
  },
  'questions.other-id': {
    es: '«{path}» es de «{found}», y pediste los números de «{id}». No se ha tocado. Si quieres cambiarlo, repite la orden con --force: los números serán otros y sus respuestas se pierden ({count, plural, one {hay #} other {hay #}}).',
    en: '"{path}" is of "{found}", and you asked for the numbers of "{id}". Nothing was touched. To replace it, repeat the command with --force: the numbers will be others and its answers are lost (there {count, plural, one {is #} other {are #}}).',
  },
  'questions.unreadable': {
    es: '«{path}» ya existe y no se puede leer, así que no se ha tocado. {why} Corrígelo, o repite la orden con --force para empezar de cero.',
    en: '"{path}" exists and cannot be read, so that nothing was touched. {why} Correct it, or repeat the command with --force to start over.',
  },
  'questions.written': {
    es: '«{path}» tiene las {total} preguntas con los números de «{id}».{kept, plural, =0 {} one { Se ha conservado la respuesta que ya había.} other { Se han conservado las # respuestas que ya había.}}',
    en: '"{path}" has the {total} questions with the numbers of "{id}".{kept, plural, =0 {} one { The answer that was there is kept.} other { The # answers that were there are kept.}}',
  },
  'questions.next': {
    es: 'Responde en «answer» y mira la forma con `npm run check -- comprension`. Qué se pregunta y cómo se responde: {handout}',
    en: 'Answer in "answer" and look at the form with `npm run check -- comprension`. What is asked and how to answer: {handout}',
  },
} as const satisfies Messages
