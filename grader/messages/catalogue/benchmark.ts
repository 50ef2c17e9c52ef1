import type { Messages } from '../language.ts'

/** What was wrong with a measurement of the three recurrent networks. */
export const benchmark = {
  'benchmark.cells': {
    es: 'Se esperaba que el modelo de {model} tuviera las capas {expected}, pero tiene {received}. Son `numLayers` capas, todas de ese tipo.',
    en: 'Expected the model of {model} to have the layers {expected}, but it has {received}. They are `numLayers` layers, all of that kind.',
  },
  'benchmark.probabilities': {
    es: 'El modelo de {model} debía dar probabilidades que sumaran 1, pero suman {total}, o hay alguna que no es positiva. La última capa es densa, con `softmax`.',
    en: 'The model of {model} should give probabilities that add up to 1, but they add up to {total}, or some are not positive. The last layer is dense, with `softmax`.',
  },
  'benchmark.step-ignored': {
    es: 'Al cambiar la entrada en el paso {step}, la respuesta del modelo de {model} debía cambiar, y no cambia. La capa de arriba lee toda la secuencia y da su último estado.',
    en: 'After changing the input at step {step} the answer of the model of {model} should change, and it does not. The top layer reads the whole sequence and gives its last state.',
  },
  'benchmark.data-form': {
    es: 'En {at} de `makeBenchmarkData` se esperaba {expected}, con números finitos, pero llegó {received}. Los tamaños salen de la configuración.',
    en: 'At {at} of `makeBenchmarkData` expected {expected}, with finite numbers, but got {received}. The sizes come from the configuration.',
  },
  'benchmark.data-spread': {
    es: 'Se esperaban números normales estándar, de media y desviación {expected}, pero son {received}. ¿Los sacas de una distribución uniforme?',
    en: 'Expected standard normal numbers, of mean and deviation {expected}, but they are {received}. Do you draw them from a uniform distribution?',
  },
  'benchmark.data-repeated': {
    es: 'Los números de `xs` se repiten: cada uno sale de la secuencia aleatoria, también de un ejemplo a otro y de un paso al siguiente.',
    en: 'The numbers of `xs` repeat: each comes from the random stream, also from one example to the next and from one step to the next.',
  },
  'benchmark.data-classes': {
    es: 'Se esperaban clases igual de probables, pero la clase {class} sale {count} veces de {all}. Saca cada una al azar, entre 0 y outputSize − 1.',
    en: 'Expected classes of equal probability, but class {class} comes up {count} times out of {all}. Draw each at random, between 0 and outputSize − 1.',
  },
  'benchmark.rows': {
    es: 'Se esperaba una fila por modelo ({expected}), pero hay {received}. Mide los tres, una vez cada uno.',
    en: 'Expected one row per model ({expected}), but there are {received}. Measure all three, once each.',
  },
  'benchmark.params': {
    es: 'Se esperaban {expected} parámetros en {model}, pero dice {received}. Son los del modelo entero, con la capa densa: `model.countParams()`.',
    en: 'Expected {expected} parameters in {model}, but it says {received}. They are those of the whole model, the dense layer included: `model.countParams()`.',
  },
  'benchmark.params-with-torch-biases': {
    es: 'En {model} se esperaban {expected} parámetros y dice {received}, que cuenta dos sesgos por bloque, como los guarda PyTorch; en tfjs hay uno solo.',
    en: 'In {model} expected {expected} parameters and it says {received}, which counts two biases per block, as PyTorch stores them; in tfjs there is only one.',
  },
  'benchmark.gates': {
    es: 'Se esperaban {expected} puertas en {model}, pero dice {received}. El candidato no es una puerta.',
    en: 'Expected {expected} gates in {model}, but it says {received}. The candidate is no gate.',
  },
  'benchmark.cell-state': {
    es: 'Se esperaba `cellState` {expected} en {model}, pero dice {received}. Solo la LSTM tiene un estado aparte de h.',
    en: 'Expected `cellState` {expected} in {model}, but it says {received}. Only the LSTM has a state besides h.',
  },
  'benchmark.first-loss': {
    es: 'En {model} se esperaba una primera pérdida de {expected}, la de `buildRecurrentModel` con esos datos antes de actualizar nada, pero llegó {received}. ¿La mides después de un paso, o con otra semilla?',
    en: 'In {model} expected a first loss of {expected}, that of `buildRecurrentModel` on these data before any update, but got {received}. Do you measure it after a step, or with another seed?',
  },
  'benchmark.final-loss': {
    es: 'En {model} se esperaba una pérdida final de {expected}, la de después del último paso de Adam con tasa 0.001, pero llegó {received}. ¿Es la de antes del último paso, el calentamiento actualiza pesos, o cambian la tasa o el lote?',
    en: 'In {model} expected a final loss of {expected}, the one after the last step of Adam with rate 0.001, but got {received}. Is it the one before the last step, does the warm-up update weights, or do the rate or the batch differ?',
  },
  'benchmark.steps': {
    es: 'Con {steps} pasos y tres modelos se esperaban {expected} pasos de optimización, y como mucho tres más de calentamiento, pero hubo {received}. Da a cada modelo exactamente los pasos que pide la configuración.',
    en: 'With {steps} steps and three models expected {expected} optimiser steps, and at most three more to warm up, but there were {received}. Take exactly the steps that the configuration asks for with every model.',
  },
  'benchmark.model-not-trained': {
    es: 'En {model} la pérdida final es exactamente la primera: el modelo no se entrenó.',
    en: 'In {model} the final loss is exactly the first one: the model was not trained.',
  },
  'benchmark.loss-rises': {
    es: 'Con datos que se pueden aprender se esperaba que la pérdida de {model} bajara ({expected}), pero terminó en {received}. Mira el signo de la actualización y la tasa.',
    en: 'On data that can be learnt expected the loss of {model} to fall ({expected}), but it ended at {received}. Look at the sign of the update and at the rate.',
  },
  'benchmark.steps-ignored': {
    es: 'En {model} la pérdida final con {steps} pasos no es menor que con uno. ¿Se dan los pasos que dice la configuración?',
    en: 'In {model} the final loss after {steps} steps is not below that after one. Are as many steps taken as the configuration says?',
  },
  'benchmark.longer-than-the-call': {
    es: 'Los tiempos suman {received} s, pero toda la llamada duró menos ({expected} s). ¿Están en milisegundos?',
    en: 'The times add up to {received} s, but the whole call took less ({expected} s). Are they in milliseconds?',
  },
  'benchmark.time-outside-loop': {
    es: 'Con {steps} pasos dices {long} s y con uno solo {short} s: el tiempo no crece con los pasos. Pon en marcha el reloj justo antes del bucle de entrenamiento y páralo justo después.',
    en: 'With {steps} steps you say {long} s and with a single one {short} s: the time does not grow with the steps. Start the clock right before the training loop and stop it right after.',
  },
  'benchmark.artifact-missing': {
    es: 'Falta {file}. Mide con la configuración del enunciado y guarda ahí el resultado de `runBenchmark` tal cual.',
    en: '{file} is missing. Measure with the configuration of the handout and keep the result of `runBenchmark` there as it is.',
  },
  'benchmark.artifact-not-json': {
    es: '{file} no es JSON válido: el primer error está en {at} (línea:columna). Hazlo de nuevo con `npm run train -- benchmark`.',
    en: '{file} is not valid JSON: the first error is at {at} (line:column). Make it again with `npm run train -- benchmark`.',
  },
  'benchmark.artifact-too-large': {
    es: 'La configuración de artifacts/benchmark.json es demasiado grande para volver a medir la primera pérdida. Usa la del enunciado.',
    en: 'The configuration of artifacts/benchmark.json is too large for the first loss to be measured again. Use the one of the handout.',
  },
  'benchmark.artifact-first-loss': {
    es: 'En artifacts/benchmark.json la primera pérdida de {model} es {received}, pero la de tu código con esa configuración es {expected}. El archivo es de otro código o de otros datos: vuelve a medir.',
    en: 'In artifacts/benchmark.json the first loss of {model} is {received}, but that of your code for this configuration is {expected}. The file comes from other code or other data: measure again.',
  },
  'measure.seconds-rnn': { es: 'Segundos de la RNN en tu medición', en: 'Seconds of the RNN in your measurement' },
  'measure.seconds-lstm': { es: 'Segundos de la LSTM en tu medición', en: 'Seconds of the LSTM in your measurement' },
  'measure.seconds-gru': { es: 'Segundos de la GRU en tu medición', en: 'Seconds of the GRU in your measurement' },
} satisfies Messages
