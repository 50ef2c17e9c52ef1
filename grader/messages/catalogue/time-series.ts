import type { Messages } from '../language.ts'

/** Sentences of the checks of the time-series deliverable. */
export const timeSeries = {
  'measure.lstm-mse': { es: 'Error cuadrático medio de la LSTM', en: 'Mean squared error of the LSTM' },
  'measure.gru-mse': { es: 'Error cuadrático medio de la GRU', en: 'Mean squared error of the GRU' },
  'measure.births-mse': { es: 'Error cuadrático medio en nacimientos', en: 'Mean squared error on births' },
  'measure.compare-lstm-mse': { es: 'Error de la LSTM en `compareCells`', en: 'Error of the LSTM in `compareCells`' },
  'measure.compare-gru-mse': { es: 'Error de la GRU en `compareCells`', en: 'Error of the GRU in `compareCells`' },
  'series.window-count': {
    es: 'Con n = {n}, window = {window} y horizon = {horizon} se esperaban {expected} pares, pero `{key}` tiene {received}. Son n − window − horizon + 1: la última ventana es la última que aún tiene todo su objetivo detrás.',
    en: 'With n = {n}, window = {window} and horizon = {horizon} expected {expected} pairs, but `{key}` has {received}. They are n − window − horizon + 1: the last window is the last that still has all its target behind it.',
  },
  'series.target-in-window': {
    es: 'El objetivo {at} ya está dentro de su ventana: así el modelo aprende a copiar. El objetivo empieza justo después del último valor de la ventana.',
    en: 'The target {at} already is inside its window: the model then learns to copy. The target begins right after the last value of the window.',
  },
  'series.target': {
    es: 'El objetivo de cada ventana {horizon, plural, one {es el valor que viene} other {son los # valores que vienen}} justo después, pero en {at} no es así. Cuenta desde donde acaba la ventana.',
    en: 'The target of every window is the {horizon, plural, one {value} other {# values}} right after it, but at {at} it is not. Count from where the window ends.',
  },
  'series.horizon': {
    es: 'Con horizon = {horizon} cada objetivo es una lista de {horizon, plural, one {# valor} other {# valores}}, pero {received, plural, =0 {llegó un número suelto} one {tiene # valor} other {tiene # valores}}. ¿Usas el horizonte?',
    en: 'With horizon = {horizon} every target is a list of {horizon, plural, one {# value} other {# values}}, but {received, plural, =0 {a bare number came} one {it has # value} other {it has # values}}. Do you use the horizon?',
  },
  'series.split-sizes': {
    es: 'Con {n} datos, {train} % y {val} % se esperaban {expected}, pero llegaron {received}. Multiplica primero en enteros y divide después, ⌊n · {train} / 100⌋: en coma flotante 170 · 0.7 no llega a 119.',
    en: 'With {n} items, {train} % and {val} % expected {expected}, but got {received}. Multiply whole numbers first and divide afterwards, ⌊n · {train} / 100⌋: in floating point 170 · 0.7 falls short of 119.',
  },
  'series.split-order': {
    es: 'Las tres partes seguidas debían ser la lista tal cual, pero en {at} hay otra cosa. En una serie no se baraja: se entrena con lo más antiguo y se prueba con lo más nuevo.',
    en: 'The three parts in a row should be the list as it was, but at {at} there is something else. A series is not shuffled: the oldest is for training, the newest for the test.',
  },
  'series.scaler-constant': {
    es: 'Con una serie constante se esperaba std = 1, para no dividir por cero, pero llegó {received}. Trata aparte la desviación 0.',
    en: 'For a constant series expected std = 1, so that nobody divides by zero, but got {received}. Treat a deviation of 0 apart.',
  },
  'series.scaler-sample': {
    es: 'Se esperaba la desviación típica poblacional, {expected}, pero {received} es la muestral. Divide la suma de cuadrados por n, no por n − 1.',
    en: 'Expected the population standard deviation, {expected}, but {received} is that of a sample. Divide the sum of squares by n, not by n − 1.',
  },
  'series.scaler': {
    es: 'Se esperaba la desviación típica {expected}, la raíz de la media de los cuadrados de las distancias a la media, pero llegó {received}. Repasa la media, los cuadrados y la raíz.',
    en: 'Expected the standard deviation {expected}, the root of the mean of the squared distances to the mean, but got {received}. Look again at the mean, the squares and the root.',
  },
  'series.rmse-is-mse': {
    es: 'El RMSE que llegó es el MSE: falta la raíz cuadrada.',
    en: 'The RMSE that came is the MSE: the square root is missing.',
  },
  'series.seed-ignored': {
    es: 'Con la misma semilla se esperaban los mismos pesos iniciales ({cell}), pero cambian. Da a cada inicializador una semilla que salga de `seed`.',
    en: 'Expected the same initial weights for the same seed ({cell}), but they change. Give every initialiser a seed that comes from `seed`.',
  },
  'series.seed-fixed': {
    es: 'Con otra semilla se esperaban otros pesos iniciales ({cell}), pero alguna matriz es la misma. ¿Es una constante la semilla de algún inicializador?',
    en: 'Expected other initial weights for another seed ({cell}), but some matrix is the same. Is the seed of some initialiser a constant?',
  },
  'series.seed-shared': {
    es: 'Dos matrices del modelo empiezan iguales: usan la misma semilla. Saca una semilla distinta para cada inicializador.',
    en: 'Two matrices of the model start out equal: they use the same seed. Draw a different seed for every initialiser.',
  },
  'series.layers': {
    es: 'Con cell = «{cell}», hiddenSize = {hiddenSize} y numLayers = {numLayers} se {numLayers, plural, one {esperaba # capa recurrente} other {esperaban # capas recurrentes}} de ese tipo y tamaño, pero el modelo tiene: {received}.',
    en: 'With cell = "{cell}", hiddenSize = {hiddenSize} and numLayers = {numLayers} expected {numLayers, plural, one {# recurrent layer} other {# recurrent layers}} of that kind and size, but the model has: {received}.',
  },
  'series.hard-sigmoid': {
    es: "Las puertas de las capas recurrentes usan otra activación que la sigmoide (tfjs usa `hardSigmoid` si no dices nada). Escribe recurrentActivation: 'sigmoid'.",
    en: "The gates of the recurrent layers use another activation than the sigmoid (tfjs uses `hardSigmoid` unless told otherwise). Write recurrentActivation: 'sigmoid'.",
  },
  'series.layer-count': {
    es: 'La capa recurrente {layer} debía tener {expected} parámetros, pero tiene {received}. Lee todos los pasos de la capa anterior y tiene un sesgo por bloque.',
    en: 'Recurrent layer {layer} should have {expected} parameters, but has {received}. It reads every step of the layer before, and has one bias per block.',
  },
  'series.config': {
    es: 'El valor {received} de `{key}` no es válido: los tamaños, epochs y batchSize son enteros desde 1, learningRate y clipNorm positivos, dropout está en [0, 1) y window + horizon no pasa de 250.',
    en: 'The value {received} of `{key}` is not valid: sizes, epochs and batchSize are whole numbers from 1, learningRate and clipNorm positive, dropout is in [0, 1), and window + horizon is at most 250.',
  },
  'series.too-much-work': {
    es: 'Tu configuración pide demasiado trabajo: {what} = {work}, y el límite es {limit}. Bastan menos épocas, lotes mayores o un modelo más pequeño.',
    en: 'Your configuration asks for too much work: {what} = {work}, and the limit is {limit}. Fewer epochs, larger batches or a smaller model are enough.',
  },
  'series.loss-not-finite': {
    es: 'Una pérdida o métrica no es finita. ¿Divide algo por cero, o diverge el entrenamiento? Recorta el gradiente y baja la tasa de aprendizaje.',
    en: 'A loss or metric is not finite. Is something divided by zero, or does the training diverge? Clip the gradient and lower the learning rate.',
  },
  'series.steps': {
    es: 'Se esperaban {expected} pasos del optimizador (épocas × lotes), pero hubo {received}. ¿Recorres todos los lotes de `batchSize` en todas las épocas?',
    en: 'Expected {expected} steps of the optimiser (epochs × batches), but there were {received}. Do you go through every batch of `batchSize` in every epoch?',
  },
  'series.loss-falls': {
    es: 'Se esperaba que trainLoss bajara claramente, pero pasó de {first} a {last}. Comprueba que se minimiza el error cuadrático medio y que el optimizador cambia los pesos del modelo.',
    en: 'Expected trainLoss to fall clearly, but it went from {first} to {last}. Check that the mean squared error is minimised and that the optimiser changes the weights of the model.',
  },
  'series.val-loss': {
    es: 'La última valLoss es {received}, pero el error cuadrático medio del modelo entrenado en la validación es {expected}. Mídela al acabar la época, en toda la validación y sin dropout.',
    en: 'The last valLoss is {received}, but the mean squared error of the trained model on the validation part is {expected}. Measure it when the epoch is over, on the whole validation part, without dropout.',
  },
  'series.train-loss': {
    es: 'Con los pesos casi quietos, trainLoss debía ser el error cuadrático medio en el entrenamiento, {expected}, pero es {received}. Promedia sobre los ejemplos de la época; no sumes.',
    en: 'With the weights all but still, trainLoss should be the mean squared error on the training data, {expected}, but it is {received}. Average over the examples of the epoch; do not sum.',
  },
  'series.clip-ignored': {
    es: 'Con clipNorm = 1e-10 los pesos debían quedarse casi quietos, pero alguno se movió {moved}. Multiplica todos los gradientes por min(1, clipNorm / norma global) antes de aplicarlos.',
    en: 'With clipNorm = 1e-10 the weights should hardly move, but one moved by {moved}. Multiply all gradients by min(1, clipNorm / global norm) before applying them.',
  },
  'series.weights-still': {
    es: 'Con clipNorm = 1 se esperaba que el entrenamiento moviera los pesos, pero el que más cambió solo se movió {moved}. ¿Se aplican los gradientes?',
    en: 'With clipNorm = 1 expected the training to move the weights, but the one that changed most moved by {moved} only. Are the gradients applied?',
  },
  'series.decay-ignored': {
    es: 'Con weightDecay = 1 se esperaban pesos más pequeños, pero su norma pasó de {without} a {with}. Después de cada paso, w ← w − learningRate · weightDecay · w.',
    en: 'With weightDecay = 1 expected smaller weights, but their norm went from {without} to {with}. After every step, w ← w − learningRate · weightDecay · w.',
  },
  'series.dropout-ignored': {
    es: 'El modelo ({cell}) entrenado con dropout 0.5 es el mismo que sin dropout. Pon capas de dropout y aplica el modelo con training: true al entrenar.',
    en: 'The model ({cell}) trained with dropout 0.5 is the same as without dropout. Add dropout layers, and apply the model with training: true while training.',
  },
  'series.training-not-repeatable': {
    es: 'El mismo modelo, los mismos datos y la misma semilla dieron otros pesos. Saca todo el azar del entrenamiento de options.seed.',
    en: 'The same model, data and seed gave other weights. Take all the randomness of the training from options.seed.',
  },
  'series.not-shuffled': {
    es: 'Con otra semilla en las opciones se esperaban otros pesos, pero son los mismos. Baraja los ejemplos de entrenamiento en cada época con createRandom(options.seed).',
    en: 'Expected other weights for another seed of the options, but they are the same. Shuffle the training examples in every epoch with createRandom(options.seed).',
  },
  'series.persistence': {
    es: 'El predictor {name} solo repite el último valor de la ventana (error cuadrático medio {mse}; hacía falta {threshold}). Mira si el objetivo está dentro de la ventana y si el modelo llega a leerla entera.',
    en: 'The {name} forecaster only repeats the last value of its window (mean squared error {mse}; {threshold} was needed). See whether the target is inside the window, and whether the model reads all of it.',
  },
  'series.too-far': {
    es: 'El error cuadrático medio de la {name} en la parte de prueba es {mse}, y el umbral es {threshold}. Mira las curvas de entrenamiento: quizá faltan épocas, unidades o una ventana más larga.',
    en: 'The mean squared error of the {name} on the test part is {mse}, and the threshold is {threshold}. Look at the training curves: perhaps epochs, units or a longer window are missing.',
  },
  'series.compare-params': {
    es: 'Se esperaba que `params` de {cell} fuera {expected}, los parámetros del modelo que da tu `buildForecaster` con esa configuración, pero es {received}. Cuéntalos en el modelo que entrenas.',
    en: 'Expected `params` of {cell} to be {expected}, the parameters of the model that your `buildForecaster` gives for that configuration, but it is {received}. Count them in the model that you train.',
  },
  'series.compare-metrics': {
    es: 'Las métricas de {cell} no concuerdan entre sí: mse = {mse}, rmse = {rmse}, mae = {mae}. rmse es la raíz de mse, y mae nunca es mayor que rmse.',
    en: 'The metrics of {cell} do not agree with one another: mse = {mse}, rmse = {rmse}, mae = {mae}. rmse is the root of mse, and mae is never larger than rmse.',
  },
  'series.compare-alike': {
    es: 'La LSTM y la GRU tienen exactamente el mismo error. ¿Se entrena y se mide cada una por su cuenta?',
    en: 'The LSTM and the GRU have exactly the same error. Is each trained and measured on its own?',
  },
  'series.metric-units': {
    es: 'Con la serie multiplicada por {factor} se esperaba el error multiplicado por {factor} ({cell}), pero queda multiplicado por {received}. Deshaz el escalado de las predicciones antes de medir.',
    en: 'With the series times {factor} expected the error times {factor} ({cell}), but it comes out times {received}. Undo the scaling of the forecasts before measuring.',
  },
  'series.clip-length': {
    es: 'Con el mismo clipNorm, diez veces el error debía dar el mismo paso, porque el gradiente recortado mide siempre clipNorm; pero es {ratio} veces el otro. El factor es min(1, clipNorm / N), con N la norma de todos los gradientes juntos.',
    en: 'With the same clipNorm ten times the error should give the same step, because a clipped gradient always measures clipNorm; but it is {ratio} times the other. The factor is min(1, clipNorm / N), with N the norm of all gradients together.',
  },
  'series.clip-size': {
    es: 'Con el mismo clipNorm el paso debía medir lo mismo en un modelo más grande, porque el gradiente recortado mide siempre clipNorm; pero mide {ratio} veces el otro. N es la raíz de la suma (no de la media) de los cuadrados de todos los gradientes, y una sola para todas las matrices.',
    en: 'With the same clipNorm the step should measure the same in a larger model, because a clipped gradient always measures clipNorm; but it measures {ratio} times the other. N is the root of the sum (not of the mean) of the squares of all gradients, and a single one for all matrices.',
  },
  'series.decay-share': {
    es: 'Con learningRate 0.04, weightDecay 0.5 y gradientes casi nulos, tras {steps} pasos se esperaba que quedara {expected} del tamaño de las matrices, pero queda {received}. En cada paso pierden la parte learningRate · weightDecay: el producto de los dos.',
    en: 'With learningRate 0.04, weightDecay 0.5 and gradients next to nothing, after {steps} steps expected {expected} of the size of the matrices to be left, but {received} is. At every step they lose the share learningRate · weightDecay: the product of both.',
  },
  'series.metric-zero': {
    es: 'Al sumar {offset} a toda la serie se esperaba el mismo error ({cell}), pero queda multiplicado por {received}. Las predicciones vuelven a las unidades de la serie con valor · std + mean.',
    en: 'With {offset} added to the whole series expected the same error ({cell}), but it comes out times {received}. Forecasts go back to the units of the series by value · std + mean.',
  },
  'series.compare-not-seeded': {
    es: 'Con la misma semilla y casi sin entrenar, `compareCells` da dos errores distintos ({cell}). Los pesos iniciales salen de `options.seed` y de nada más.',
    en: 'With the same seed and next to no training `compareCells` gives two different errors ({cell}). The initial weights come from `options.seed` and nothing else.',
  },
  'series.compare-seed-ignored': {
    es: 'Con otra semilla y casi sin entrenar, `compareCells` da el mismo error ({cell}). Pasa `options.seed` a `buildForecaster`.',
    en: 'With another seed and next to no training `compareCells` gives the same error ({cell}). Hand `options.seed` to `buildForecaster`.',
  },
  'series.validation-leaks': {
    es: 'Al cambiar solo la parte de validación cambiaron las métricas de prueba ({cell}). El escalador se ajusta con el entrenamiento, y cada ventana queda dentro de su parte.',
    en: 'When only the validation part was changed, the test metrics changed ({cell}). The scaler is fitted on the training part, and every window stays within its part.',
  },
  'series.future-leaks': {
    es: 'Al cambiar solo el último valor de la serie, que ninguna ventana lee, cambiaron también otras predicciones ({cell}): algo que viene después llega al entrenamiento o al escalador.',
    en: 'When only the last value of the series was changed, which no window reads, other forecasts changed too ({cell}): something that comes later reaches the training or the scaler.',
  },
  'series.test-windows': {
    es: 'Con n = {n}, window = {window} y horizon = {horizon} las métricas de {cell} debían promediar {expected} valores (las ventanas dentro de la parte de prueba, por el horizonte), pero parecen promediar {received}. Primero se parte la serie, después se hacen las ventanas; y se mide en unidades de la serie.',
    en: 'With n = {n}, window = {window} and horizon = {horizon} the metrics of {cell} should average over {expected} values (the windows within the test part, times the horizon), but they seem to average over {received}. Split the series first and take windows afterwards; and measure in the units of the series.',
  },
  'series.test-unused': {
    es: 'Al cambiar el último valor de la serie, que es objetivo de la última ventana de prueba, las métricas de {cell} no cambiaron. Se miden en la parte de prueba.',
    en: 'When the last value of the series, a target of the last test window, was changed, the metrics of {cell} did not. They are measured on the test part.',
  },
} as const satisfies Messages
