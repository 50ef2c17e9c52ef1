import type { Messages } from '../language.ts'

/** What was wrong with the recurrent layers of a model. */
export const recurrentModels = {
  'layer.none-recurrent': {
    es: 'Se esperaba alguna capa recurrente en el modelo de `{fn}`, pero no hay ninguna. Usa las de `tf.layers`: lstm, gru, simpleRNN.',
    en: 'Expected a recurrent layer in the model of `{fn}`, but there is none. Use those of `tf.layers`: lstm, gru, simpleRNN.',
  },
  'layer.hard-sigmoid': {
    es: "En `{fn}` las puertas de la capa recurrente {layer} no pasan por la sigmoide: tfjs usa por defecto `hardSigmoid`, una línea quebrada. Pide `recurrentActivation: ''sigmoid''`.",
    en: "In `{fn}` the gates of recurrent layer {layer} do not go through the sigmoid: by default tfjs uses `hardSigmoid`, a polyline. Ask for `recurrentActivation: ''sigmoid''`.",
  },
  'layer.not-tanh': {
    es: 'En `{fn}` la capa recurrente {layer} no usa tanh. Deja la `activation` por defecto de las capas recurrentes.',
    en: 'In `{fn}` recurrent layer {layer} does not use tanh. Leave the default `activation` of recurrent layers.',
  },
  'layer.forget-bias': {
    es: 'En `{fn}` se esperaba que el sesgo de la puerta de olvido de la LSTM {layer} empezara en 1, pero empieza en {received}. Pide `unitForgetBias: true`.',
    en: 'In `{fn}` expected the forget bias of LSTM {layer} to start at 1, but it starts at {received}. Ask for `unitForgetBias: true`.',
  },
} satisfies Messages
