import type { Messages } from '../language.ts'

/** What `comprension.json` asks, with the numbers of each student as holes; options and tasks by their names in the bank. */
export const questions = {
  'question.n1': {
    es: 'Una celda RNN lee secuencias de T = {T} vectores de d = {d} números, y su estado tiene H = {H}. Lleva un solo sesgo y no tiene capa de salida. ¿Cuántos parámetros tiene?',
    en: 'An RNN cell reads sequences of T = {T} vectors of d = {d} numbers, and its state has H = {H}. It has one bias and no output layer. How many parameters does it have?',
  },
  'question.n2': {
    es: 'W = s·Q, donde Q es ortogonal, de H × H. Con s = {s} y H = {H}, ¿cuánto vale la norma de Frobenius de la potencia W^k para k = {k}? Con tres cifras significativas o más; por ejemplo, 1.23e-7.',
    en: 'W = s·Q, where Q is orthogonal, H × H. With s = {s} and H = {H}, what is the Frobenius norm of the power W^k for k = {k}? With three significant digits or more; for example, 1.23e-7.',
  },
  'question.n3': {
    es: 'Una RNN de un solo número, sin sesgo: h1 = tanh(wx·x1 + w·h0) y h2 = tanh(wx·x2 + w·h1), con wx = {wx}, w = {w}, x1 = {x1}, x2 = {x2} y h0 = {h0}, que no depende de w. ¿Cuánto vale ∂h2/∂w? Con cuatro decimales.',
    en: 'An RNN of a single number, without a bias: h1 = tanh(wx·x1 + w·h0) and h2 = tanh(wx·x2 + w·h1), with wx = {wx}, w = {w}, x1 = {x1}, x2 = {x2} and h0 = {h0}, which does not depend on w. What is ∂h2/∂w? With four decimals.',
  },
  'question.n4': {
    es: 'En un instante de una LSTM, las puertas valen f = {f}, i = {i} y o = {o}; la celda anterior, c(t-1) = {cPrev}; y la candidata, c̃ = {cTilde}. ¿Cuánto vale h(t)? Con cuatro decimales.',
    en: 'At one step of an LSTM the gates are f = {f}, i = {i} and o = {o}; the previous cell is c(t-1) = {cPrev}, and the candidate c̃ = {cTilde}. What is h(t)? With four decimals.',
  },
  'question.n5': {
    es: 'Una celda LSTM lee D = {D} números y su estado tiene H = {H}, con un sesgo por bloque. ¿Cuántos parámetros tiene?',
    en: 'An LSTM cell reads D = {D} numbers and its state has H = {H}, with one bias a block. How many parameters does it have?',
  },
  'question.n6': {
    es: 'La puerta de olvido de una LSTM vale siempre f = σ(b), con b = {b}, y la de entrada vale siempre 0. ¿Qué fracción de la celda inicial queda después de k = {k} pasos? Un número entre 0 y 1, con cuatro decimales.',
    en: 'The forget gate of an LSTM always is f = σ(b), with b = {b}, and the input gate always is 0. What fraction of the first cell is left after k = {k} steps? A number between 0 and 1, with four decimals.',
  },
  'question.n7': {
    es: 'Un clasificador de texto tiene un embedding de V × E, L capas LSTM apiladas de H unidades (un sesgo por bloque) y una capa densa con sesgo, del último estado a K clases. Con V = {V}, E = {E}, L = {L}, H = {H} y K = {K}, ¿cuántos parámetros tiene en total?',
    en: 'A text classifier has an embedding of V × E, L stacked LSTM layers of H units (one bias a block) and a dense layer with a bias, from the last state to K classes. With V = {V}, E = {E}, L = {L}, H = {H} and K = {K}, how many parameters does it have in all?',
  },
  'question.n8': {
    es: 'Con toda una serie de n = {n} puntos se forman los pares: una ventana de w = {w} valores y, como objetivo, los h = {h} que siguen. Después se reparten en orden: 70 % para entrenar y 15 % para validar, los dos redondeados hacia abajo, y el resto es la prueba. ¿Cuántos pares quedan para la prueba?',
    en: 'From a whole series of n = {n} points the pairs are made: a window of w = {w} values and, as its target, the h = {h} that follow. Then they are split in order: 70 % to train and 15 % to validate, both rounded down, and the rest is the test. How many pairs are left for the test?',
  },
  'question.n9': {
    es: 'Una BiLSTM de una capa lee vectores de E = {E} números, con H = {H} unidades por dirección y un sesgo por bloque. Encima, una capa densa con sesgo va de las dos direcciones concatenadas a K = {K} clases. ¿Cuántos parámetros hay, sin contar el embedding?',
    en: 'A BiLSTM of one layer reads vectors of E = {E} numbers, with H = {H} units a direction and one bias a block. On top, a dense layer with a bias goes from both directions, concatenated, to K = {K} classes. How many parameters are there, not counting the embedding?',
  },
  'question.n10': {
    es: 'Dos predictores solo se distinguen en la celda, LSTM o GRU: dos capas apiladas de H = {H} unidades sobre una entrada de tamaño D = {D}, un sesgo por bloque y la misma capa de salida. ¿Cuántos parámetros menos tiene el de la GRU?',
    en: 'Two forecasters differ in nothing but the cell, LSTM or GRU: two stacked layers of H = {H} units on an input of size D = {D}, one bias a block and the same output layer. How many parameters fewer does the one with the GRU have?',
  },

  'question.m1': {
    es: 'Al volver atrás ya tienes h = tanh(a) y dh = ∂L/∂h. ¿Cuánto vale da = ∂L/∂a?',
    en: 'On the way back you have h = tanh(a) and dh = ∂L/∂h. What is da = ∂L/∂a?',
  },
  'question.m1-once': { es: 'dh ⊙ (1 − h²)', en: 'dh ⊙ (1 − h²)' },
  'question.m1-twice': { es: 'dh ⊙ (1 − tanh²(h))', en: 'dh ⊙ (1 − tanh²(h))' },
  'question.m1-missing': { es: 'dh', en: 'dh' },
  'question.m1-weights': { es: 'Whh · dh', en: 'Whh · dh' },
  'question.m2': {
    es: 'Whh es una matriz gaussiana de 10 × 10, que no es ortogonal, escalada para que su mayor valor singular sea σ₁ = 1. ¿Qué hace la norma de Whh^k cuando k crece?',
    en: 'Whh is a Gaussian matrix, 10 × 10 and not orthogonal, scaled so that its largest singular value is σ₁ = 1. What does the norm of Whh^k do as k grows?',
  },
  'question.m2-vanishes': {
    es: 'Tiende a 0: a la larga manda el radio espectral, que aquí es menor que 1.',
    en: 'It tends to 0: in the long run the spectral radius decides, which is less than 1 here.',
  },
  'question.m2-constant': {
    es: 'Se queda constante, porque σ₁ = 1.',
    en: 'It stays constant, because σ₁ = 1.',
  },
  'question.m2-explodes': {
    es: 'Crece sin límite, porque σ₁ no es menor que 1.',
    en: 'It grows without bound, because σ₁ is not less than 1.',
  },
  'question.m2-always': {
    es: 'Tiende a 0, como la de cualquier matriz gaussiana, sea cual sea su escala.',
    en: 'It tends to 0, as that of any Gaussian matrix does, whatever its scale.',
  },
  'question.m3': {
    es: 'Se recorta por norma global con maxNorm = 5. Los gradientes tienen ‖dWxh‖ = 12 y ‖dWhh‖ = 16, y los demás son 0. ¿Qué le pasa a dWhh?',
    en: 'Gradients are clipped by their global norm with maxNorm = 5. They have ‖dWxh‖ = 12 and ‖dWhh‖ = 16, and the others are 0. What happens to dWhh?',
  },
  'question.m3-global': { es: 'Se multiplica por 5/20 = 0.25.', en: 'It is multiplied by 5/20 = 0.25.' },
  'question.m3-own-norm': { es: 'Se multiplica por 5/16 = 0.3125.', en: 'It is multiplied by 5/16 = 0.3125.' },
  'question.m3-by-value': {
    es: 'Cada uno de sus números se limita al intervalo de −5 a 5.',
    en: 'Each of its numbers is limited to the range from −5 to 5.',
  },
  'question.m3-sum': {
    es: 'Se multiplica por 5/28, porque las normas suman 28.',
    en: 'It is multiplied by 5/28, because the norms add up to 28.',
  },
  'question.m4': {
    es: 'La celda guarda el sujeto de la frase. Hay que borrarlo y no escribir nada en su lugar. ¿Qué puertas lo hacen?',
    en: 'The cell keeps the subject of the sentence. It has to be erased, with nothing written in its place. Which gates do that?',
  },
  'question.m4-both-closed': { es: 'f ≈ 0 e i ≈ 0', en: 'f ≈ 0 and i ≈ 0' },
  'question.m4-keeps': { es: 'f ≈ 1 e i ≈ 0', en: 'f ≈ 1 and i ≈ 0' },
  'question.m4-writes': { es: 'f ≈ 0 e i ≈ 1', en: 'f ≈ 0 and i ≈ 1' },
  'question.m4-hides': { es: 'o ≈ 0, con f ≈ 1', en: 'o ≈ 0, with f ≈ 1' },
  'question.m5': {
    es: '¿Qué parte de dc(t) llega a c(t-1) por el camino directo de la celda?',
    en: 'What part of dc(t) reaches c(t-1) along the direct path of the cell?',
  },
  'question.m5-forget': { es: 'dc(t) ⊙ f(t)', en: 'dc(t) ⊙ f(t)' },
  'question.m5-whole': { es: 'dc(t)', en: 'dc(t)' },
  'question.m5-gate-derivative': { es: 'dc(t) ⊙ f(t) ⊙ (1 − f(t))', en: 'dc(t) ⊙ f(t) ⊙ (1 − f(t))' },
  'question.m5-weights': { es: 'Wfᵀ · dc(t)', en: 'Wfᵀ · dc(t)' },
  'question.m6': {
    es: '¿Qué afirmación sobre la LSTM y los gradientes es correcta?',
    en: 'Which statement about the LSTM and gradients is right?',
  },
  'question.m6-mitigates': {
    es: 'Atenúa el desvanecimiento mientras f ≈ 1; recortar el gradiente sigue siendo conveniente.',
    en: 'It mitigates vanishing as long as f ≈ 1; clipping the gradient still makes sense.',
  },
  'question.m6-never-vanishes': {
    es: 'Elimina el desvanecimiento siempre, valga lo que valga f.',
    en: 'It always removes vanishing, whatever f is.',
  },
  'question.m6-never-explodes': {
    es: 'Hace imposible que el gradiente explote, así que no hace falta recortarlo.',
    en: 'It makes exploding gradients impossible, so that there is no need to clip.',
  },
  'question.m6-lasts': {
    es: 'Con el sesgo de olvido en 1 recuerda 100 pasos sin pérdida.',
    en: 'With the forget bias at 1 it remembers 100 steps without loss.',
  },
  'question.m7': {
    es: 'Los textos se rellenan al final con <pad>, y se clasifica con el estado del último índice, sin máscara. ¿Qué pasa?',
    en: 'Texts are padded at the end with <pad>, and are classified by the state at the last index, without a mask. What happens?',
  },
  'question.m7-mask': {
    es: 'El estado siguió cambiando con el relleno: hace falta una máscara, o leer el último paso real.',
    en: 'The state went on changing with the padding: a mask is needed, or reading the last real step.',
  },
  'question.m7-zero-embedding': {
    es: 'Nada: el embedding de <pad> es 0 y no cambia el estado.',
    en: 'Nothing: the embedding of <pad> is 0 and does not change the state.',
  },
  'question.m7-slower': {
    es: 'El resultado es el mismo; solo se tarda más.',
    en: 'The result is the same; it only takes longer.',
  },
  'question.m7-unknown': {
    es: 'Se arregla dando a <pad> el mismo índice que a <unk>.',
    en: 'It is mended by giving <pad> the same index as <unk>.',
  },
  'question.m8': {
    es: '¿Con qué datos se ajusta el escalador de una serie, es decir, su media y su desviación?',
    en: 'On which data is the scaler of a series fitted, that is, its mean and its deviation?',
  },
  'question.m8-train': { es: 'Solo con la parte de entrenamiento.', en: 'On the training part alone.' },
  'question.m8-all': {
    es: 'Con toda la serie, para que la escala sea la misma.',
    en: 'On the whole series, so that the scale is the same.',
  },
  'question.m8-shuffled': {
    es: 'Con un 70 % de los puntos, tomados al azar de toda la serie.',
    en: 'On 70 % of the points, taken at random from the whole series.',
  },
  'question.m8-per-window': {
    es: 'Con cada ventana junto con su objetivo.',
    en: 'On each window together with its target.',
  },
  'question.m9': {
    es: 'Una BiLSTM de una sola capa lee 6 tokens. En out[:, -1, :], ¿cuántos tokens ha leído la mitad que va hacia atrás?',
    en: 'A BiLSTM of a single layer reads 6 tokens. In out[:, -1, :], how many tokens has the half that goes backwards read?',
  },
  'question.m9-one': { es: '1', en: '1' },
  'question.m9-all': { es: '6', en: '6' },
  'question.m9-all-but-one': { es: '5', en: '5' },
  'question.m9-none': { es: '0', en: '0' },
  'question.m10': {
    es: 'Un microcontrolador debe avisar de fallos en tiempo real, con dependencias de unos 50 pasos. ¿Cuál es la opción más razonable?',
    en: 'A microcontroller has to warn of faults in real time, with dependencies of some 50 steps. Which is the most reasonable choice?',
  },
  'question.m10-gru': { es: 'Una GRU unidireccional.', en: 'A unidirectional GRU.' },
  'question.m10-bilstm': { es: 'Una BiLSTM.', en: 'A BiLSTM.' },
  'question.m10-transformer': {
    es: 'Un Transformer sobre la grabación completa.',
    en: 'A Transformer on the whole recording.',
  },
  'question.m10-rnn': {
    es: 'Una RNN simple, porque tiene menos parámetros.',
    en: 'A simple RNN, because it has fewer parameters.',
  },

  'question.s': {
    es: '¿De qué tipo de secuencia es esta tarea? {item}',
    en: 'Of which kind of sequence is this task? {item}',
  },
  'question.kind-one-to-one': { es: 'uno a uno', en: 'one to one' },
  'question.kind-one-to-many': { es: 'uno a muchos', en: 'one to many' },
  'question.kind-many-to-one': { es: 'muchos a uno', en: 'many to one' },
  'question.kind-aligned': { es: 'muchos a muchos, sincrónico', en: 'many to many, synchronous' },
  'question.kind-unaligned': { es: 'muchos a muchos, asincrónico', en: 'many to many, asynchronous' },
  'question.item-photo': {
    es: 'Decir si una foto, vista de una vez por una red sin recurrencia, es de un perro o de un gato.',
    en: 'Say whether a photo, seen at once by a network without recurrence, is of a dog or of a cat.',
  },
  'question.item-house': {
    es: 'Estimar el precio de una casa a partir de una ficha con su superficie, sus habitaciones y su barrio.',
    en: 'Estimate the price of a house from a card with its area, its rooms and its neighbourhood.',
  },
  'question.item-card': {
    es: 'Decidir si un solo pago con tarjeta, descrito por 20 números, es un fraude, sin mirar ningún otro.',
    en: 'Decide whether a single card payment, described by 20 numbers, is a fraud, without looking at any other.',
  },
  'question.item-caption': { es: 'Describir una imagen con una frase.', en: 'Describe an image in a sentence.' },
  'question.item-melody': {
    es: 'Componer una melodía a partir del nombre de un género musical.',
    en: 'Compose a melody from the name of a musical genre.',
  },
  'question.item-poem': {
    es: 'Escribir un poema a partir de una etiqueta con su tema, elegida de una lista.',
    en: 'Write a poem from a label with its topic, chosen from a list.',
  },
  'question.item-instrument': {
    es: 'Generar un segundo de sonido a partir del número de un instrumento.',
    en: 'Generate a second of sound from the number of an instrument.',
  },
  'question.item-review': {
    es: 'Decir si una reseña de una película es positiva o negativa.',
    en: 'Say whether a review of a film is positive or negative.',
  },
  'question.item-next-value': {
    es: 'Predecir el siguiente valor de una serie a partir de los últimos 30.',
    en: 'Predict the next value of a series from the last 30.',
  },
  'question.item-heartbeat': {
    es: 'Decidir, a partir de un electrocardiograma de un minuto, si hay arritmia.',
    en: 'Decide from a one-minute electrocardiogram whether there is an arrhythmia.',
  },
  'question.item-author': {
    es: 'Decir quién, de diez autores, escribió un párrafo.',
    en: 'Say which of ten authors wrote a paragraph.',
  },
  'question.item-part-of-speech': {
    es: 'Dar la categoría gramatical de cada palabra de una frase.',
    en: 'Give the part of speech of each word of a sentence.',
  },
  'question.item-anomaly': {
    es: 'Marcar cada instante de la señal de un sensor como normal o anómalo.',
    en: 'Mark each instant of the signal of a sensor as normal or anomalous.',
  },
  'question.item-frames': {
    es: 'Decir, en cada fotograma de un video, si se ve a una persona.',
    en: 'Say of each frame of a video whether a person can be seen.',
  },
  'question.item-names': {
    es: 'Marcar cada palabra de una noticia según sea, o no, parte de un nombre propio.',
    en: 'Mark each word of a news item by whether it is part of a proper name.',
  },
  'question.item-translation': {
    es: 'Traducir una frase del español al inglés.',
    en: 'Translate a sentence from Spanish into English.',
  },
  'question.item-summary': {
    es: 'Resumir un artículo en tres frases.',
    en: 'Summarise an article in three sentences.',
  },
  'question.item-dictation': {
    es: 'Escribir lo que se dice en una grabación de voz.',
    en: 'Write down what is said in a recording of a voice.',
  },
  'question.item-reply': {
    es: 'Responder con una frase a la pregunta que alguien escribe.',
    en: 'Answer in a sentence the question that somebody writes.',
  },
} as const satisfies Messages
