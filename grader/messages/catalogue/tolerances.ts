import type { Messages } from '../language.ts'

/** What the audit of the tolerances says. */
export const tolerances = {
  'help.tolerances': {
    es: 'mide cuánto margen deja cada tolerancia al código correcto, en cada motor',
    en: 'measure how much room every tolerance leaves right code, on every backend',
  },
  'help.tolerances-cases': {
    es: 'con --tolerances: casos al azar por línea',
    en: 'with --tolerances: random cases a line',
  },
  'tolerances.title': {
    es: 'Tolerancias · el peor error de código correcto en {cases} casos al azar, semilla {seed}',
    en: 'Tolerances · the worst error of right code over {cases} random cases, seed {seed}',
  },
  'tolerances.column-name': { es: 'tolerancia', en: 'tolerance' },
  'tolerances.column-tolerance': { es: 'vale', en: 'is' },
  'tolerances.column-what': { es: 'para', en: 'for' },
  'tolerances.column-engine': { es: 'con', en: 'on' },
  'tolerances.column-error': { es: 'peor error', en: 'worst error' },
  'tolerances.column-margin': { es: 'margen', en: 'margin' },
  'tolerances.rnn-all': {
    es: 'RNN: estados, logits, pérdida y gradientes, con otro orden de sumas',
    en: 'RNN: states, logits, loss and gradients, sums in another order',
  },
  'tolerances.lstm-all': {
    es: 'LSTM: cachés, variantes y gradientes, con otro orden de sumas',
    en: 'LSTM: caches, variants and gradients, sums in another order',
  },
  'tolerances.gru-all': {
    es: 'GRU: cachés, variante y gradientes, con otro orden de sumas',
    en: 'GRU: caches, variant and gradients, sums in another order',
  },
  'tolerances.sigmoid': { es: 'otras tres sigmoides estables', en: 'three other stable sigmoids' },
  'tolerances.softmax': {
    es: 'otras dos softmax estables y otra entropía cruzada',
    en: 'two other stable softmaxes and another cross-entropy',
  },
  'tolerances.rnn-slopes': {
    es: 'RNN: gradientes contra diferencias finitas',
    en: 'RNN: gradients against finite differences',
  },
  'tolerances.lstm-slopes': {
    es: 'LSTM: gradientes contra diferencias finitas, también de entradas y estados',
    en: 'LSTM: gradients against finite differences, inputs and states too',
  },
  'tolerances.gru-slopes': {
    es: 'GRU: gradientes contra diferencias finitas, también de entradas y estados',
    en: 'GRU: gradients against finite differences, inputs and states too',
  },
  'tolerances.direction': {
    es: 'RNN: derivada direccional contra diferencias finitas',
    en: 'RNN: directional derivative against finite differences',
  },
  'tolerances.clipping': {
    es: 'recorte con max/(norma + 1e-6) contra max/norma',
    en: 'clipping by max/(norm + 1e-6) against max/norm',
  },
  'tolerances.curve': {
    es: 'RNN: pérdidas de 200 épocas, con otro orden de sumas',
    en: 'RNN: losses of 200 epochs, sums in another order',
  },
  'tolerances.clipped-training': {
    es: 'RNN: doce pasos recortados, de las dos maneras',
    en: 'RNN: twelve clipped steps, either way',
  },
  'tolerances.powers': {
    es: 'normas de 50 potencias de una gaussiana, por la izquierda y por la derecha',
    en: 'norms of 50 powers of a Gaussian, from the left and from the right',
  },
  'tolerances.orthogonal': {
    es: 'normas de 50 potencias de s·Q contra sᵏ·√H',
    en: 'norms of 50 powers of s·Q against sᵏ·√H',
  },
  'tolerances.rnn-states': { es: 'RNN: estados, logits y pérdida', en: 'RNN: states, logits and loss' },
  'tolerances.lstm-states': { es: 'LSTM: estados h y c', en: 'LSTM: states h and c' },
  'tolerances.gru-states': { es: 'GRU: estados', en: 'GRU: states' },
  'tolerances.stack': { es: 'de 2 a 4 LSTM apiladas: estados', en: '2 to 4 stacked LSTMs: states' },
  'tolerances.activations': { es: 'sigmoide y softmax', en: 'sigmoid and softmax' },
  'tolerances.progress': { es: '{engine} · {what}', en: '{engine} · {what}' },
  'tolerances.absent': {
    es: 'El motor «{backend}» no se puede usar aquí: no se ha medido.',
    en: 'The backend "{backend}" cannot be used here: it was not measured.',
  },
  'tolerances.narrow': {
    es: '{tolerance} ({is}) deja al código correcto un margen de {margin}, y debe ser al menos {least}: {what}, con {engine}. Bastaría {needed}; mira antes si lo que se compara está bien escalado.',
    en: '{tolerance} ({is}) leaves right code a margin of {margin}, and it must be at least {least}: {what}, on {engine}. {needed} would do; see first whether what is compared is well scaled.',
  },
  'tolerances.passed': {
    es: 'Todas las tolerancias dejan margen: el menor es {margin}, y se piden {least}.',
    en: 'All tolerances leave room: the smallest margin is {margin}, and {least} is asked for.',
  },
  'tolerances.failed': {
    es: '{count, plural, one {# línea no llega} other {# líneas no llegan}} a un margen de {least}: el menor es {margin}.',
    en: '{count, plural, one {# line has} other {# lines have}} less than a margin of {least}: the smallest is {margin}.',
  },
} as const satisfies Messages
