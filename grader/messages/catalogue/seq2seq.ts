import type { Messages } from '../language.ts'

/** Sentences of the checks of the encoder-decoder. */
export const seq2seq = {
  'seq2seq.shape': {
    es: 'En {at} se esperaba la forma {expected}, pero llegó {received}. La salida es (lote, targetLength, outputSize): tantos pasos como se piden, mida lo que mida la fuente.',
    en: 'At {at} expected the shape {expected}, but got {received}. The output is (batch, targetLength, outputSize): as many steps as are asked for, however long the source.',
  },
  'seq2seq.state-not-passed': {
    es: 'Con otra fuente la primera salida debía ser otra, pero es la misma. ¿Parte el decodificador del último estado (h y c) del codificador, o de ceros?',
    en: "With another source the first output should be another, but it is the same. Does the decoder start from the encoder's last state (h and c), or from zeros?",
  },
  'seq2seq.cell-state-not-passed': {
    es: 'Dos fuentes que dejan la misma h y otra c en el codificador dan las mismas salidas: al decodificador solo le llega h. El estado de una LSTM son los dos, h y c.',
    en: 'Two sources that leave the same h and another c in the encoder give the same outputs: only h reaches the decoder. The state of an LSTM is both, h and c.',
  },
  'seq2seq.hidden-state-not-passed': {
    es: 'Dos fuentes que dejan la misma c y otra h en el codificador dan las mismas salidas: al decodificador solo le llega c. El estado de una LSTM son los dos, h y c.',
    en: 'Two sources that leave the same c and another h in the encoder give the same outputs: only c reaches the decoder. The state of an LSTM is both, h and c.',
  },
  'seq2seq.length-tied': {
    es: '{short, plural, one {El primer paso debía ser el mismo al pedir # que al pedir {long}, pero cambia} other {Los primeros # pasos debían ser los mismos al pedir # que al pedir {long}, pero cambian}}. El decodificador escribe paso a paso: lo que viene después no puede influir.',
    en: '{short, plural, one {The first step should be the same when # is asked for as when {long} are, but it changes} other {The first # steps should be the same when # are asked for as when {long} are, but they change}}. The decoder writes step by step: what comes later can have no influence.',
  },
  'seq2seq.order-ignored': {
    es: 'Con la fuente al revés se esperaba otra salida, pero es la misma. El codificador debe leer los pasos en orden, sin sumarlos ni promediarlos.',
    en: 'With the source backwards expected another output, but it is the same. The encoder must read the steps in order, without summing or averaging them.',
  },
  'seq2seq.step-ignored': {
    es: 'Cambiar el paso {step} de la fuente no cambia nada de lo que se escribe. ¿Lee el codificador la secuencia entera, del paso 0 al último?',
    en: 'Changing step {step} of the source changes nothing of what is written. Does the encoder read the whole sequence, from step 0 to the last?',
  },
  'seq2seq.batch': {
    es: 'La fila {row} del lote, sola, debía dar lo mismo que dentro del lote, pero difiere. Alguna operación mezcla filas (una suma o una media sobre el eje 0).',
    en: 'Row {row} of the batch, alone, should give the same as within the batch, but it differs. Some operation mixes rows (a sum or mean over axis 0).',
  },
  'seq2seq.loss': {
    es: 'Con objetivos de un paso y tasa de aprendizaje 0 se esperaba la pérdida {expected}, la media de (predict − objetivo)² sobre todos los números, pero llegó {received}. ¿Sumas en vez de promediar, o la primera entrada del decodificador no son ceros?',
    en: "For targets of one step and learning rate 0 expected the loss {expected}, the mean of (predict − target)² over all numbers, but got {received}. Do you sum instead of averaging, or is the decoder's first input not zeros?",
  },
  'seq2seq.loss-does-not-fall': {
    es: 'Se esperaba que la pérdida bajara al menos un 30 % en 10 épocas, pero va de {first} a {last}. ¿Llegan los gradientes a los pesos del codificador y del decodificador, y se aplican?',
    en: 'Expected the loss to fall by at least 30 % in 10 epochs, but it goes from {first} to {last}. Do the gradients reach the weights of the encoder and the decoder, and are they applied?',
  },
  'seq2seq.trained-free-running': {
    es: 'La pérdida de `fit` es la de `predict` contra el objetivo: al entrenar, el decodificador lee su propia salida. Con teacher forcing lee el objetivo desplazado un paso, con ceros delante.',
    en: 'The loss of `fit` is that of `predict` against the target: in training the decoder reads its own output. With teacher forcing it reads the target shifted by one step, zeros first.',
  },
  'seq2seq.not-what-it-reads': {
    es: 'Si el objetivo es lo que el modelo escribe solo, al entrenar el decodificador lee lo mismo que al predecir y la pérdida debía ser 0, pero es {loss}. Compara las dos entradas: en las dos van primero los ceros, y después lo escrito en el paso anterior.',
    en: 'If the target is what the model writes by itself, the decoder reads the same in training as in prediction and the loss should be 0, but it is {loss}. Compare the two inputs: in both, zeros come first and then what was written at the step before.',
  },
  'seq2seq.reads-ahead': {
    es: 'Al cambiar solo el último paso del objetivo se esperaba la pérdida {expected}, la de ese paso, pero llegó {received}: el decodificador lee el paso que tiene que escribir. Desplaza el objetivo a la derecha.',
    en: 'When only the last step of the target changes expected the loss {expected}, that of this step, but got {received}: the decoder reads the step that it has to write. Shift the target to the right.',
  },
  'seq2seq.peeks-at-target': {
    es: 'Con tasa de aprendizaje 0 entrenar no cambia los pesos, así que `predict` debía escribir lo mismo con cualquier objetivo, pero cambia: depende de lo que `fit` ha visto.',
    en: 'At learning rate 0 training does not change the weights, so `predict` should write the same whatever the target, but it changes: it depends on what `fit` has seen.',
  },
  'seq2seq.fit-changes-nothing': {
    es: 'Se esperaba que entrenar cambiara el modelo, pero sigue igual. `fit` cambia los mismos pesos que usa `predict`.',
    en: 'Expected training to change the model, but it stays as it was. `fit` changes the very weights that `predict` uses.',
  },
  'seq2seq.fit-not-repeatable': {
    es: 'El mismo modelo, entrenado dos veces con las mismas opciones, debía dar las mismas pérdidas, pero difieren. Saca el orden de los ejemplos de `createRandom(options.seed)`.',
    en: 'The same model, trained twice with the same options, should give the same losses, but they differ. Draw the order of the examples from `createRandom(options.seed)`.',
  },
  'seq2seq.order-not-seeded': {
    es: 'Con otra `options.seed` se esperaba otro orden de los ejemplos, y por tanto otras pérdidas, pero son iguales. ¿Los barajas en cada época?',
    en: 'With another `options.seed` expected another order of the examples, and so other losses, but they are equal. Do you shuffle them every epoch?',
  },
  'seq2seq.not-clipped': {
    es: 'Con `clipNorm` = 1e-12 el modelo apenas debía moverse, pero aprende: los gradientes no se recortan por su norma global antes de aplicarlos.',
    en: 'With `clipNorm` = 1e-12 the model should hardly move, but it learns: the gradients are not clipped by their global norm before they are applied.',
  },
  'seq2seq.small-batch': {
    es: 'Con un solo ejemplo, lotes de tres y tasa de aprendizaje 0 se esperaba la pérdida {expected}, la de ese ejemplo, pero llegó {received}. El último lote de una época puede estar incompleto, y también cuenta.',
    en: 'For a single example, batches of three and learning rate 0 expected the loss {expected}, that of the example, but got {received}. The last batch of an epoch may not be full, and counts all the same.',
  },
  'seq2seq.not-clipped-to-norm': {
    es: 'Con un error diez veces mayor el gradiente recortado debía medir lo mismo, `clipNorm`, y el paso ser igual, pero no lo es. Multiplica los gradientes por min(1, clipNorm / norma), con la norma de todos juntos: la raíz de la suma de sus cuadrados.',
    en: 'For ten times the error the clipped gradient should measure the same, `clipNorm`, and the step be equal, but it is not. Multiply the gradients by min(1, clipNorm / norm), with the norm of all together: the root of the sum of their squares.',
  },
  'seq2seq.not-decayed': {
    es: 'Con `weightDecay` se esperaba que las matrices encogieran en cada paso, y con ellas lo que escribe `predict`, pero no es más pequeño que sin él. Después de cada paso, multiplica cada matriz por 1 − learningRate · weightDecay.',
    en: 'With `weightDecay` expected the matrices to shrink at every step, and with them what `predict` writes, but it is no smaller than without it. After every step, multiply each matrix by 1 − learningRate · weightDecay.',
  },
  'seq2seq.decays-too-much': {
    es: 'Con learningRate 0.5 y weightDecay 0.002, cada paso debe dejar 999 milésimas de cada matriz, y `predict` casi como estaba; pero de su tamaño queda el {kept, number} %. Multiplica por 1 − learningRate · weightDecay, no por learningRate · weightDecay.',
    en: 'With learningRate 0.5 and weightDecay 0.002 every step should leave 999 thousandths of each matrix, and `predict` nearly as it was; but {kept, number} % of its size is left. Multiply by 1 − learningRate · weightDecay, not by learningRate · weightDecay.',
  },
  'seq2seq.decay-not-product': {
    es: 'Con learningRate 0.5 y weightDecay 0.2, o con 0.2 y 0.5, las matrices deben encoger lo mismo, pero no lo hacen: en cada paso pierden la parte learningRate · weightDecay.',
    en: 'With learningRate 0.5 and weightDecay 0.2, or with 0.2 and 0.5, the matrices should shrink alike, but they do not: at every step they lose the share learningRate · weightDecay.',
  },
  'seq2seq.tensors-left': {
    es: 'Entrenar otra vez el mismo modelo no debía dejar tensores, pero {count, plural, one {queda # más} other {quedan # más}}. Envuelve cada paso en `tf.tidy`, y libera con `dispose` el optimizador y lo que quede fuera.',
    en: 'Training the same model again should leave no tensors, but there {count, plural, one {is # more} other {are # more}}. Wrap every step in `tf.tidy`, and `dispose` of the optimiser and of what is left outside.',
  },
  'seq2seq.learns': {
    es: 'Se esperaba acertar al menos el {of} de los símbolos que no ha visto, pero acierta el {share}. Si la pérdida de entrenamiento es baja, mira si `predict` lee su propia salida anterior y lleva h y c de un paso al siguiente.',
    en: 'Expected at least {of} of the unseen symbols to be right, but {share} are. If the training loss is low, see whether `predict` reads its own last output and carries h and c from step to step.',
  },
  'measure.copy-accuracy': { es: 'Símbolos acertados al copiar', en: 'Symbols right when copying' },
  'measure.reverse-accuracy': { es: 'Símbolos acertados al invertir', en: 'Symbols right when reversing' },
} as const satisfies Messages
