import type { Messages } from '../language.ts'

/** What each named mistake of the from-scratch deliverables is, and which formula to look at; never the code. */
export const cellMisconceptions = {
  'misconception.rnn.zero-init': {
    es: 'La matriz recurrente Whh empieza en cero: así la red no recuerda nada al principio. También se sortea.',
    en: 'The recurrent matrix Whh starts at zero, so that at first the network remembers nothing. It is drawn too.',
  },
  'misconception.rnn.seed-ignored': {
    es: 'Los pesos no dependen de la semilla: dos semillas distintas deben dar pesos distintos.',
    en: 'The weights do not depend on the seed: two seeds must give different weights.',
  },
  'misconception.rnn.relu-instead-of-tanh': {
    es: 'La activación del estado es ReLU; la celda del laboratorio usa tanh, que deja el estado entre −1 y 1.',
    en: 'The activation of the state is ReLU; the cell of this lab uses tanh, which keeps the state between −1 and 1.',
  },
  'misconception.rnn.sigmoid-instead-of-tanh': {
    es: 'La activación del estado es la sigmoide; la celda del laboratorio usa tanh, que también da valores negativos.',
    en: 'The activation of the state is the sigmoid; the cell of this lab uses tanh, which gives negative values too.',
  },
  'misconception.rnn.activation-missing': {
    es: 'El estado se queda en la combinación lineal: falta la tanh que la envuelve.',
    en: 'The state stays the linear combination: the tanh around it is missing.',
  },
  'misconception.rnn.bias-missing': {
    es: 'Falta un sesgo: tanto el estado como la salida suman el suyo (bh y by).',
    en: 'A bias is missing: the state and the output each add their own (bh and by).',
  },
  'misconception.rnn.output-sees-old-state': {
    es: 'La salida se calcula con el estado anterior; la de un instante lee el estado de ese mismo instante.',
    en: 'The output is computed from the previous state; the output of a step reads the state of that same step.',
  },
  'misconception.rnn.mutates-arguments': {
    es: 'La función cambia los datos que recibe: en ml-matrix, los métodos de una matriz (`a.add(b)`) la modifican, y las funciones de clase (`Matrix.add(a, b)`) crean otra.',
    en: 'The function changes what it is given: in ml-matrix the methods of a matrix (`a.add(b)`) modify it, and the static functions (`Matrix.add(a, b)`) make another.',
  },
  'misconception.rnn.state-not-carried': {
    es: 'Cada instante vuelve a empezar desde el estado inicial: el estado que sale de un paso es el que entra en el siguiente.',
    en: 'Every step starts again from the initial state: the state that leaves a step is the one that enters the next.',
  },
  'misconception.rnn.h0-ignored': {
    es: 'El estado inicial que se da no se usa: solo cuando falta se empieza en ceros.',
    en: 'The initial state that is given is not used: only when it is left out does one start from zeros.',
  },
  'misconception.rnn.initial-state-returned': {
    es: 'La lista hs trae también el estado inicial: tiene un elemento por entrada, y hs[t] es el estado después de xs[t].',
    en: 'The list hs has the initial state too: it has one item per input, and hs[t] is the state after xs[t].',
  },
  'misconception.rnn.softmax-unstable': {
    es: 'Con logits grandes la exponencial se desborda y sale NaN: softmax no cambia si a toda la columna se le resta su máximo.',
    en: 'For large logits the exponential overflows and gives NaN: softmax does not change when the largest of a column is taken from all of it.',
  },
  'misconception.rnn.softmax-wrong-axis': {
    es: 'Softmax normaliza a lo largo del lote: cada columna es un ejemplo, y sus probabilidades deben sumar 1.',
    en: 'Softmax normalises along the batch: each column is one example, and its probabilities must add up to 1.',
  },
  'misconception.rnn.loss-sum-not-mean': {
    es: 'La pérdida es la suma sobre el lote; el enunciado pide la media, para que no dependa del tamaño del lote.',
    en: 'The loss is the sum over the batch; the handout asks for the mean, which does not depend on the size of the batch.',
  },
  'misconception.rnn.loss-without-minus': {
    es: 'La pérdida tiene el signo contrario: es menos el logaritmo de la probabilidad de la clase correcta.',
    en: 'The loss has the opposite sign: it is minus the logarithm of the probability of the right class.',
  },
  'misconception.rnn.tanh-derivative-missing': {
    es: 'Al volver atrás falta la derivada de la tanh: antes de llegar a los pesos, el gradiente del estado se multiplica por ella.',
    en: 'On the way back the derivative of tanh is missing: before it reaches the weights, the gradient of the state is multiplied by it.',
  },
  'misconception.rnn.tanh-derivative-twice': {
    es: 'La derivada aplica tanh otra vez: h ya es la salida de la tanh, y su derivada se escribe solo con h.',
    en: 'The derivative applies tanh once more: h already is the output of tanh, and the derivative is written with h alone.',
  },
  'misconception.rnn.tanh-derivative-off-by-one': {
    es: 'La derivada de la tanh se toma en el estado del instante anterior: la del paso t usa el estado que salió del paso t.',
    en: 'The derivative of tanh is taken at the state of the step before: that of step t uses the state that left step t.',
  },
  'misconception.rnn.only-last-step': {
    es: 'El gradiente se queda en el último instante: el error también viaja hacia atrás, paso a paso, hasta el primero.',
    en: 'The gradient stays at the last step: the error also travels back, step by step, to the first.',
  },
  'misconception.rnn.dwhh-off-by-one': {
    es: 'El gradiente de Whh multiplica por el estado equivocado: en el paso t, Whh multiplicó al estado anterior.',
    en: 'The gradient of Whh multiplies by the wrong state: in step t, Whh multiplied the previous state.',
  },
  'misconception.rnn.recurrent-not-transposed': {
    es: 'Al pasar el gradiente al instante anterior falta trasponer Whh.',
    en: 'When the gradient goes to the step before, Whh is not transposed.',
  },
  'misconception.rnn.bias-gradient-not-accumulated': {
    es: 'El gradiente de bh es el de un solo instante: bh se usa en todos, así que sus gradientes se suman.',
    en: 'The gradient of bh is that of one step: bh is used in all of them, so that its gradients add up.',
  },
  'misconception.rnn.gradient-not-accumulated': {
    es: 'Los gradientes de Wxh y Whh son los de un solo instante: los mismos pesos se usan en todos, así que se suman.',
    en: 'The gradients of Wxh and Whh are those of one step: the same weights are used in all of them, so that they add up.',
  },
  'misconception.rnn.gradient-not-averaged': {
    es: 'El gradiente no se divide por el tamaño del lote: la pérdida es una media, y su gradiente también.',
    en: 'The gradient is not divided by the size of the batch: the loss is a mean, and so is its gradient.',
  },
  'misconception.rnn.dlogits-without-one-hot': {
    es: 'El gradiente de los logits es solo la probabilidad: falta restar 1 en la clase correcta.',
    en: 'The gradient of the logits is the probability alone: 1 is not subtracted at the right class.',
  },
  'misconception.rnn.clip-by-value': {
    es: 'Se recorta cada número por separado, y el gradiente cambia de dirección: se escala todo por un mismo factor.',
    en: 'Each number is clipped on its own, and the gradient changes direction: all of it is scaled by one factor.',
  },
  'misconception.rnn.clip-per-parameter': {
    es: 'Cada matriz se recorta con su propia norma: la norma global es una sola, la de todos los gradientes juntos.',
    en: 'Each matrix is clipped by its own norm: the global norm is a single one, of all gradients together.',
  },
  'misconception.rnn.clip-always-rescales': {
    es: 'Se reescala también cuando la norma está por debajo del umbral: entonces el gradiente queda como estaba.',
    en: 'It rescales below the threshold too: there the gradient stays as it was.',
  },
  'misconception.rnn.clip-norm-squared': {
    es: 'La norma global no es la suma de las normas: es la raíz de la suma de los cuadrados de todos los números.',
    en: 'The global norm is not the sum of the norms: it is the root of the sum of the squares of all numbers.',
  },
  'misconception.rnn.gradient-ascent': {
    es: 'El paso suma el gradiente, y la pérdida sube: para bajarla se va en contra del gradiente.',
    en: 'The step adds the gradient, and the loss rises: to lower it one goes against the gradient.',
  },
  'misconception.rnn.train-not-clipped': {
    es: 'El entrenamiento no recorta el gradiente: entre calcularlo y dar el paso se aplica el recorte con maxNorm.',
    en: 'The training does not clip the gradient: between computing it and taking the step it is clipped by maxNorm.',
  },
  'misconception.rnn.train-starts-over': {
    es: 'Cada época calcula el gradiente en los pesos del principio: cada una parte de los pesos que dejó la anterior.',
    en: 'Every epoch computes the gradient at the first weights: each starts from the weights that the one before left.',
  },
  'misconception.rnn.double-bias-count': {
    es: 'Se cuentan dos sesgos por unidad, como los guarda PyTorch: la celda del laboratorio tiene uno.',
    en: 'Two biases a unit are counted, as PyTorch stores them: the cell of this lab has one.',
  },
  'misconception.rnn.count-without-bias': {
    es: 'Faltan los sesgos en la cuenta: hay uno por unidad.',
    en: 'The biases are not in the count: there is one a unit.',
  },
  'misconception.rnn.powers-off-by-one': {
    es: 'Las potencias empiezan en la primera: la distancia 0 es la identidad, que todavía no ha pasado por Whh.',
    en: 'The powers begin at the first: distance 0 is the identity, which has not gone through Whh yet.',
  },
  'misconception.lstm.forget-bias-zero': {
    es: 'El sesgo de la puerta de olvido empieza en 0; en 1, la celda recuerda desde el principio.',
    en: 'The bias of the forget gate starts at 0; at 1 the cell remembers from the start.',
  },
  'misconception.lstm.seed-ignored': {
    es: 'Los pesos no dependen de la semilla: dos semillas distintas deben dar pesos distintos.',
    en: 'The weights do not depend on the seed: two seeds must give different weights.',
  },
  'misconception.lstm.zero-init': {
    es: 'Las matrices de pesos empiezan en cero: todas las unidades serían iguales. Se sortean con la escala del enunciado.',
    en: 'The weight matrices start at zero: all units would be alike. They are drawn at the scale of the handout.',
  },
  'misconception.lstm.sigmoid-unstable': {
    es: 'Con números grandes la exponencial se desborda y la sigmoide da NaN: hay dos formas equivalentes, y cada signo pide la suya.',
    en: 'For large numbers the exponential overflows and the sigmoid gives NaN: there are two equal forms, and each sign wants its own.',
  },
  'misconception.lstm.hard-sigmoid': {
    es: 'Es la sigmoide «dura» (una recta recortada), que es la que usa tfjs si no se le dice otra cosa: aquí se pide la logística.',
    en: 'It is the "hard" sigmoid (a clipped line), which tfjs uses unless told otherwise: the logistic one is asked for here.',
  },
  'misconception.lstm.forget-and-input-swapped': {
    es: 'Las puertas de olvido y de entrada están cambiadas: el olvido multiplica la celda anterior y la entrada al candidato.',
    en: 'The forget and input gates are exchanged: the forget gate multiplies the old cell, the input gate the candidate.',
  },
  'misconception.lstm.sigmoid-candidate': {
    es: 'El candidato pasa por una sigmoide: no es una puerta, y su activación es tanh, para poder restar de la celda.',
    en: 'The candidate goes through a sigmoid: it is no gate, and its activation is tanh, so that it can take from the cell.',
  },
  'misconception.lstm.tanh-gate': {
    es: 'Una puerta pasa por tanh: las tres puertas son proporciones entre 0 y 1, así que usan la sigmoide.',
    en: 'A gate goes through tanh: all three gates are shares between 0 and 1, so that they use the sigmoid.',
  },
  'misconception.lstm.output-without-tanh': {
    es: 'El estado oculto sale de la celda sin tanh: la puerta de salida multiplica a tanh(c).',
    en: 'The hidden state leaves the cell without tanh: the output gate multiplies tanh(c).',
  },
  'misconception.lstm.concat-order': {
    es: 'La concatenación está al revés: las puertas leen [h; x], primero las filas del estado y después las de la entrada.',
    en: 'The concatenation is the other way round: the gates read [h; x], first the rows of the state, then those of the input.',
  },
  'misconception.lstm.no-forgetting': {
    es: 'La celda anterior no entra en la nueva: falta el término de la puerta de olvido.',
    en: 'The old cell does not enter the new one: the term of the forget gate is missing.',
  },
  'misconception.lstm.coupled-gates': {
    es: 'La puerta de entrada es 1 − f: eso es la variante acoplada (LB2). En la celda del laboratorio tiene sus propios pesos.',
    en: 'The input gate is 1 − f: that is the coupled variant (LB2). In the cell of this lab it has weights of its own.',
  },
  'misconception.lstm.output-sees-old-cell': {
    es: 'El estado oculto se calcula con la celda anterior: la puerta de salida lee la celda recién escrita.',
    en: 'The hidden state is computed from the old cell: the output gate reads the cell that was just written.',
  },
  'misconception.lstm.bias-missing': {
    es: 'Falta sumar los sesgos de las puertas y del candidato.',
    en: 'The biases of the gates and of the candidate are not added.',
  },
  'misconception.lstm.mutates-arguments': {
    es: 'La función cambia los datos que recibe: en ml-matrix, los métodos de una matriz (`a.add(b)`) la modifican, y las funciones de clase (`Matrix.add(a, b)`) crean otra.',
    en: 'The function changes what it is given: in ml-matrix the methods of a matrix (`a.add(b)`) modify it, and the static functions (`Matrix.add(a, b)`) make another.',
  },
  'misconception.lstm.state-not-carried': {
    es: 'Uno de los dos estados no pasa al instante siguiente: tanto h como c viajan de un paso a otro.',
    en: 'One of the two states does not go on to the next step: both h and c travel from step to step.',
  },
  'misconception.lstm.initial-state-ignored': {
    es: 'Un estado inicial que se da no se usa: solo cuando falta se empieza en ceros.',
    en: 'An initial state that is given is not used: only when it is left out does one start from zeros.',
  },
  'misconception.lstm.initial-state-returned': {
    es: 'Las listas traen también el estado inicial: tienen un elemento por entrada, y el t es el de después de xs[t].',
    en: 'The lists have the initial state too: they have one item per input, and item t is the one after xs[t].',
  },
  'misconception.lstm.double-tanh-in-cell-gradient': {
    es: 'La derivada aplica tanh dos veces: si ya tienes tanh(c), su derivada se escribe solo con ese valor.',
    en: 'The derivative applies tanh twice: once you have tanh(c), the derivative is written with that value alone.',
  },
  'misconception.lstm.forget-derivative-missing': {
    es: 'En el gradiente de la puerta de olvido falta la derivada de la sigmoide, que se escribe con el valor de la propia puerta.',
    en: 'The gradient of the forget gate lacks the derivative of the sigmoid, which is written with the value of the gate itself.',
  },
  'misconception.lstm.input-derivative-missing': {
    es: 'En el gradiente de la puerta de entrada falta la derivada de la sigmoide, que se escribe con el valor de la propia puerta.',
    en: 'The gradient of the input gate lacks the derivative of the sigmoid, which is written with the value of the gate itself.',
  },
  'misconception.lstm.output-derivative-missing': {
    es: 'En el gradiente de la puerta de salida falta la derivada de la sigmoide, que se escribe con el valor de la propia puerta.',
    en: 'The gradient of the output gate lacks the derivative of the sigmoid, which is written with the value of the gate itself.',
  },
  'misconception.lstm.candidate-derivative-wrong': {
    es: 'La derivada del candidato no es la de su tanh, escrita con el valor del propio candidato.',
    en: 'The derivative of the candidate is not that of its tanh, written with the value of the candidate itself.',
  },
  'misconception.lstm.output-gradient-uses-cell': {
    es: 'El gradiente de la puerta de salida multiplica por c: en la ida, esa puerta multiplicó a tanh(c).',
    en: 'The gradient of the output gate multiplies by c: on the way forward that gate multiplied tanh(c).',
  },
  'misconception.lstm.cell-off-by-one': {
    es: 'El gradiente de la puerta de olvido usa la celda nueva: en la ida, esa puerta multiplicó a la celda anterior.',
    en: 'The gradient of the forget gate uses the new cell: on the way forward that gate multiplied the old one.',
  },
  'misconception.lstm.cell-gradient-not-carried': {
    es: 'El gradiente de la celda no llega al instante anterior: c también es un camino hacia atrás, el que no se desvanece.',
    en: 'The gradient of the cell does not reach the step before: c is a way back too, the one that does not vanish.',
  },
  'misconception.lstm.hidden-gradient-not-carried': {
    es: 'El gradiente del estado oculto no llega al instante anterior: se suma al que viene de fuera en dhs.',
    en: 'The gradient of the hidden state does not reach the step before: it is added to the one from outside in dhs.',
  },
  'misconception.lstm.cell-gradient-without-forget': {
    es: 'El gradiente de la celda pasa entero al instante anterior: por el camino lo multiplica la puerta de olvido.',
    en: 'The gradient of the cell goes to the step before as a whole: on its way the forget gate multiplies it.',
  },
  'misconception.lstm.dz-split-wrong': {
    es: 'El gradiente de [h; x] se corta al revés: las primeras H filas son del estado, y las demás de la entrada.',
    en: 'The gradient of [h; x] is cut the other way round: the first H rows are the state’s, the others the input’s.',
  },
  'misconception.lstm.gradient-not-accumulated': {
    es: 'Los gradientes de los pesos son los de un solo instante: los mismos pesos se usan en todos, así que se suman.',
    en: 'The gradients of the weights are those of one step: the same weights are used in all of them, so that they add up.',
  },
  'misconception.lstm.gradient-averaged': {
    es: 'Los gradientes se dividen por el tamaño del lote: aquí no, porque quien calculó dhs ya lo hizo.',
    en: 'The gradients are divided by the size of the batch: not here, because whoever computed dhs has done so.',
  },
  'misconception.lstm.double-bias-count': {
    es: 'Se cuentan dos sesgos por puerta, como los guarda PyTorch: la celda del laboratorio tiene uno.',
    en: 'Two biases a gate are counted, as PyTorch stores them: the cell of this lab has one.',
  },
  'misconception.lstm.count-without-candidate': {
    es: 'Falta un bloque en la cuenta: son tres puertas y un candidato.',
    en: 'A block is missing in the count: there are three gates and a candidate.',
  },
  'misconception.lstm.count-without-biases': {
    es: 'Faltan los sesgos en la cuenta: cada bloque tiene uno por unidad.',
    en: 'The biases are not in the count: each block has one a unit.',
  },
  'misconception.gru.seed-ignored': {
    es: 'Los pesos no dependen de la semilla: dos semillas distintas deben dar pesos distintos.',
    en: 'The weights do not depend on the seed: two seeds must give different weights.',
  },
  'misconception.gru.zero-init': {
    es: 'Las matrices de pesos empiezan en cero: todas las unidades serían iguales. Se sortean con la escala del enunciado.',
    en: 'The weight matrices start at zero: all units would be alike. They are drawn at the scale of the handout.',
  },
  'misconception.gru.sigmoid-unstable': {
    es: 'Con números grandes la exponencial se desborda y una puerta da NaN: hay dos formas equivalentes de la sigmoide, y cada signo pide la suya.',
    en: 'For large numbers the exponential overflows and a gate gives NaN: there are two equal forms of the sigmoid, and each sign wants its own.',
  },
  'misconception.gru.hard-sigmoid': {
    es: 'Las puertas usan la sigmoide «dura» (una recta recortada), la de tfjs si no se le dice otra cosa: aquí se pide la logística.',
    en: 'The gates use the "hard" sigmoid (a clipped line), that of tfjs unless told otherwise: the logistic one is asked for here.',
  },
  'misconception.gru.update-convention-swapped': {
    es: 'La puerta z está al revés: es la convención de Keras y PyTorch. En el laboratorio, z es la parte de lo nuevo.',
    en: 'The gate z is the other way round: it is the convention of Keras and PyTorch. In this lab z is the share of the new.',
  },
  'misconception.gru.reset-after': {
    es: 'El reinicio se aplica después del producto, como en cuDNN y PyTorch: aquí r multiplica al estado antes de entrar en Wh.',
    en: 'The reset is applied after the product, as in cuDNN and PyTorch: here r multiplies the state before it enters Wh.',
  },
  'misconception.gru.reset-missing': {
    es: 'La puerta de reinicio no se usa: el candidato no lee el estado, sino el estado reiniciado por r.',
    en: 'The reset gate is not used: the candidate does not read the state but the state reset by r.',
  },
  'misconception.gru.gates-swapped': {
    es: 'Las puertas r y z están cambiadas: cada una se calcula con sus propios pesos.',
    en: 'The gates r and z are exchanged: each is computed from weights of its own.',
  },
  'misconception.gru.sigmoid-candidate': {
    es: 'El candidato pasa por una sigmoide: no es una puerta, y su activación es tanh.',
    en: 'The candidate goes through a sigmoid: it is no gate, and its activation is tanh.',
  },
  'misconception.gru.concat-order': {
    es: 'La concatenación está al revés: las puertas leen [h; x], primero las filas del estado y después las de la entrada.',
    en: 'The concatenation is the other way round: the gates read [h; x], first the rows of the state, then those of the input.',
  },
  'misconception.gru.bias-missing': {
    es: 'Falta sumar los sesgos de las puertas y del candidato.',
    en: 'The biases of the gates and of the candidate are not added.',
  },
  'misconception.gru.mutates-arguments': {
    es: 'La función cambia los datos que recibe: en ml-matrix, los métodos de una matriz (`a.add(b)`) la modifican, y las funciones de clase (`Matrix.add(a, b)`) crean otra.',
    en: 'The function changes what it is given: in ml-matrix the methods of a matrix (`a.add(b)`) modify it, and the static functions (`Matrix.add(a, b)`) make another.',
  },
  'misconception.gru.state-not-carried': {
    es: 'Cada instante vuelve a empezar desde el estado inicial: el estado que sale de un paso es el que entra en el siguiente.',
    en: 'Every step starts again from the initial state: the state that leaves a step is the one that enters the next.',
  },
  'misconception.gru.initial-state-ignored': {
    es: 'El estado inicial que se da no se usa: solo cuando falta se empieza en ceros.',
    en: 'The initial state that is given is not used: only when it is left out does one start from zeros.',
  },
  'misconception.gru.initial-state-returned': {
    es: 'La lista hs trae también el estado inicial: tiene un elemento por entrada, y hs[t] es el estado después de xs[t].',
    en: 'The list hs has the initial state too: it has one item per input, and hs[t] is the state after xs[t].',
  },
  'misconception.gru.direct-path-missing': {
    es: 'Al volver falta el camino directo: el estado anterior pasa al nuevo multiplicado por 1 − z, y el gradiente vuelve por ahí.',
    en: 'On the way back the direct path is missing: the old state goes into the new one times 1 − z, and the gradient comes back that way.',
  },
  'misconception.gru.reset-path-missing': {
    es: 'El camino que vuelve por el estado reiniciado falta o está incompleto: el candidato leyó r ⊙ h, y la regla del producto también le toca a r.',
    en: 'The way back through the reset state is missing or incomplete: the candidate read r ⊙ h, and in the product rule r has its part.',
  },
  'misconception.gru.gate-path-missing': {
    es: 'Al volver faltan los caminos por las puertas: r y z también leyeron el estado anterior.',
    en: 'On the way back the paths through the gates are missing: r and z have read the old state too.',
  },
  'misconception.gru.update-gradient-sign': {
    es: 'El gradiente de z tiene el signo contrario: mira con qué signo entra z delante del candidato y del estado anterior.',
    en: 'The gradient of z has the opposite sign: look at the sign with which z stands before the candidate and the old state.',
  },
  'misconception.gru.candidate-weights-see-unreset-state': {
    es: 'El gradiente de Wh usa el estado sin reiniciar: en la ida, Wh multiplicó a [r ⊙ h; x].',
    en: 'The gradient of Wh uses the state that was not reset: on the way forward Wh multiplied [r ⊙ h; x].',
  },
  'misconception.gru.candidate-derivative-wrong': {
    es: 'La derivada del candidato no es la de su tanh, escrita con el valor del propio candidato.',
    en: 'The derivative of the candidate is not that of its tanh, written with the value of the candidate itself.',
  },
  'misconception.gru.gate-derivative-missing': {
    es: 'En el gradiente de una puerta falta la derivada de la sigmoide, que se escribe con el valor de la propia puerta.',
    en: 'The gradient of a gate lacks the derivative of the sigmoid, which is written with the value of the gate itself.',
  },
  'misconception.gru.hidden-gradient-not-carried': {
    es: 'El gradiente del estado no llega al instante anterior: se suma al que viene de fuera en dhs.',
    en: 'The gradient of the state does not reach the step before: it is added to the one from outside in dhs.',
  },
  'misconception.gru.gradient-not-accumulated': {
    es: 'Los gradientes de los pesos son los de un solo instante: los mismos pesos se usan en todos, así que se suman.',
    en: 'The gradients of the weights are those of one step: the same weights are used in all of them, so that they add up.',
  },
  'misconception.gru.gradient-averaged': {
    es: 'Los gradientes se dividen por el tamaño del lote: aquí no, porque quien calculó dhs ya lo hizo.',
    en: 'The gradients are divided by the size of the batch: not here, because whoever computed dhs has done so.',
  },
  'misconception.gru.double-bias-count': {
    es: 'Se cuentan dos sesgos por bloque, como los guarda PyTorch: la celda del laboratorio tiene uno.',
    en: 'Two biases a block are counted, as PyTorch stores them: the cell of this lab has one.',
  },
  'misconception.gru.count-without-candidate': {
    es: 'Falta un bloque en la cuenta: son dos puertas y un candidato.',
    en: 'A block is missing in the count: there are two gates and a candidate.',
  },
  'misconception.gru.count-as-lstm': {
    es: 'Son los bloques de una LSTM: la GRU tiene uno menos, dos puertas y un candidato.',
    en: 'These are the blocks of an LSTM: the GRU has one less, two gates and a candidate.',
  },
  'misconception.gru.count-without-biases': {
    es: 'Faltan los sesgos en la cuenta: cada bloque tiene uno por unidad.',
    en: 'The biases are not in the count: each block has one a unit.',
  },
} as const satisfies Messages
