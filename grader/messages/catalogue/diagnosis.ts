import type { Messages } from '../language.ts'

/** What is said of a failing deliverable beyond its checks, and of how mistakes are recorded. */
export const diagnosis = {
  'diagnosis.title': { es: 'Qué parece haber pasado', en: 'What seems to have happened' },
  'diagnosis.explains': {
    es: '{count, plural, one {Con ese error, la referencia responde lo mismo que tu código en los números públicos de prueba} other {Con esos dos errores a la vez, la referencia responde lo mismo que tu código en los números públicos de prueba}}: {functions}.',
    en: '{count, plural, one {With that mistake the reference answers as your code does on the public test numbers} other {With those two mistakes at once the reference answers as your code does on the public test numbers}}: {functions}.',
  },
  'diagnosis.departs': {
    es: 'En los números públicos de prueba, lo primero que se aparta en {functions} es {at}.',
    en: 'On the public test numbers, the first thing to depart in {functions} is {at}.',
  },
  'diagnosis.right': { es: 'Está bien: {places}.', en: 'This is right: {places}.' },
  'diagnosis.transposed': {
    es: 'Lo que se aparta es la traspuesta de lo esperado: revisa qué matriz se traspone.',
    en: 'What departs is the transpose of what is expected: look at which matrix is transposed.',
  },
  'diagnosis.sign': {
    es: 'Lo que se aparta tiene el signo contrario: revisa el orden de una resta.',
    en: 'What departs has the opposite sign: look at the order of a subtraction.',
  },
  'diagnosis.ratio': {
    es: 'Lo que se aparta es lo esperado multiplicado por {ratio}, siempre el mismo factor: revisa por qué cantidad divides o multiplicas.',
    en: 'What departs is what is expected times {ratio}, the same factor everywhere: look at what you divide or multiply by.',
  },
  'diagnosis.float32': {
    es: 'La diferencia es del tamaño del redondeo de 32 bits: en algún paso los números pasan por Float32Array o por una constante con pocos decimales.',
    en: 'The difference has the size of 32-bit rounding: somewhere the numbers go through a Float32Array or a constant with few decimals.',
  },
  'diagnosis.late': {
    es: 'Cada instante tiene el valor del anterior: la lista va un paso retrasada.',
    en: 'Every step has the value of the one before: the list is one step late.',
  },
  'diagnosis.early': {
    es: 'Cada instante tiene el valor del siguiente: la lista va un paso adelantada.',
    en: 'Every step has the value of the one after: the list is one step early.',
  },
  'diagnosis.one-class': {
    es: 'En un conjunto con textos de todas las clases, todos recibieron la misma.',
    en: 'In a set with texts of all classes, all of them were given the same one.',
  },
  'diagnosis.order-blind': {
    es: 'Con las palabras de cada reseña en el orden contrario, ninguna cambió de clase; las que lo dicen sin rodeos, en cambio, las acierta más de lo que daría el azar.',
    en: 'With the words of every review in the opposite order, none changed its class; yet on those that say outright what they think it is right more often than chance would be.',
  },
  'diagnosis.training-figures': {
    es: 'Las últimas cifras de validación no son las de los textos de validación, sino las de los de entrenamiento.',
    en: 'The last validation figures are not those of the validation texts but those of the training ones.',
  },
  'diagnosis.repeats-last': {
    es: 'En todas las ventanas de prueba, lo que predice el modelo es el último valor de la ventana.',
    en: 'For every test window, what the model forecasts is the last value of the window.',
  },
  'diagnosis.time-stands-still': {
    es: 'Con muchos más pasos la llamada a `runBenchmark` tardó más, pero los tiempos que da apenas cambian.',
    en: 'With many more steps the call of `runBenchmark` took longer, but the times it gives hardly change.',
  },
  'help.fingerprints': {
    es: 'Registra lo que responden la referencia y cada error con nombre a las pruebas públicas.',
    en: 'Records what the reference and every named mistake answer to the public probes.',
  },
  'help.fingerprints-mutants': {
    es: 'no registra nada: da a cada mutante su nombre, si lo tiene, y comprueba que sea el suyo',
    en: 'records nothing: gives each mutant its name, if it has one, and sees whether it is its own',
  },
  'fingerprints.mutants': {
    es: '{slug}: de {mutants} mutantes, {named} reciben un nombre, y {wrong} uno que no es el suyo.',
    en: '{slug}: of {mutants} mutants {named} are given a name, and {wrong} one that is not theirs.',
  },
  'fingerprints.progress': { es: '{slug}: {done} de {total} códigos', en: '{slug}: {done} of {total} codes' },
  'fingerprints.recorded': {
    es: '{slug}: {variants} variantes registradas.',
    en: '{slug}: {variants} variants recorded.',
  },
  'fingerprints.unnamed': {
    es: 'No se reconocen por su propio nombre: {ids}.',
    en: 'Not recognised by their own name: {ids}.',
  },
  'fingerprints.pairs': {
    es: 'De {total} parejas, {both} se reconocen por sus dos nombres; {wrong} con un nombre equivocado.',
    en: 'Of {total} pairs, {both} are recognised by both names; {wrong} by a wrong name.',
  },
  'fingerprints.unsteady': {
    es: 'Se esperaba que la referencia de {slug} respondiera lo mismo dos veces a las pruebas públicas, y no lo hace.',
    en: 'Expected the reference of {slug} to answer the public probes twice alike, and it does not.',
  },
  'fingerprints.unanswered': {
    es: 'Se esperaba una respuesta de cada variante de {slug}, y faltan: comprueba que cada una se puede empaquetar.',
    en: 'Expected an answer of every variant of {slug}, and some are missing: see that each can be bundled.',
  },
  'fingerprints.unfound': {
    es: 'La variante {id} cambia un texto que no está, o que está más de una vez, en la solución: corrige variants.ts.',
    en: 'The variant {id} changes a text that is not, or more than once, in the solution: mend variants.ts.',
  },
} as const satisfies Messages
