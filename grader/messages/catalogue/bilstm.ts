import type { Messages } from '../language.ts'

/** What was wrong with a bidirectional LSTM. */
export const bilstm = {
  'bilstm.halves-summed': {
    es: "En `{fn}` se esperaba {expected}, pero hay {received}: las dos mitades se suman o se promedian. Se concatenan (`mergeMode: ''concat''`), y lo que viene después ve 2H números.",
    en: "In `{fn}` expected {expected}, but there is {received}: the two halves are added or averaged. They are concatenated (`mergeMode: ''concat''`), and what follows sees 2H numbers.",
  },
  'bilstm.directions': {
    es: 'Al cambiar x en el paso {step}, la mitad {half, select, forward {hacia delante (columnas 0…H-1)} other {hacia atrás (columnas H…2H-1)}} debía {reached, select, true {cambiar} other {quedar igual}} en el paso {at}, y no es así. La primera mitad lee del principio al final; la segunda, del final al principio, y sus estados se dan en el orden del tiempo.',
    en: 'After changing x at step {step}, the {half, select, forward {forward half (columns 0…H-1)} other {backward half (columns H…2H-1)}} should {reached, select, true {change} other {stay as it was}} at step {at}, and it does not. The first half reads from beginning to end; the second from end to beginning, and its states are given in the order of time.',
  },
  'bilstm.embedding': {
    es: 'Se esperaba que el modelo de `{fn}` empezara por un embedding de {expected} (vocabSize × embedDim), pero sus primeros pesos son {received}. La primera capa es `tf.layers.embedding`.',
    en: 'Expected the model of `{fn}` to begin with an embedding of {expected} (vocabSize × embedDim), but its first weights are {received}. The first layer is `tf.layers.embedding`.',
  },
  'bilstm.halves': {
    es: 'En `{fn}` se esperaban {expected} LSTM, en cada capa una que lee hacia delante y otra hacia atrás, pero hay {received} o no van por parejas. Usa `tf.layers.bidirectional`.',
    en: 'In `{fn}` expected {expected} LSTMs, in each layer one that reads forwards and one backwards, but there are {received}, or they are no pairs. Use `tf.layers.bidirectional`.',
  },
  'bilstm.half-weights': {
    es: 'En `{fn}` se esperaban pesos de formas {expected}, pero hay {received}. Las formas salen de los tamaños de la configuración.',
    en: 'In `{fn}` expected weights of the shapes {expected}, but there are {received}. The shapes follow from the sizes of the configuration.',
  },
  'bilstm.probabilities': {
    es: 'En `{fn}` se esperaban probabilidades que sumaran 1, pero suman {total}, o hay alguna que no es positiva. La última capa es densa, con `softmax`.',
    en: 'In `{fn}` expected probabilities that add up to 1, but they add up to {total}, or some are not positive. The last layer is dense, with `softmax`.',
  },
  'bilstm.depends-on-length': {
    es: 'En `{fn}` se esperaban pesos de las mismas formas para cualquier `maxLen`, pero cambian con él. Ninguna capa necesita saber cuánto mide el texto.',
    en: 'In `{fn}` expected weights of the same shapes for any `maxLen`, but they change with it. No layer needs to know how long the text is.',
  },
  'bilstm.reads-padding': {
    es: 'Un texto de {words, plural, one {# palabra} other {# palabras}}, rellenado hasta {short} o hasta {long}, debía dar lo mismo ({expected}), pero da {received}. Enmascara el relleno: `maskZero` en el embedding, y después solo capas que dejen pasar la máscara.',
    en: 'A text of {words, plural, one {# word} other {# words}}, padded to {short} or to {long}, should give the same ({expected}), but gives {received}. Mask the padding: `maskZero` in the embedding, and after it only layers that let the mask through.',
  },
  'bilstm.no-dropout': {
    es: 'Con `dropout: 0.5` el modelo de `{fn}` da lo mismo al entrenar que al predecir. Pon una capa `tf.layers.dropout` después de cada capa bidireccional.',
    en: 'With `dropout: 0.5` the model of `{fn}` gives the same in training as in prediction. Put a `tf.layers.dropout` layer after every bidirectional layer.',
  },
  'bilstm.dropout-anyway': {
    es: 'Con `dropout: 0` el modelo de `{fn}` debía dar lo mismo al entrenar que al predecir, pero cambia. La tasa es `config.dropout`, no un número fijo.',
    en: 'With `dropout: 0` the model of `{fn}` should give the same in training as in prediction, but it changes. The rate is `config.dropout`, not a fixed number.',
  },
  'bilstm.last-step-of-backward': {
    es: 'Con la otra mitad apagada, la que lee hacia {half, select, forward {delante} other {atrás}} no nota que cambie la {end, select, first {primera} other {última}} palabra: al clasificador le llega antes de leer el texto entero. En `out[:, -1, :]` la mitad hacia atrás ha leído una sola palabra; toma el último estado de cada mitad (`returnSequences: false` en la capa de arriba).',
    en: 'With the other half switched off, the one that reads {half, select, forward {forwards} other {backwards}} does not notice a change of the {end, select, first {first} other {last}} word: the classifier gets it before it has read the whole text. In `out[:, -1, :]` the backward half has read a single word; take the last state of each half (`returnSequences: false` in the top layer).',
  },
} satisfies Messages
