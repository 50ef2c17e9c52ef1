import type { Messages } from '../language.ts'

/** Sentences of single checks of the from-scratch deliverables. */
export const cells = {
  'rnn.softmax-columns': {
    es: 'Se esperaba que cada columna sumara 1, pero en {at} no es así. Se normaliza sobre las clases (filas), columna por columna.',
    en: 'Expected every column to sum to 1, but at {at} it does not. Normalise over the classes (rows), column by column.',
  },
  'rnn.cross-entropy': {
    es: 'La entropía cruzada es la media de −ln p(clase correcta) sobre las columnas, y la tuya no coincide. ¿Sumas en vez de promediar, o tomas otra fila?',
    en: 'Cross-entropy is the mean of −ln p(right class) over the columns, and yours does not agree. Do you sum instead of averaging, or take another row?',
  },
  'rnn.cross-entropy-infinite': {
    es: 'Con probabilidad 0 en la clase correcta se esperaba una pérdida grande y finita, pero llegó {received}. Acota la probabilidad por abajo antes del logaritmo.',
    en: 'With probability 0 for the right class expected a large finite loss, but got {received}. Bound the probability from below before the logarithm.',
  },
  'rnn.loss-constant': {
    es: 'Se esperaba que la pérdida y los gradientes dependieran de todos los parámetros, pero alguno no influye. Sigue cada matriz desde los datos hasta la pérdida.',
    en: 'Expected the loss and gradients to depend on every parameter, but one has no effect. Follow every matrix from the data to the loss.',
  },
  'rnn.directional-derivative': {
    es: 'En una dirección al azar, la pendiente de la pérdida que predice el gradiente debía ser la medida, pero es otra. Busca con diferencias finitas qué matriz se aparta.',
    en: 'Along a random direction the slope of the loss that the gradient predicts should be the measured one, but it is another. Find by finite differences which matrix is off.',
  },
  'rnn.one-step-recurrent-gradient': {
    es: 'Con T = 1 y estado inicial cero, el gradiente de Whh debía ser exactamente 0: Whh multiplica a h₀ = 0. ¿Usas h_t donde va h_(t−1)?',
    en: 'With T = 1 and a zero initial state the gradient of Whh should be exactly 0: Whh multiplies h₀ = 0. Do you use h_t where h_(t−1) belongs?',
  },
  'rnn.batch-mean': {
    es: 'Al repetir el lote dos veces la pérdida y los gradientes debían quedar igual, porque son medias, pero {at} cambió. Divide por el tamaño del lote.',
    en: 'Repeating the batch twice should leave the loss and gradients as they were, since they are means, but {at} changed. Divide by the batch size.',
  },
  'rnn.clip-norm': {
    es: 'Se esperaba la norma global de antes de recortar: la raíz de la suma de los cuadrados de todas las matrices juntas. ¿Devuelves la de una sola, o la de después?',
    en: 'Expected the global norm before clipping: the root of the sum of squares over all matrices together. Do you return that of a single one, or the one after?',
  },
  'rnn.clip-direction': {
    es: 'Al recortar se esperaba el mismo factor para todas las matrices, pero en {at} es otro. Recortar entrada por entrada, o matriz por matriz, cambia la dirección.',
    en: 'Expected clipping to use the same factor for every matrix, but at {at} it is another. Clipping entry by entry, or matrix by matrix, changes the direction.',
  },
  'rnn.clip-always': {
    es: 'La norma está por debajo del umbral: se esperaban los gradientes tal cual, pero {at} cambió. Recorta solo cuando la norma pasa del umbral.',
    en: 'The norm is below the threshold: expected the gradients as they are, but {at} changed. Clip only when the norm is above the threshold.',
  },
  'rnn.clip-never': {
    es: 'Se esperaba que `clipByGlobalNorm` redujera los gradientes cuya norma pasa del umbral y les dejara el signo, pero no es así. Multiplícalos todos por maxNorm / norma.',
    en: 'Expected `clipByGlobalNorm` to shrink gradients whose norm exceeds the threshold and to keep their signs, but it does not. Multiply them all by maxNorm / norm.',
  },
  'rnn.sgd-still': {
    es: 'Se esperaba que `sgdStep` moviera los parámetros a lo largo de sus gradientes, pero no es así. Resta tasa · gradiente a cada uno.',
    en: 'Expected `sgdStep` to move the parameters along their gradients, but it does not. Subtract rate · gradient from each.',
  },
  'rnn.sgd': {
    es: 'Se esperaba parámetro − tasa · gradiente, pero en {at} no es así. Mira el signo y que entren todos los parámetros.',
    en: 'Expected parameter − rate · gradient, but at {at} it is not. Look at the sign, and that every parameter takes part.',
  },
  'rnn.first-loss': {
    es: 'La primera pérdida debía ser la de antes de actualizar, ln 2 ≈ 0.693 con estos pesos diminutos y dos clases, pero es otra. Anótala antes de cambiar los pesos.',
    en: 'The first loss should be the one before any update, ln 2 ≈ 0.693 with these tiny weights and two classes, but it is another. Note it down before the weights change.',
  },
  'rnn.train-learns': {
    es: 'Se esperaba una pérdida menor que 0.05 tras 200 épocas, pero quedó en {last}. Comprueba antes los gradientes y el signo de la actualización.',
    en: 'Expected a loss below 0.05 after 200 epochs, but it ended at {last}. First check the gradients and the sign of the update.',
  },
  'rnn.gradient-norms': {
    es: 'Con s = {s} y Q ortogonal se esperaba la norma de Frobenius sᵏ·√H, pero en {at} es otra. La primera (k = 0) es la de la identidad.',
    en: 'With s = {s} and Q orthogonal expected the Frobenius norm sᵏ·√H, but at {at} it is another. The first (k = 0) is that of the identity.',
  },
  'lstm.sigmoid-limits': {
    es: 'Se esperaba que la sigmoide tendiera a 1 y a 0 en los extremos y valiera 0.5 en 0, pero no es así. Con números grandes la exponencial se desborda: mira qué queda entonces.',
    en: 'Expected the sigmoid to tend to 1 and 0 at the ends and to be 0.5 at 0, but it does not. With large numbers the exponential overflows: see what is left then.',
  },
  'lstm.memory-lost': {
    es: 'Con olvido abierto (f ≈ 1) y entrada cerrada (i ≈ 0) la celda debía guardar su valor, pero en {at} lo perdió. ¿Pasa c de un paso al siguiente, multiplicada por f?',
    en: 'With the forget gate open (f ≈ 1) and the input gate shut (i ≈ 0) the cell should keep its value, but at {at} it was lost. Is c carried from step to step, multiplied by f?',
  },
} as const satisfies Messages
