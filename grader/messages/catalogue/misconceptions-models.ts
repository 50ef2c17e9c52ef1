import type { Messages } from '../language.ts'

/** What each named mistake of the deliverables with models is, and where to look; never the code. */
export const modelMisconceptions = {
  'misconception.sentiment.accents-lost': {
    es: 'El separador de palabras parte o pierde á, é, í, ó, ú, ñ y ü: en español son letras, también cuando el acento viene como carácter aparte.',
    en: 'The tokeniser splits or drops á, é, í, ó, ú, ñ and ü: in Spanish they are letters, also when the accent comes as a character of its own.',
  },
  'misconception.sentiment.case-kept': {
    es: 'Las mayúsculas se conservan, y «Buena» y «buena» son palabras distintas: todo pasa a minúsculas.',
    en: 'Capitals are kept, and "Buena" and "buena" are different words: everything becomes lower case.',
  },
  'misconception.sentiment.special-entries-not-counted': {
    es: 'El vocabulario se pasa de tamaño: `<pad>` y `<unk>` también cuentan en maxSize.',
    en: 'The vocabulary is too large: `<pad>` and `<unk>` count in maxSize too.',
  },
  'misconception.sentiment.ties-not-ordered': {
    es: 'Las palabras igual de frecuentes quedan en el orden en que aparecieron: en caso de empate manda el orden alfabético.',
    en: 'Words that are equally frequent stay in the order in which they came: in a tie the alphabet decides.',
  },
  'misconception.sentiment.rarest-first': {
    es: 'El vocabulario empieza por las palabras más raras: las más frecuentes van primero, y las raras se quedan fuera.',
    en: 'The vocabulary begins with the rarest words: the most frequent come first, and the rare ones stay out.',
  },
  'misconception.sentiment.unknown-as-padding': {
    es: 'Las palabras desconocidas se vuelven 0, que es el relleno: su índice es el de `<unk>`.',
    en: 'Unknown words become 0, which is padding: their index is that of `<unk>`.',
  },
  'misconception.sentiment.unknown-dropped': {
    es: 'Las palabras desconocidas desaparecen del texto: ocupan su lugar con el índice de `<unk>`.',
    en: 'Unknown words vanish from the text: they keep their place with the index of `<unk>`.',
  },
  'misconception.sentiment.pads-in-front': {
    es: 'El relleno va delante, o no llega a la longitud pedida: los ceros van detrás, hasta maxLen exactamente.',
    en: 'The padding comes first, or does not reach the length: zeros come behind, up to maxLen exactly.',
  },
  'misconception.sentiment.keeps-the-end': {
    es: 'De un texto largo se conserva el final: el contrato pide las primeras maxLen palabras.',
    en: 'Of a long text the end is kept: the contract asks for the first maxLen words.',
  },
  'misconception.sentiment.labels-one-column': {
    es: 'La salida tiene una sola columna: el contrato pide una probabilidad por clase, que sumen 1.',
    en: 'The output has a single column: the contract asks for one probability a class, adding up to 1.',
  },
  'misconception.sentiment.logits-not-probabilities': {
    es: 'La última capa da números cualesquiera: le falta la softmax que los vuelve probabilidades.',
    en: 'The last layer gives any numbers: it lacks the softmax that makes them probabilities.',
  },
  'misconception.sentiment.reads-padding': {
    es: 'El modelo lee el relleno como si fuera texto: hay que decirle a la capa de embeddings que el 0 se enmascara.',
    en: 'The model reads padding as if it were text: the embedding layer must be told that 0 is masked.',
  },
  'misconception.sentiment.bidirectional-ignored': {
    es: 'La opción `bidirectional` no cambia nada: con ella, la capa lee también al revés y da el doble de números.',
    en: 'The option `bidirectional` changes nothing: with it the layer reads backwards too and gives twice as many numbers.',
  },
  'misconception.sentiment.halves-summed': {
    es: 'Las dos direcciones se suman: el contrato las concatena, y el clasificador lee 2H números.',
    en: 'The two directions are summed: the contract concatenates them, and the classifier reads 2H numbers.',
  },
  'misconception.sentiment.one-layer-only': {
    es: 'Hay una sola capa recurrente: `numLayers` dice cuántas se apilan.',
    en: 'There is a single recurrent layer: `numLayers` says how many are stacked.',
  },
  'misconception.sentiment.gates-of-tfjs': {
    es: 'Las puertas usan la sigmoide «dura», la que pone tfjs si no se le dice otra cosa: el contrato pide la logística.',
    en: 'The gates use the "hard" sigmoid, which tfjs takes unless told otherwise: the contract asks for the logistic one.',
  },
  'misconception.sentiment.constant-class': {
    es: 'La respuesta es siempre la misma clase, diga lo que diga el texto: con clases igual de frecuentes, eso acierta lo mismo que no leer nada. La clase de un texto es la más probable de su fila p. Si todas las filas son iguales, mira si la pérdida baja desde ln C y si cada etiqueta sigue con su texto al barajar.',
    en: 'The answer is always the same class, whatever the text says: with classes that are equally frequent, that is right as often as reading nothing. The class of a text is the most probable one of its row p. If all rows are alike, see whether the loss falls from ln C and whether each label stays with its text when you shuffle.',
  },
  'misconception.sentiment.bag-of-words': {
    es: 'El modelo conoce las palabras pero no su orden: «no es mala, es buena» y «no es buena, es mala» le dicen lo mismo. Una media de los embeddings no cambia al barajar el texto; en h_t = f(x_t, h_(t−1)) cada palabra llega después de las anteriores, y por eso la recurrencia sí.',
    en: 'The model knows the words but not their order: "it is not bad, it is good" and "it is not good, it is bad" tell it the same. A mean of the embeddings does not change when the text is shuffled; in h_t = f(x_t, h_(t−1)) every word comes after those before it, which is why a recurrence does.',
  },
  'misconception.sentiment.accuracy-on-train': {
    es: 'Las cifras de validación son las del entrenamiento, donde también acierta quien solo memoriza. `valLoss` y `valAccuracy` se miden al acabar cada época, sin dropout, sobre los textos de `validation`.',
    en: 'The validation figures are those of the training set, where whoever only memorises is right too. `valLoss` and `valAccuracy` are measured when an epoch is over, without dropout, on the texts of `validation`.',
  },
  'misconception.series.window-off-by-one': {
    es: 'El número de ventanas no es el justo: la última es la que todavía tiene detrás todo su horizonte, ni una más ni una menos.',
    en: 'The number of windows is not right: the last is the one that still has its whole horizon behind it, no more and no less.',
  },
  'misconception.series.target-inside-window': {
    es: 'El objetivo ya está en la ventana: empieza justo después de su último valor.',
    en: 'The target already is in the window: it begins right after the last value of the window.',
  },
  'misconception.series.target-after-gap': {
    es: 'Entre la ventana y el objetivo se salta un valor: el objetivo empieza justo después de la ventana.',
    en: 'Between the window and the target a value is skipped: the target begins right after the window.',
  },
  'misconception.series.horizon-ignored': {
    es: 'Siempre se predice un solo paso: el horizonte dice cuántos valores se predicen a la vez.',
    en: 'A single step is always forecast: the horizon says how many values are forecast at once.',
  },
  'misconception.series.windows-not-overlapping': {
    es: 'Las ventanas no se solapan: cada una empieza un solo valor después de la anterior.',
    en: 'The windows do not overlap: each begins a single value after the one before.',
  },
  'misconception.series.shuffled-split': {
    es: 'La división no respeta el tiempo: lo más antiguo entrena y lo más nuevo es la prueba.',
    en: 'The split does not respect time: the oldest trains and the newest is the test.',
  },
  'misconception.series.shares-rounded': {
    es: 'Al dividir antes de multiplicar, el redondeo pierde un elemento (170 · 0,7 no llega a 119): multiplica primero por el porcentaje entero.',
    en: 'Dividing before multiplying, rounding loses an item (170 · 0.7 falls short of 119): multiply by the whole percent first.',
  },
  'misconception.series.validation-is-test': {
    es: 'La prueba incluye la validación: cada elemento está en una sola parte.',
    en: 'The test includes the validation: every item is in one part only.',
  },
  'misconception.series.scaler-sees-future': {
    es: 'El escalado se ajusta con más que la parte de entrenamiento, y así le llega algo de lo que viene después. La media y la desviación son solo las de lo más antiguo, y con ellas se escalan las tres partes: z = (x − media) / desviación.',
    en: 'The scaling is fitted on more than the training part, so that it knows something of what comes later. The mean and the deviation are those of the oldest part alone, and with them all three parts are scaled: z = (x − mean) / deviation.',
  },
  'misconception.series.persistence': {
    es: 'El modelo solo repite el último valor de la ventana, lo que la persistencia hace sin aprender nada. Mira qué objetivo se le enseña: y son los valores que siguen a la ventana, no el último de ella; y si el error se mide entre ŷ e y.',
    en: 'The model only repeats the last value of its window, which persistence does without learning anything. Look at the target that it is shown: y are the values that follow the window, not the last one in it; and whether the error is measured between ŷ and y.',
  },
  'misconception.series.sample-deviation': {
    es: 'La desviación divide entre n − 1: aquí se pide la de la población, entre n.',
    en: 'The deviation divides by n − 1: that of the population is asked for here, by n.',
  },
  'misconception.series.variance-not-deviation': {
    es: 'Es la varianza: la desviación es su raíz.',
    en: 'That is the variance: the deviation is its root.',
  },
  'misconception.series.constant-divides-by-zero': {
    es: 'Con una serie constante la desviación es 0 y escalar divide entre cero: en ese caso se devuelve 1.',
    en: 'For a constant series the deviation is 0 and scaling divides by zero: 1 is returned in that case.',
  },
  'misconception.series.rmse-is-mse': {
    es: 'La RMSE es la MSE sin raíz: al sacarla vuelve a las unidades de la serie.',
    en: 'The RMSE is the MSE without its root: with the root it is in the units of the series again.',
  },
  'misconception.series.mae-keeps-signs': {
    es: 'En la MAE los errores de signo contrario se compensan: se toma el valor absoluto de cada uno.',
    en: 'In the MAE errors of opposite signs cancel out: the absolute value of each is taken.',
  },
  'misconception.series.one-cell-only': {
    es: 'El modelo no cambia con `cell`: debe construir una LSTM o una GRU, según se le pida.',
    en: 'The model does not change with `cell`: it must build an LSTM or a GRU, as it is asked.',
  },
  'misconception.series.one-layer-only': {
    es: 'Hay una sola capa recurrente: `numLayers` dice cuántas se apilan.',
    en: 'There is a single recurrent layer: `numLayers` says how many are stacked.',
  },
  'misconception.series.gates-of-tfjs': {
    es: 'Las puertas usan la sigmoide «dura», la que pone tfjs si no se le dice otra cosa: el contrato pide la logística.',
    en: 'The gates use the "hard" sigmoid, which tfjs takes unless told otherwise: the contract asks for the logistic one.',
  },
  'misconception.benchmark.gates-of-tfjs': {
    es: 'Las puertas usan la sigmoide «dura», la que pone tfjs si no se le dice otra cosa: el contrato pide la logística.',
    en: 'The gates use the "hard" sigmoid, which tfjs takes unless told otherwise: the contract asks for the logistic one.',
  },
  'misconception.benchmark.logits-not-probabilities': {
    es: 'La última capa da números cualesquiera: le falta la softmax que los vuelve probabilidades.',
    en: 'The last layer gives any numbers: it lacks the softmax that makes them probabilities.',
  },
  'misconception.benchmark.one-layer-only': {
    es: 'Hay una sola capa recurrente: `numLayers` dice cuántas se apilan.',
    en: 'There is a single recurrent layer: `numLayers` says how many are stacked.',
  },
  'misconception.benchmark.same-cell-for-all': {
    es: 'La RNN simple se construye con puertas: su capa es la recurrente sin ninguna.',
    en: 'The simple RNN is built with gates: its layer is the recurrent one without any.',
  },
  'misconception.benchmark.params-with-torch-biases': {
    es: 'Los parámetros se cuentan con dos sesgos por bloque, como los guarda PyTorch: el modelo de tfjs tiene uno.',
    en: 'The parameters are counted with two biases a block, as PyTorch stores them: the tfjs model has one.',
  },
  'misconception.benchmark.params-without-head': {
    es: 'En la cuenta falta la capa de salida: se cuentan todos los pesos del modelo.',
    en: 'The output layer is missing in the count: all weights of the model count.',
  },
  'misconception.benchmark.candidate-counted-as-gate': {
    es: 'El candidato se cuenta como puerta: la LSTM tiene tres puertas y un candidato, y la GRU dos y un candidato.',
    en: 'The candidate is counted as a gate: the LSTM has three gates and a candidate, the GRU two and a candidate.',
  },
  'misconception.benchmark.gru-has-cell-state': {
    es: 'La GRU no tiene estado de celda: su único estado es h.',
    en: 'The GRU has no cell state: its only state is h.',
  },
  'misconception.benchmark.model-not-trained': {
    es: 'La pérdida final es la inicial: o no se entrenó, o se midió antes de entrenar.',
    en: 'The final loss is the first one: either nothing was trained, or it was measured before.',
  },
  'misconception.benchmark.time-outside-loop': {
    es: 'El tiempo no crece con los pasos: el reloj no mide el bucle de entrenamiento. `seconds` es lo que pasa entre el primer paso de optimización y el último, y con el doble de pasos es más o menos el doble.',
    en: 'The time does not grow with the steps: the clock does not measure the training loop. `seconds` is what passes between the first optimiser step and the last, and for twice as many steps it is about twice as long.',
  },
  'misconception.bilstm.halves-summed': {
    es: 'Las dos direcciones se suman: el contrato las concatena, y salen 2H números.',
    en: 'The two directions are summed: the contract concatenates them, which gives 2H numbers.',
  },
  'misconception.bilstm.encoder-last-only': {
    es: 'El codificador devuelve solo el último estado: debe dar uno por instante.',
    en: 'The encoder returns the last state only: it must give one per time step.',
  },
  'misconception.bilstm.one-direction': {
    es: 'Falta una dirección: la capa lee solo hacia delante, y también debe leer del final al principio.',
    en: 'A direction is missing: the layer reads forwards only, and must read from the end to the start too.',
  },
  'misconception.bilstm.reads-padding': {
    es: 'El modelo lee el relleno como si fuera texto: hay que decirle a la capa de embeddings que el 0 se enmascara.',
    en: 'The model reads padding as if it were text: the embedding layer must be told that 0 is masked.',
  },
  'misconception.bilstm.last-step-of-backward': {
    es: 'El clasificador lee el último instante, donde la mitad que lee hacia atrás acaba de empezar y solo conoce una palabra. Esa mitad ha leído el texto entero al llegar a la primera: a la densa van [h→ tras la última palabra; h← tras la primera].',
    en: 'The classifier reads the last time step, where the half that reads backwards has just begun and knows a single word. That half has read the whole text when it reaches the first one: the dense layer gets [h→ after the last word; h← after the first].',
  },
  'misconception.bilstm.all-steps-flattened': {
    es: 'El clasificador lee todos los instantes puestos en fila: lee el último estado de cada dirección, que ya resume el texto.',
    en: 'The classifier reads all time steps in a row: it reads the last state of each direction, which sums the text up already.',
  },
  'misconception.bilstm.gates-of-tfjs': {
    es: 'Las puertas usan la sigmoide «dura», la que pone tfjs si no se le dice otra cosa: el contrato pide la logística.',
    en: 'The gates use the "hard" sigmoid, which tfjs takes unless told otherwise: the contract asks for the logistic one.',
  },
  'misconception.stacked.top-layer-last-only': {
    es: 'La capa de arriba devuelve solo su último estado: la pila debe dar uno por instante.',
    en: 'The top layer returns its last state only: the stack must give one per time step.',
  },
  'misconception.stacked.inner-layer-last-only': {
    es: 'Una capa devuelve solo su último estado, y la de encima se queda sin secuencia que leer. Cada capa lee h^(l−1)_t de la de abajo en todos los instantes t; repetir el último estado en cada uno no es lo mismo, porque ya ha leído el futuro.',
    en: 'A layer returns its last state only, and the one above it has no sequence to read. Every layer reads h^(l−1)_t of the one below at all time steps t; repeating the last state at each of them is not the same, since it has already read the future.',
  },
  'misconception.stacked.same-layer-reused': {
    es: 'Una misma capa está en varias alturas, con los mismos pesos. Cada nivel l es una LSTM^(l) nueva: la primera lee D números y las demás H, y cada una suma sus propios 4H(F + H + 1) pesos.',
    en: 'One and the same layer stands at several levels, with the same weights. Every level l is a new LSTM^(l): the first reads D numbers and the others H, and each adds its own 4H(F + H + 1) weights.',
  },
  'misconception.stacked.one-layer-only': {
    es: 'Hay una sola capa: `depth` dice cuántas se apilan, cada una con pesos propios.',
    en: 'There is a single layer: `depth` says how many are stacked, each with weights of its own.',
  },
  'misconception.stacked.one-layer-too-many': {
    es: 'Hay una capa de más: `depth` las cuenta todas.',
    en: 'There is a layer too many: `depth` counts them all.',
  },
  'misconception.stacked.gates-of-tfjs': {
    es: 'Las puertas usan la sigmoide «dura», la que pone tfjs si no se le dice otra cosa: el contrato pide la logística.',
    en: 'The gates use the "hard" sigmoid, which tfjs takes unless told otherwise: the contract asks for the logistic one.',
  },
  'misconception.stacked.count-first-layer-everywhere': {
    es: 'La cuenta trata todas las capas como la primera: las de encima no leen la entrada, sino los H números de la de abajo.',
    en: 'The count treats every layer as the first: those above do not read the input but the H numbers of the one below.',
  },
  'misconception.stacked.double-bias-count': {
    es: 'Se cuentan dos sesgos por bloque, como los guarda PyTorch: la capa de tfjs tiene uno.',
    en: 'Two biases a block are counted, as PyTorch stores them: the tfjs layer has one.',
  },
  'misconception.stacked.count-without-biases': {
    es: 'Faltan los sesgos en la cuenta: cada bloque tiene uno por unidad.',
    en: 'The biases are not in the count: each block has one a unit.',
  },
  'misconception.seq2seq.length-tied': {
    es: 'La salida tiene la longitud de la entrada: la decide `targetLength`, que no tiene por qué ser la misma.',
    en: 'The output is as long as the input: `targetLength` decides it, which need not be the same.',
  },
  'misconception.seq2seq.state-not-passed': {
    es: 'El decodificador no parte del estado del codificador, así que escribe lo mismo sea cual sea la entrada.',
    en: 'The decoder does not start from the state of the encoder, so that it writes the same whatever the input is.',
  },
  'misconception.seq2seq.peeks-at-target': {
    es: 'Lo que el decodificador escribe en un paso depende del objetivo de ese paso, que al predecir no existe. Al entrenar lee u_t = y_(t−1), con ceros delante; en `predict` lee u_t = ŷ_(t−1), lo que él mismo acaba de escribir.',
    en: 'What the decoder writes at a step depends on the target of that step, which does not exist in prediction. In training it reads u_t = y_(t−1), zeros first; in `predict` it reads u_t = ŷ_(t−1), what it has just written itself.',
  },
  'misconception.seq2seq.decoder-stands-still': {
    es: 'El decodificador repite el mismo paso: en cada instante lee lo que escribió en el anterior y sigue desde el estado en que quedó.',
    en: 'The decoder repeats one step: at each time it reads what it wrote before and goes on from the state it was left in.',
  },
} as const satisfies Messages
