import type { Messages } from '../language.ts'

/** What was wrong with a stack of LSTM layers. */
export const stackedLstm = {
  'stacked.top-layer-last-only': {
    es: 'El modelo da un solo estado y se esperaba uno por instante: la capa de arriba también devuelve su secuencia entera (`returnSequences`).',
    en: 'The model gives a single state where one per time step was expected: the top layer returns its whole sequence too (`returnSequences`).',
  },
  'stacked.inner-layer-last-only': {
    es: 'Con profundidad {depth}, al cambiar x en el paso {step} los pasos anteriores debían quedar igual, pero {at} cambió. ¿Una capa intermedia devuelve solo su último estado, que ya ha leído el futuro?',
    en: 'With depth {depth}, after changing x at step {step} the earlier steps should stay as they were, but {at} changed. Does an inner layer return its last state alone, which has already read the future?',
  },
  'stacked.same-layer-reused': {
    es: 'Con profundidad {depth} se esperaban {expected} pesos, y hay {received}. Cada nivel es una capa nueva, con pesos propios: crea la capa dentro del bucle.',
    en: 'With depth {depth} expected {expected} weights, and there are {received}. Every level is a new layer with weights of its own: create the layer within the loop.',
  },
  'stacked.layer-weights': {
    es: 'En la capa {layer} se esperaban pesos de formas {expected} (entrada, recurrentes y sesgo), pero hay {received}. La primera capa lee las D características; las demás, los H estados de la de abajo.',
    en: 'In layer {layer} expected weights of the shapes {expected} (input, recurrent and bias), but there are {received}. The first layer reads the D features; the others read the H states of the one below.',
  },
  'stacked.layers-counted-alike': {
    es: '{call}: contaste todas las capas como la primera. Solo esa lee las D características; las demás leen los H estados de la de abajo.',
    en: '{call}: you counted every layer like the first. Only that one reads the D features; the others read the H states of the one below.',
  },
} satisfies Messages
