import type { Messages } from '../language.ts'

/** What is said of how code is written, and of its author's own tests. */
export const quality = {
  'quality.not-started': {
    es: 'Todavía no hay ningún entregable que funcione: la calidad se mira en lo que está hecho.',
    en: 'No deliverable works yet: quality is looked at in what is done.',
  },
  'quality.share': {
    es: 'Está bien. Cuenta en la proporción de entregables que funcionan: {done} de {of}.',
    en: 'This is fine. It counts in proportion to the deliverables that work: {done} of {of}.',
  },
  'quality.half': {
    es: '{done, plural, one {Funciona # entregable} other {Funcionan # entregables}} de {of}; funciona uno cuando gana el 60 % de sus puntos.',
    en: '{done, plural, one {# deliverable works} other {# deliverables work}} out of {of}; one works when it earns 60 % of its points.',
  },
  'quality.unread': {
    es: 'No se pudo revisar {place}: el compilador o ESLint no terminan con ese archivo{count, plural, one {} other { (ni con otros)}}. Divide las funciones muy anidadas y las líneas enormes.',
    en: '{place} could not be looked at: the compiler or ESLint never finish with that file{count, plural, one {} other { (nor with others)}}. Split deeply nested functions and huge lines.',
  },
  'quality.types': {
    es: '{count, plural, one {# error de tipos} other {# errores de tipos}} en tus líneas ({rate} por cada 100). {rule, select, TS2345 {Pasas un valor de un tipo a una función que espera otro} TS2322 {Asignas un valor de un tipo donde se declara otro} TS2339 {Usas una propiedad que ese tipo no tiene} TS2532 {Un valor puede ser `undefined`: los accesos por índice lo son siempre} TS18048 {Un valor puede ser `undefined`: los accesos por índice lo son siempre} TS7006 {A un parámetro le falta el tipo} TS2304 {Usas un nombre que nadie declara} TS2307 {Importas un archivo o un paquete que no existe} TS7030 {No todos los caminos de la función devuelven algo} TS1484 {Un tipo se importa con `import type`} other {Lo más repetido}}, en {place}. TypeScript dice: {text} Están en: {places}.',
    en: '{count, plural, one {# type error} other {# type errors}} in your lines ({rate} in every 100). {rule, select, TS2345 {A value of one type goes to a function that expects another} TS2322 {A value of one type is assigned where another is declared} TS2339 {A property is used that this type does not have} TS2532 {A value may be `undefined`: what is read by index always may} TS18048 {A value may be `undefined`: what is read by index always may} TS7006 {A parameter lacks its type} TS2304 {A name is used that nobody declares} TS2307 {A file or package is imported that does not exist} TS7030 {Not every path of the function returns something} TS1484 {A type is imported with `import type`} other {The most frequent}}, in {place}. TypeScript says: {text} They are in: {places}.',
  },
  'quality.lint': {
    es: '{count, plural, one {# aviso de ESLint} other {# avisos de ESLint}} en tus líneas ({rate} por cada 100). El más repetido, en {place}: {rule, select, no_unused_vars {algo se declara o se importa y no se usa; bórralo} no_shadow {un nombre tapa a otro igual de más afuera; llámalo de otra forma} no_explicit_any {`any` apaga los tipos; escribe el tipo, o `unknown` si de verdad no se sabe} ban_ts_comment {un comentario manda callar al compilador; arregla lo que señala} eqeqeq {`==` convierte los valores antes de comparar; usa `===`} no_var {`var` es visible en toda la función; usa `const` o `let`} prefer_const {lo que no se vuelve a asignar se declara con `const`} no_empty {un bloque vacío no hace nada} no_unreachable {hay código al que nunca se llega} no_unused_expressions {una expresión calcula algo que nadie usa} complexity {una función tiene demasiados caminos; divídela} max_depth {hay demasiados bloques uno dentro de otro; saca los de dentro a una función} max_lines_per_function {una función es demasiado larga; divídela} no_constant_condition {una condición no cambia nunca} no_cond_assign {hay una asignación donde se espera una comparación} no_self_compare {algo se compara consigo mismo} no_fallthrough {un `case` sigue en el siguiente sin `break`} other {{text}}}. Están en: {places}.',
    en: '{count, plural, one {# remark of ESLint} other {# remarks of ESLint}} on your lines ({rate} in every 100). The most frequent, in {place}: {rule, select, no_unused_vars {something is declared or imported and not used; delete it} no_shadow {a name hides the same one further out; call it something else} no_explicit_any {`any` turns types off; write the type, or `unknown` where it really is not known} ban_ts_comment {a comment silences the compiler; mend what it points at} eqeqeq {`==` converts values before it compares; use `===`} no_var {`var` is visible in the whole function; use `const` or `let`} prefer_const {what is not assigned again is declared with `const`} no_empty {an empty block does nothing} no_unreachable {there is code that is never reached} no_unused_expressions {an expression computes something that nobody uses} complexity {a function has too many paths; split it} max_depth {there are too many blocks inside of one another; move the inner ones to a function} max_lines_per_function {a function is too long; split it} no_constant_condition {a condition never changes} no_cond_assign {there is an assignment where a comparison is expected} no_self_compare {something is compared with itself} no_fallthrough {a `case` goes on in the next one without `break`} other {{text}}}. They are in: {places}.',
  },
  'quality.readable': {
    es: 'Por cada 100 líneas tuyas hay {types} errores de tipos (se admite 1) y {lint} avisos de ESLint (se admiten 10){unread, plural, =0 {} one {, y # archivo no se pudo revisar} other {, y # archivos no se pudieron revisar}}.',
    en: 'In every 100 of your lines there are {types} type errors (1 is accepted) and {lint} remarks of ESLint (10 are){unread, plural, =0 {} one {, and # file could not be looked at} other {, and # files could not be looked at}}.',
  },
  'quality.doc-comments': {
    es: '{count, plural, one {A # función exportada} other {A # funciones exportadas}} de {of} {count, plural, one {le} other {les}} {shapes, select, true {falta decir las formas: en la primera, qué filas y columnas tienen las matrices} other {falta su comentario: una frase que diga qué hace, con las formas de matrices y tensores}}: {places}.',
    en: '{count, plural, one {# exported function} other {# exported functions}} of {of} {count, plural, one {lacks} other {lack}} {shapes, select, true {the shapes: in the first, which rows and columns its matrices have} other {the comment: a sentence that says what it does, with the shapes of matrices and tensors}}: {places}.',
  },
  'quality.repetition': {
    es: 'El {percent} % de tu código está repetido dentro de un mismo entregable ({count, plural, one {# bloque} other {# bloques}}). El más largo, de {tokens} símbolos: {first} y {second}. Haz de él una función.',
    en: '{percent} % of your code is repeated within one deliverable ({count, plural, one {# block} other {# blocks}}). The longest, of {tokens} symbols: {first} and {second}. Make a function of it.',
  },
  'quality.tidy': {
    es: 'Tiene comentario el {documented} % de tus funciones exportadas (hace falta el 80 %) y está repetido el {repeated} % de tu código (se admite el 15 %).',
    en: '{documented} % of your exported functions have a comment (80 % are needed) and {repeated} % of your code is repeated (15 % is accepted).',
  },
  'quality.chance': {
    es: 'Usas `{name}`, que cambia de una ejecución a otra{count, plural, one {} other {, y más}}: {places}. Saca los números de `createRandom(seed)`, de `shared/random.ts`.',
    en: 'You use `{name}`, which differs from run to run{count, plural, one {} other {, and more}}: {places}. Take numbers from `createRandom(seed)`, in `shared/random.ts`.',
  },
  'quality.same-seed': {
    es: 'De las {of} comprobaciones de que la misma semilla da lo mismo {count, plural, one {falla #} other {fallan #}}: {checks}.',
    en: 'Of the {of} checks that the same seed gives the same, {count, plural, one {# fails} other {# fail}}: {checks}.',
  },
  'quality.no-seeds': {
    es: 'No se ejecutó ninguna comprobación de semillas: se califican junto con el código. Quien califica lo pide con todos los entregables.',
    en: 'No check of seeds has run: they are graded together with the code. Whoever grades asks for all deliverables.',
  },
  'quality.tests-written': {
    es: '{count, plural, =0 {Todavía no hay pruebas tuyas} one {Hay pruebas tuyas en # entregable} other {Hay pruebas tuyas en # entregables}}; hacen falta en {enough}. Las que venían no cuentan: escribe `it(…)` nuevos, por ejemplo en `own.test.ts`, al lado de tu código.',
    en: '{count, plural, =0 {There are no tests of yours yet} one {There are tests of yours in # deliverable} other {There are tests of yours in # deliverables}}; {enough} are needed. Those that came with it do not count: write new `it(…)`, for instance in `own.test.ts`, beside your code.',
  },
  'quality.no-tests': {
    es: 'No hay pruebas tuyas que ejecutar, o ninguna pasa. Mira qué dicen con `npm run test:mine`.',
    en: 'There are no tests of yours to run, or none passes. See what they say with `npm run test:mine`.',
  },
  'quality.tests-pass': {
    es: '{count, plural, =0 {} one {Falla # de tus {of} pruebas con tu propio código, «{name}»: {error}. } other {Fallan # de tus {of} pruebas con tu propio código; la primera, «{name}»: {error}. }}{stopped, select, none {} other {{why, select, timeout {Las pruebas de {stopped} no terminan a tiempo.} import {Las pruebas de {stopped} importan algo que al calificar no está: solo se puede `vitest`, la biblioteca del entregable y tus archivos.} syntax {Las pruebas de {stopped} no compilan.} other {Las pruebas de {stopped} acaban con su proceso antes de terminar.}} }}Repítelo con `npm run test:mine`.',
    en: '{count, plural, =0 {} one {# of your {of} tests fails on your own code, "{name}": {error}. } other {# of your {of} tests fail on your own code; the first, "{name}": {error}. }}{stopped, select, none {} other {{why, select, timeout {The tests of {stopped} do not finish in time.} import {The tests of {stopped} import something that is not there when grading: only `vitest`, the library of the deliverable and your files are.} syntax {The tests of {stopped} do not compile.} other {The tests of {stopped} end their process before they finish.}} }}Repeat it with `npm run test:mine`.',
  },
  'quality.tests-bite': {
    es: '{count, plural, one {# de tus {of} pruebas pasa} other {# de tus {of} pruebas pasan}} aunque tus funciones den números cambiados de escala, de signo o recortados: {names}. Compara lo que sale con un valor que conozcas.',
    en: '{count, plural, one {# of your {of} tests passes} other {# of your {of} tests pass}} even when your functions give scaled, negated or cut results: {names}. Compare what comes out with a value that you know.',
  },
  'quality.scratch-verified': {
    es: '{count, plural, =0 {Ninguna de las celdas escritas desde cero tiene} one {# de las celdas escritas desde cero tiene} other {# de las celdas escritas desde cero tienen}} pruebas tuyas que pasen y que puedan fallar; hacen falta {enough}. Sin ellas: {names}.',
    en: '{count, plural, =0 {None of the cells written from scratch has} one {# of the cells written from scratch has} other {# of the cells written from scratch have}} tests of yours that pass and that can fail; {enough} are needed. Without: {names}.',
  },
} as const satisfies Messages
