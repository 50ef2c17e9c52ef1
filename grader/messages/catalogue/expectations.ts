import type { Messages } from '../language.ts'

/** What a check expected and what came instead. */
export const expectations = {
  'expect.type': {
    es: 'En {at} se esperaba {expected}, pero llegó {received}.',
    en: 'At {at} expected {expected}, but got {received}.',
  },
  'expect.shape': {
    es: 'En {at} se esperaba la forma {expected}, pero llegó {received}. Escribe las formas de cada producto en un papel: una fila o columna está cambiada.',
    en: 'At {at} expected the shape {expected}, but got {received}. Write down the shape of every product: a row or column is swapped.',
  },
  'expect.value': {
    es: 'En {at} se esperaba {expected}, pero llegó {received}.',
    en: 'At {at} expected {expected}, but got {received}.',
  },
  'expect.value-only': {
    es: 'Se esperaba {expected}, pero llegó {received}.',
    en: 'Expected {expected}, but got {received}.',
  },
  'expect.value-oracle': {
    es: 'En {at} se esperaba {expected} (según {oracle}), pero llegó {received}.',
    en: 'At {at} expected {expected} (by {oracle}), but got {received}.',
  },
  'expect.not-finite': {
    es: 'En {at} se esperaba un número finito, pero llegó {received}. Busca exponenciales de números grandes y divisiones por cero.',
    en: 'At {at} expected a finite number, but got {received}. Look for exponentials of large numbers and divisions by zero.',
  },
  'expect.exports': {
    es: 'Se esperaba que {file} exportara {count, plural, one {esta función} other {estas # funciones}}: {names}. Comprueba el nombre exacto y la palabra `export`.',
    en: 'Expected {file} to export {count, plural, one {this function} other {these # functions}}: {names}. Check the exact name and the word `export`.',
  },
  'expect.gradient': {
    es: 'El gradiente no coincide con las diferencias finitas de tu propia función: en {at} se esperaba {expected}, pero llegó {received}. Deriva a mano ese término y compáralo con tu código.',
    en: 'The gradient does not agree with the finite differences of your own function: at {at} expected {expected}, but got {received}. Derive that term by hand and compare it with your code.',
  },
  'law.zero-initial-state': {
    es: 'Sin estado inicial se esperaba lo mismo que con un estado de ceros, pero en {at} difieren. Si no llega ninguno, empieza con ceros.',
    en: 'Without an initial state expected the same as with a state of zeros, but at {at} they differ. Where none is given, start from zeros.',
  },
  'law.initial-state-ignored': {
    es: 'Se esperaba que el estado inicial {state} cambiara el resultado, pero no influye. ¿Empiezas siempre desde ceros?',
    en: 'Expected the initial state {state} to change the result, but it has no effect. Do you always start from zeros?',
  },
  'law.split': {
    es: 'Partir la secuencia después de {cut, plural, one {# paso} other {# pasos}} y continuar con el último estado debía dar lo mismo, pero en {at} difiere. Revisa qué estado pasa de un paso al siguiente.',
    en: 'Splitting the sequence after {cut, plural, one {# step} other {# steps}} and going on from the last state should give the same, but at {at} it differs. Check which state goes from one step to the next.',
  },
  'law.batch': {
    es: 'La columna {column} del lote, calculada sola, debía dar lo mismo que dentro del lote, pero en {at} difiere. Alguna operación mezcla columnas (una suma o una media sobre el eje equivocado).',
    en: 'Column {column} of the batch, computed alone, should give the same as within the batch, but at {at} it differs. Some operation mixes columns (a sum or mean over the wrong axis).',
  },
  'law.permutation': {
    es: 'Al cambiar el orden de las columnas del lote, los resultados debían cambiar de orden igual, pero en {at} no es así. Cada columna se calcula sin mirar las demás ni su posición.',
    en: 'Permuting the columns of the batch should permute the results, but at {at} it does not. Every column is computed without looking at the others or at its place.',
  },
  'law.one-step': {
    es: 'Con una sola entrada y sin estado inicial, {at} debía valer lo mismo que al principio de una secuencia más larga, y no es así. ¿De dónde sacas el tamaño del lote?',
    en: 'With a single input and no initial state {at} should be what it is at the start of a longer sequence, and is not. Where do you take the batch size from?',
  },
  'law.causality': {
    es: 'Al cambiar x en el paso {step}, los pasos anteriores debían quedar igual, pero {at} cambió. ¿Recorres la secuencia en el orden correcto?',
    en: 'After changing x at step {step} the earlier steps should stay as they were, but {at} changed. Do you walk the sequence in the right order?',
  },
  'law.input-has-no-effect': {
    es: 'Al cambiar x en el paso {step} debía cambiar {at}, pero queda igual. ¿Se usa la entrada, y pasa el estado de un paso al siguiente?',
    en: 'After changing x at step {step}, {at} should change, but it stays the same. Is the input used, and is the state carried from step to step?',
  },
  'law.argument-changed': {
    es: '`{fn}` debía dejar sus argumentos como estaban, pero cambió {at}. En ml-matrix `a.add(b)` modifica `a`; usa `Matrix.add(a, b)` o `a.clone()`.',
    en: '`{fn}` should leave its arguments as they were, but it changed {at}. In ml-matrix `a.add(b)` changes `a`; use `Matrix.add(a, b)` or `a.clone()`.',
  },
  'law.deterministic': {
    es: 'Con las mismas entradas se esperaba el mismo resultado, pero la segunda vez {at} es distinto. ¿Guardas algo entre llamadas o usas números al azar?',
    en: 'Expected the same result for the same inputs, but the second time {at} is different. Do you keep something between calls, or use random numbers?',
  },
  'law.state-out-of-range': {
    es: 'Se esperaba que h no pasara de 1 ni de su valor inicial, porque sale de una tanh, pero hay valores mayores. ¿Pasa por la tanh todo lo que debe?',
    en: 'Expected h to stay below 1 or its initial value, since it comes out of a tanh, but there are larger values. Does everything that should go through the tanh?',
  },
  'law.constant': {
    es: 'Se esperaba que {key} dependiera de la entrada, pero vale siempre lo mismo. ¿Devuelves lo que calculas?',
    en: 'Expected {key} to depend on the input, but it is always the same. Do you return what you compute?',
  },
  'init.bias': {
    es: 'Se esperaba que {name} empezara en {value}, pero en {at} no es así. Ese valor no se saca al azar.',
    en: 'Expected {name} to start at {value}, but at {at} it does not. That value is not drawn.',
  },
  'init.seed-ignored': {
    es: 'Se esperaba que `{fn}` diera los mismos pesos con la misma semilla, pero {at} cambia. Saca todos los números del generador con semilla, no de `Math.random`.',
    en: 'Expected `{fn}` to give the same weights for the same seed, but {at} changes. Draw every number from the seeded generator, not from `Math.random`.',
  },
  'init.same-for-every-seed': {
    es: 'Se esperaba que `{fn}` diera otros pesos con otra semilla, pero {name} es igual. ¿Usas el argumento `seed`?',
    en: 'Expected `{fn}` to give other weights for another seed, but {name} is the same. Do you use the `seed` argument?',
  },
  'init.scale': {
    es: 'Se esperaba en {name} una desviación típica de {expected}, pero es {received}. Revisa la raíz y qué tamaños entran en ella.',
    en: 'Expected a standard deviation of {expected} in {name}, but it is {received}. Check the root and which sizes go into it.',
  },
  'init.mean': {
    es: 'Se esperaba en {name} una media de 0, pero es {received}. Los pesos deben ser positivos y negativos por igual.',
    en: 'Expected a mean of 0 in {name}, but it is {received}. Weights must be positive and negative alike.',
  },
  'init.shared-stream': {
    es: 'Se esperaban números distintos en cada matriz, pero {name} repite los de {other}. Crea el generador una sola vez y sigue sacando de él.',
    en: 'Expected different numbers in every matrix, but {name} repeats those of {other}. Create the generator once and keep drawing from it.',
  },
  'count.wrong': {
    es: '{call}: el número de parámetros no coincide. Cuenta cada matriz (filas × columnas) y un sesgo por bloque, sin capa de salida.',
    en: '{call}: the number of parameters does not agree. Count every matrix (rows × columns) and one bias per block, without an output layer.',
  },
  'count.two-biases': {
    es: '{call}: ese número cuenta dos sesgos por bloque, como los guarda PyTorch (b_ih y b_hh); aquí hay uno solo.',
    en: '{call}: that number counts two biases per block, as PyTorch stores them (b_ih and b_hh); here there is only one.',
  },
  'backward.forward-constant': {
    es: 'Se esperaba que el resultado de `{fn}` dependiera de sus argumentos, pero es constante: no hay gradiente que comprobar.',
    en: 'Expected the result of `{fn}` to depend on its arguments, but it is constant: there is no gradient to check.',
  },
  'backward.not-additive': {
    es: 'El gradiente de toda la secuencia debía ser la suma de lo que aporta cada dhs[t], pero en {at} no lo es. ¿Acumulas con += y sumas el gradiente que viene del futuro?',
    en: 'The gradient of the whole sequence should be the sum of what each dhs[t] brings, but at {at} it is not. Do you accumulate with +=, and add the gradient that comes from the future?',
  },
  'backward.caches-changed': {
    es: 'La segunda vez con las mismas cachés se esperaba el mismo gradiente, pero {at} cambió: el paso hacia atrás modifica las cachés. Trabaja con copias.',
    en: 'Expected the same gradient the second time for the same caches, but {at} changed: the backward pass changes the caches. Work on copies.',
  },
} as const satisfies Messages
