import type { Messages } from '../language.ts'

/** Sentences of the checks on text classification. */
export const sentiment = {
  'text.experiments-absent': {
    es: 'Se esperaba «{file}» con las configuraciones que probaste, pero no hay ninguna. Cada `npm run train -- sentiment` añade la que entrena.',
    en: 'Expected "{file}" with the configurations that you tried, but there is none. Each `npm run train -- sentiment` adds the one that it trains.',
  },
  'text.experiment-differs': {
    es: 'Entrenada otra vez, la configuración {number} de «artifacts/experimentos.json» acierta el {expected} % de la validación, con pérdida {loss}, pero ahí dice {received} % y {saidLoss}. Si cambiaste el código después, vuelve a entrenarla; las cifras no se editan a mano.',
    en: 'Trained again, configuration {number} of "artifacts/experimentos.json" is right on {expected} % of the validation texts, with a loss of {loss}, but the file says {received} % and {saidLoss}. If you changed the code since, train it again; figures are not edited by hand.',
  },
  'text.experiments-unreadable': {
    es: 'Se esperaba que «{file}» fuera lo que escribe `npm run train -- sentiment`, con una entrada por configuración, pero no tiene esa forma. Corrígelo, o bórralo y vuelve a entrenar cada configuración.',
    en: 'Expected "{file}" to be what `npm run train -- sentiment` writes, with one entry per configuration, but it does not have that form. Correct it, or delete it and train each configuration again.',
  },
  'text.words': {
    es: 'Para el texto {text} se esperaban las palabras {expected}, pero llegó {received}. Minúsculas, letras y cifras (con á, ñ, ü), y nada más; un texto en NFD trae la tilde aparte.',
    en: 'For the text {text} expected the words {expected}, but got {received}. Lower case, letters and digits (á, ñ, ü among them) and nothing else; in NFD the accent comes apart.',
  },
  'text.no-vocabulary': {
    es: 'Se esperaba un objeto de palabra a índice, pero llegó {received}. Las palabras son las claves.',
    en: 'Expected an object from word to id, but got {received}. The words are its keys.',
  },
  'text.vocabulary': {
    es: 'En el vocabulario se esperaba que «{word}» tuviera el índice {expected}, pero tiene {received}. Primero <pad> y <unk>, luego por frecuencia decreciente; a igual frecuencia, por punto de código (no `localeCompare`).',
    en: 'In the vocabulary expected "{word}" to have the id {expected}, but it has {received}. First <pad> and <unk>, then by falling frequency; at equal frequency by code point (not `localeCompare`).',
  },
  'text.vocabulary-extra': {
    es: 'En el vocabulario sobra «{word}»: se esperaban {size} entradas, con <pad> y <unk> incluidos en maxSize.',
    en: 'The vocabulary has "{word}" too many: expected {size} entries, <pad> and <unk> counted in maxSize.',
  },
  'text.ids': {
    es: 'Para el texto {text} se esperaban los índices {expected}, pero llegó {received}. Exactamente maxLen: se corta y se rellena con 0 al final; una palabra que no está en el vocabulario es 1, aunque se llame como un método de los objetos.',
    en: 'For the text {text} expected the ids {expected}, but got {received}. Exactly maxLen: cut and padded with 0 at the end; a word that the vocabulary lacks is 1, even when it is called like a method of objects.',
  },
  'text.default': {
    es: 'El valor por defecto `{key}` no es válido: llegó {received}. Mira en el enunciado qué se admite.',
    en: 'The default `{key}` is not valid: got {received}. The handout says what is allowed.',
  },
  'text.too-expensive': {
    es: 'Tu configuración cuesta {cost} (parámetros × {steps} pasos) y se admite hasta {bound}. Usa menos unidades, menos épocas o lotes más grandes.',
    en: 'Your configuration costs {cost} (parameters × {steps} steps) and at most {bound} is allowed. Use fewer units, fewer epochs or larger batches.',
  },
  'text.too-long': {
    es: 'Tu configuración hace {steps} pasos de optimización y con ellos {cells} pasos de celda (pasos × maxLen × capas × direcciones); se admiten hasta {bound}. Usa lotes más grandes, menos épocas o un maxLen menor.',
    en: 'Your configuration takes {steps} optimiser steps and with them {cells} cell steps (steps × maxLen × layers × directions); at most {bound} are allowed. Use larger batches, fewer epochs or a smaller maxLen.',
  },
  'text.probabilities': {
    es: 'Se esperaba una probabilidad por clase, no negativas y con suma 1, pero llegó {received}. La última capa es una densa de numClasses unidades con softmax.',
    en: 'Expected one probability per class, not negative and with sum 1, but got {received}. The last layer is a dense one of numClasses units with softmax.',
  },
  'text.constant': {
    es: 'Se esperaba que la respuesta dependiera del texto, pero es siempre la misma. Sigue los índices desde el embedding hasta la última capa.',
    en: 'Expected the answer to depend on the text, but it is always the same. Follow the ids from the embedding to the last layer.',
  },
  'text.reads-padding': {
    es: 'Con {pads} índices de relleno más, las mismas palabras debían dar las mismas probabilidades, pero cambian en {change}. Enmascara el 0 en el embedding (`maskZero`) y toma el último estado, no la última posición.',
    en: 'With {pads} more ids of padding the same words should give the same probabilities, but they change by {change}. Mask 0 in the embedding (`maskZero`) and take the last state, not the last position.',
  },
  'text.features': {
    es: 'Con `bidirectional` se esperaba que la capa de salida leyera {expected} números, los H de cada dirección uno tras otro, pero lee otra cantidad. Concatena las dos direcciones.',
    en: 'With `bidirectional` expected the output layer to read {expected} numbers, the H of each direction one after the other, but it reads another number. Concatenate the two directions.',
  },
  'text.half-blind': {
    es: 'En el modelo bidireccional la {half, select, first {primera} other {segunda}} mitad no depende de la palabra {word} de {words}. La mitad hacia atrás termina en la primera palabra: su último estado no está en la última posición.',
    en: 'In the bidirectional model the {half, select, first {first} other {second}} half does not depend on word {word} of {words}. The backward half ends at the first word: its last state is not at the last position.',
  },
  'text.history': {
    es: 'Se esperaba que `{name}` fuera una lista con {epochs, plural, one {# número} other {# números}}, uno por época, pero no lo es. Agrega un número a cada lista al acabar cada época.',
    en: 'Expected `{name}` to be a list of {epochs, plural, one {# number} other {# numbers}}, one per epoch, but it is not. Add a number to every list when an epoch is over.',
  },
  'text.history-accuracy': {
    es: 'Se esperaba que las exactitudes estuvieran entre 0 y 1, pero no es así. Divide los aciertos por el número de textos; no son porcentajes.',
    en: 'Expected the accuracies to be between 0 and 1, but they are not. Divide the right answers by the number of texts; they are no percentages.',
  },
  'text.not-trained': {
    es: 'Se esperaba que `trainSentiment` cambiara los pesos del modelo que recibe, pero quedan igual. ¿Se aplican los gradientes?',
    en: 'Expected `trainSentiment` to change the weights of the model it is given, but they stay as they were. Are the gradients applied?',
  },
  'text.model-changed': {
    es: 'Después de `trainSentiment` el modelo tiene otras capas o formas que antes. Entrena el modelo que recibes, en su sitio.',
    en: 'After `trainSentiment` the model has other layers or shapes than before. Train the model you are given, in place.',
  },
  'text.loss-stays': {
    es: 'Se esperaba que la pérdida de entrenamiento bajara claramente, pero va de {first} a {last}. Mira el signo, la tasa de aprendizaje y que las etiquetas viajen con sus textos al barajar.',
    en: 'Expected the training loss to fall clearly, but it goes from {first} to {last}. Look at the sign, the learning rate, and that labels travel with their texts when you shuffle.',
  },
  'text.halves': {
    es: 'En las mitades del vocabulario se esperaba que el modelo acertara más del 90 %, pero acierta el {accuracy} %. Es la tarea más fácil: cualquier palabra decide.',
    en: 'On the halves of the vocabulary expected the model to be right on more than 90 %, but it is right on {accuracy} %. It is the easiest task: any word decides.',
  },
  'text.classes-form': {
    es: 'Se esperaba una lista con {texts} clases, una por texto, pero llegó {received}. La clase es el índice de la probabilidad mayor de cada fila.',
    en: 'Expected a list of {texts} classes, one per text, but got {received}. A class is the index of the largest probability of a row.',
  },
  'text.classes': {
    es: 'Para el texto {text} se esperaba la clase {expected}, la más probable según el modelo, pero llegó {received}. ¿Predices con el dropout activo?',
    en: 'For text {text} expected class {expected}, the most probable by the model, but got {received}. Do you predict with dropout active?',
  },
  'text.validation': {
    es: 'Las últimas cifras de validación del historial son pérdida {loss} y exactitud {accuracy}, pero las del modelo son {lossIs} y {accuracyIs}. Mídelas después de la época, sin dropout y sobre la validación, no sobre el entrenamiento.',
    en: 'The last validation figures of the history are loss {loss} and accuracy {accuracy}, but those of the model are {lossIs} and {accuracyIs}. Measure them after the epoch, without dropout, and on the validation set, not on the training set.',
  },
  'text.train-loss': {
    es: 'La primera pérdida de entrenamiento es {first}, pero el modelo empieza en {begin}. Es la media sobre los textos de la época, no la suma, y una por época.',
    en: 'The first training loss is {first}, but the model begins at {begin}. It is the mean over the texts of the epoch, not the sum, and one per epoch.',
  },
  'text.seed-not-repeated': {
    es: 'Con la misma semilla se esperaban los mismos pesos, pero la segunda vez son otros. Baraja con `createRandom(options.seed)`.',
    en: 'Expected the same weights for the same seed, but the second time they are others. Shuffle with `createRandom(options.seed)`.',
  },
  'text.order-fixed': {
    es: 'Con otra semilla se esperaban otros pesos, pero son los mismos: los ejemplos van siempre en el mismo orden. Barájalos en cada época.',
    en: 'Expected other weights for another seed, but they are the same: the examples always come in the same order. Shuffle them in every epoch.',
  },
  'text.not-clipped': {
    es: 'Con clipNorm diminuto los pesos debían moverse apenas, pero se mueven {ratio} veces lo que se mueven sin recortar. Recorta los gradientes antes de dárselos al optimizador.',
    en: 'With a tiny clipNorm the weights should hardly move, but they move {ratio} times as far as without clipping. Clip the gradients before they go to the optimiser.',
  },
  'text.clip-direction': {
    es: 'Al recortar, los pesos debían moverse en la dirección del gradiente, pero el coseno es {cosine}. Una sola norma y un solo factor para todos los gradientes: ni por entrada ni por matriz.',
    en: 'With clipping the weights should move along the gradient, but the cosine is {cosine}. A single norm and a single factor for all gradients: neither entry by entry nor matrix by matrix.',
  },
  'text.no-decay': {
    es: 'Con weightDecay = 1 se esperaban pesos más pequeños que con 0, pero su norma es {ratio} veces la otra. Después de cada paso, w ← w − learningRate · weightDecay · w.',
    en: 'With weightDecay = 1 expected smaller weights than with 0, but their norm is {ratio} times the other. After every step, w ← w − learningRate · weightDecay · w.',
  },
  'text.decay-share': {
    es: 'Con learningRate 0.01, weightDecay 10 y gradientes casi nulos se esperaba que, tras {steps} pasos, las matrices conservaran {expected} de su tamaño (o casi todo, si λW se suma al gradiente antes de recortarlo), pero conservan {received}. Aparte del gradiente pierden en cada paso la parte learningRate · weightDecay: el producto de los dos.',
    en: 'With learningRate 0.01, weightDecay 10 and gradients next to nothing expected the matrices to keep {expected} of their size after {steps} steps (or nearly all, when λW is added to the gradient before clipping), but they keep {received}. Apart from the gradient they lose the share learningRate · weightDecay at every step: the product of both.',
  },
  'text.decays-too-much': {
    es: 'Con weightDecay = 0.000001 se esperaba que las matrices conservaran casi todo su tamaño, pero se quedan en el {kept} % del que tienen sin él. Si decaen en el gradiente, se suma λW con λ = weightDecay, sin otro factor.',
    en: 'With weightDecay = 0.000001 expected the matrices to keep nearly all of their size, but they end up at {kept} % of what they have without it. When they decay in the gradient, λW is added with λ = weightDecay and no other factor.',
  },
  'text.decays-too-little': {
    es: 'Los pesos decaen, pero mucho menos de lo que pide weightDecay: con 0.0001 las matrices acaban en el {kept} % del tamaño que tienen sin él. O bien w ← w − learningRate · weightDecay · w después de cada paso, o bien se suma weightDecay · w al gradiente.',
    en: 'The weights decay, but far less than weightDecay asks: with 0.0001 the matrices end up at {kept} % of the size that they have without it. Either w ← w − learningRate · weightDecay · w after every step, or weightDecay · w is added to the gradient.',
  },
  'text.clip-size': {
    es: 'Con el mismo clipNorm el paso debía medir lo mismo en un modelo más grande, porque el gradiente recortado mide siempre clipNorm; pero mide {ratio} veces el otro. La norma es la raíz de la suma (no de la media) de los cuadrados de todos los gradientes.',
    en: 'With the same clipNorm the step should measure the same in a larger model, because a clipped gradient always measures clipNorm; but it measures {ratio} times the other. The norm is the root of the sum (not of the mean) of the squares of all gradients.',
  },
  'text.no-dropout': {
    es: 'Con dropout 0.5 dos entrenamientos de semillas distintas debían separarse, pero difieren en {active} (sin dropout, en {none}). ¿Llamas al modelo con `training: true` al entrenar?',
    en: 'With dropout 0.5 two trainings of different seeds should part, but they differ by {active} (without dropout by {none}). Do you call the model with `training: true` in training?',
  },
  'text.frozen-dropout': {
    es: 'Una capa de dropout tiene semilla propia: en tfjs eso repite la misma máscara en cada paso. Déjala sin `seed`.',
    en: 'A dropout layer has a seed of its own: in tfjs that repeats the same mask at every step. Leave `seed` out.',
  },
  'text.reviews-accuracy': {
    es: 'El modelo acierta el {accuracy} % de {texts} reseñas nuevas y se pedía más del {threshold} %. Prueba más épocas, otra tasa de aprendizaje, o un maxLen en el que quepan los textos, y anota lo que pruebas.',
    en: 'The model is right on {accuracy} % of {texts} new reviews, and more than {threshold} % was asked for. Try more epochs, another learning rate, or a maxLen that the texts fit in, and write down what you try.',
  },
  'text.word-order-accuracy': {
    es: 'En {texts} textos que van por parejas de las mismas palabras en otro orden, el modelo acierta el {accuracy} % y se pedía más del {threshold} %. Quien solo cuenta palabras acierta el 50 %.',
    en: 'On {texts} texts in pairs of the same words in another order the model is right on {accuracy} %, and more than {threshold} % was asked for. Whoever only counts words is right on 50 %.',
  },
  'measure.reviews-accuracy': { es: 'Exactitud en reseñas nuevas', en: 'Accuracy on new reviews' },
  'measure.word-order-accuracy': { es: 'Exactitud por orden de palabras', en: 'Accuracy by word order' },
  'measure.halves-accuracy': { es: 'Exactitud en las mitades', en: 'Accuracy on the halves' },
} as const satisfies Messages
