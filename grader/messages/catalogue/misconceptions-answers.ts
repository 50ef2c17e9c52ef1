import type { Messages } from '../language.ts'

/** What an answer to a question shows that no code shows, and which formula to look at; never the answer. */
export const answerMisconceptions = {
  'misconception.comprension.one-weight-per-position': {
    es: 'La cuenta crece con la longitud T, como si cada posición tuviera sus pesos: una RNN usa los mismos en todos los instantes, y T no entra en dH + H² + H.',
    en: 'The count grows with the length T, as if each position had weights of its own: an RNN uses the same ones at every step, and T is not in dH + H² + H.',
  },
  'misconception.comprension.spectral-for-frobenius': {
    es: 'Ese es el mayor valor singular de la potencia, su norma espectral. La de Frobenius suma los cuadrados de todos, y aquí hay H iguales: mira cuánto vale ya la de la identidad.',
    en: 'That is the largest singular value of the power, its spectral norm. The Frobenius norm adds up the squares of all of them, and there are H equal ones here: see what that of the identity is.',
  },
  'misconception.comprension.frobenius-without-root': {
    es: 'La norma de Frobenius es la raíz de una suma de cuadrados: con H valores singulares iguales, crece como la raíz de H y no como H.',
    en: 'The Frobenius norm is the root of a sum of squares: with H equal singular values it grows as the root of H, not as H.',
  },
  'misconception.comprension.count-as-rnn': {
    es: 'Esa es la cuenta de un solo bloque, la de una RNN simple: una LSTM tiene uno por cada puerta y otro para la candidata.',
    en: 'That is the count of a single block, that of a simple RNN: an LSTM has one for each gate and another for the candidate.',
  },
  'misconception.comprension.one-step-only': {
    es: 'Eso es lo que queda tras un solo paso: cada paso multiplica otra vez por f.',
    en: 'That is what is left after a single step: each step multiplies by f again.',
  },
  'misconception.comprension.lost-not-left': {
    es: 'Eso es lo que se ha perdido: se pregunta por lo que queda, que es un producto de puertas f.',
    en: 'That is what has been lost: the question is what is left, which is a product of gates f.',
  },
  'misconception.comprension.without-embedding': {
    es: 'Falta el embedding en la cuenta: su tabla tiene una fila de E números por palabra del vocabulario, y se aprenden.',
    en: 'The embedding is not in the count: its table has a row of E numbers for each word of the vocabulary, and they are learnt.',
  },
  'misconception.comprension.validation-for-test': {
    es: 'Ese es el tamaño de la validación: la prueba es lo que queda al quitar las otras dos partes, y no siempre mide lo mismo.',
    en: 'That is the size of the validation part: the test is what is left when the other two are taken away, which is not always the same.',
  },
  'misconception.comprension.split-before-windows': {
    es: 'Se repartió primero la serie y después se hicieron las ventanas: aquí los pares se forman con la serie entera, N = n − w − h + 1, y se reparten ellos.',
    en: 'The series was split first and the windows were made afterwards: here the pairs are made from the whole series, N = n − w − h + 1, and they are what is split.',
  },
  'misconception.comprension.whole-not-difference': {
    es: 'Ese es el total de uno de los dos modelos, sin su salida: se pregunta por la diferencia, que es un bloque por capa.',
    en: 'That is the total of one of the two models, without its output: the question is their difference, which is one block a layer.',
  },
  'misconception.comprension.weights-before-activation': {
    es: 'Whh entra un paso más tarde: entre h y a solo está la tanh, elemento a elemento, y su derivada se escribe con h.',
    en: 'Whh comes in one step later: between h and a there is only tanh, element by element, and its derivative is written with h.',
  },
  'misconception.comprension.singular-value-as-rate': {
    es: 'El mayor valor singular solo acota la norma: ‖W^k‖ ≤ σ₁^k. A la larga manda el radio espectral, que en una matriz que no es ortogonal suele ser menor.',
    en: 'The largest singular value is only a bound: ‖W^k‖ ≤ σ₁^k. In the long run the spectral radius decides, which is less for most matrices that are not orthogonal.',
  },
  'misconception.comprension.singular-value-explodes': {
    es: 'Que σ₁ llegue a 1 es necesario para que la norma crezca, y no suficiente: con σ₁ = 1 la cota ‖W^k‖ ≤ σ₁^k ya no deja que pase de su valor inicial.',
    en: 'That σ₁ reaches 1 is necessary for the norm to grow, and not sufficient: with σ₁ = 1 the bound ‖W^k‖ ≤ σ₁^k already keeps it from passing its first value.',
  },
  'misconception.comprension.any-random-matrix-vanishes': {
    es: 'La escala sí importa: multiplicar W por s multiplica su radio espectral por s, y por encima de 1 las potencias crecen.',
    en: 'The scale does matter: multiplying W by s multiplies its spectral radius by s, and above 1 the powers grow.',
  },
  'misconception.comprension.forget-gate-inverted': {
    es: 'La puerta de olvido dice cuánto se conserva, no cuánto se borra: en c(t) = f ⊙ c(t-1) + i ⊙ c̃, f multiplica a lo viejo.',
    en: 'The forget gate says how much is kept, not how much is erased: in c(t) = f ⊙ c(t-1) + i ⊙ c̃, f multiplies what is old.',
  },
  'misconception.comprension.erase-also-writes': {
    es: 'Así se borra, y además se escribe: i multiplica a la candidata en c(t) = f ⊙ c(t-1) + i ⊙ c̃. En la celda del laboratorio las dos puertas son independientes.',
    en: 'That erases, and writes as well: i multiplies the candidate in c(t) = f ⊙ c(t-1) + i ⊙ c̃. In the cell of this lab the two gates are independent.',
  },
  'misconception.comprension.output-only-hides': {
    es: 'La puerta de salida solo esconde la celda en h(t) = o ⊙ tanh(c(t)): lo guardado sigue ahí para los pasos siguientes.',
    en: 'The output gate only hides the cell in h(t) = o ⊙ tanh(c(t)): what was kept is still there for the next steps.',
  },
  'misconception.comprension.gate-derivative-in-cell-path': {
    es: 'El factor f ⊙ (1 − f) es la derivada de la sigmoide: sale al ir de f a sus pesos. Por el camino directo, c(t) = f ⊙ c(t-1) + …, f es un número fijo que multiplica.',
    en: 'The factor f ⊙ (1 − f) is the derivative of the sigmoid: it comes up on the way from f to its weights. Along the direct path, c(t) = f ⊙ c(t-1) + …, f is a fixed factor.',
  },
  'misconception.comprension.weights-in-cell-path': {
    es: 'Por Wf pasa el gradiente que va por las puertas, hacia h(t-1) y x(t). El camino directo de la celda no cruza ninguna matriz de pesos.',
    en: 'Through Wf goes the gradient of the gates, to h(t-1) and x(t). The direct path of the cell crosses no matrix of weights.',
  },
  'misconception.comprension.lstm-never-vanishes': {
    es: 'El gradiente de la celda se multiplica por f en cada paso: donde f es pequeña, se apaga igual. La LSTM lo mitiga mientras f está cerca de 1.',
    en: 'The gradient of the cell is multiplied by f at each step: where f is small it dies all the same. The LSTM mitigates that as long as f is near 1.',
  },
  'misconception.comprension.lstm-never-explodes': {
    es: 'Por la celda el factor es f, que no pasa de 1; pero el gradiente también vuelve por h(t-1), a través de las matrices de pesos, y ahí puede crecer.',
    en: 'Along the cell the factor is f, which is 1 at most; but the gradient also comes back through h(t-1) and the matrices of weights, where it can grow.',
  },
  'misconception.comprension.forget-bias-lasts': {
    es: 'Con el sesgo en 1, f ≈ σ(1) ≈ 0.73, y el producto de cien puertas así es casi 0: es un buen comienzo, no una memoria sin pérdida.',
    en: 'With the bias at 1, f ≈ σ(1) ≈ 0.73, and the product of a hundred such gates is nearly 0: it is a good start, not a memory without loss.',
  },
  'misconception.comprension.zero-embedding-is-enough': {
    es: 'Aunque la entrada sea 0, el paso se da: quedan Whh · h, los sesgos y las puertas, y el estado cambia.',
    en: 'Even when the input is 0 the step is made: Whh · h, the biases and the gates are left, and the state changes.',
  },
  'misconception.comprension.padding-as-unknown': {
    es: 'Con otro índice el relleno se sigue leyendo, y ahora además como palabras desconocidas: hay que saltarlo, no llamarlo de otra forma.',
    en: 'With another index the padding is still read, and now as unknown words: it has to be skipped, not renamed.',
  },
  'misconception.comprension.scaler-per-window': {
    es: 'El objetivo no se conoce al predecir, así que no puede entrar en la escala: z = (x − media) / desviación usa las de la parte de entrenamiento.',
    en: 'The target is not known when one predicts, so that it cannot enter the scale: z = (x − mean) / deviation uses those of the training part.',
  },
  'misconception.comprension.backward-count': {
    es: 'Cuenta desde el otro extremo: la mitad que va hacia atrás empieza por el último token, y su estado en un índice ya incluye el token de ese índice.',
    en: 'Count from the other end: the half that goes backwards begins at the last token, and its state at an index already includes the token of that index.',
  },
  'misconception.comprension.needs-the-future': {
    es: 'Una BiLSTM lee también de atrás hacia delante, así que necesita la secuencia completa: en tiempo real el futuro todavía no ha llegado.',
    en: 'A BiLSTM also reads from the end to the start, so that it needs the whole sequence: in real time the future has not come yet.',
  },
  'misconception.comprension.needs-the-recording': {
    es: 'La atención sobre la grabación completa necesita que haya terminado, y su coste crece con el cuadrado de la longitud: mira qué hay en cada momento y qué cabe en el aparato.',
    en: 'Attention over the whole recording needs it to be over, and costs the square of its length: see what there is at each moment and what fits into the device.',
  },
  'misconception.comprension.fewest-parameters': {
    es: 'Pocos parámetros no bastan: en una RNN simple el gradiente de 50 pasos atrás se multiplica 50 veces por Whh y por la derivada de tanh.',
    en: 'Few parameters are not enough: in a simple RNN the gradient of 50 steps back is multiplied 50 times by Whh and by the derivative of tanh.',
  },
  'misconception.comprension.aligned-as-unaligned': {
    es: 'Aquí cada entrada tiene su salida, en el mismo instante: no hay que esperar al final ni cambia la longitud.',
    en: 'Here each input has an output, at the same step: there is no waiting for the end, and the length stays.',
  },
  'misconception.comprension.unaligned-as-aligned': {
    es: 'Aquí las salidas no van una a una con las entradas: la longitud puede ser otra, y primero se lee y después se escribe.',
    en: 'Here outputs do not go one by one with inputs: the length may differ, and one reads first and writes afterwards.',
  },
  'misconception.comprension.input-kind': {
    es: 'Mira lo que entra: ¿un solo dato, o una secuencia que se lee en orden?',
    en: 'Look at what goes in: a single thing, or a sequence that is read in order?',
  },
  'misconception.comprension.output-kind': {
    es: 'Mira lo que sale: ¿una sola respuesta, o una secuencia?',
    en: 'Look at what comes out: a single answer, or a sequence?',
  },
} as const satisfies Messages
