import type { Messages } from '../language.ts'

/** What figures say in their axes and legends, and what the command that draws them says. */
export const plots = {
  'plot.epoch': { es: 'Época', en: 'Epoch' },
  'plot.loss': { es: 'Pérdida', en: 'Loss' },
  'plot.accuracy': { es: 'Exactitud', en: 'Accuracy' },
  'plot.train': { es: 'Entrenamiento', en: 'Training' },
  'plot.validation': { es: 'Validación', en: 'Validation' },
  'plot.actual': { es: 'Real', en: 'Actual' },
  'plot.value': { es: 'Valor', en: 'Value' },
  'plot.test-step': { es: 'Paso temporal de la parte de prueba', en: 'Time step of the test part' },
  'plot.steps-back': { es: 'Pasos hacia atrás en el tiempo (k)', en: 'Steps back in time (k)' },
  'plot.norm': { es: 'Norma de Frobenius de Wᵏ', en: 'Frobenius norm of Wᵏ' },
  'plot.vanishing': { es: 'Se desvanece (escala {scale})', en: 'Vanishes (scale {scale})' },
  'plot.stable': { es: 'Se mantiene (escala {scale})', en: 'Stays (scale {scale})' },
  'plot.exploding': { es: 'Explota (escala {scale})', en: 'Explodes (scale {scale})' },
  'plot.forget-gate': { es: 'Puerta de olvido f', en: 'Forget gate f' },
  'plot.input-gate': { es: 'Puerta de entrada i', en: 'Input gate i' },
  'plot.output-gate': { es: 'Puerta de salida o', en: 'Output gate o' },
  'plot.cell-state': { es: 'Estado de la celda c', en: 'Cell state c' },
  'plot.unit': { es: 'Unidad', en: 'Unit' },
  'plot.params': { es: 'Parámetros', en: 'Parameters' },
  'plot.seconds': {
    es: 'Segundos de entrenamiento ({steps} pasos)',
    en: 'Seconds of training ({steps} steps)',
  },
  'plot.final-loss': { es: 'Pérdida final', en: 'Final loss' },
  'plot.rnn-cell': { es: 'Celda RNN (los mismos pesos)', en: 'RNN cell (the same weights)' },
  'plot.rnn-input': { es: 'Entrada xₜ', en: 'Input xₜ' },
  'plot.rnn-output': { es: 'Salida yₜ', en: 'Output yₜ' },
  'plot.rnn-state': { es: 'Estado oculto hₜ', en: 'Hidden state hₜ' },
  'plot.data-large': {
    es: 'Se esperaba que «{file}» tuviera hasta {limit} MB, pero es mayor. Hazlo de nuevo con `npm run train`.',
    en: 'Expected "{file}" to have at most {limit} MB, but it is larger. Make it again with `npm run train`.',
  },
  'plot.data-json': {
    es: 'Se esperaba que «{file}» fuera JSON, pero no se puede leer. Hazlo de nuevo con `npm run train`.',
    en: 'Expected "{file}" to be JSON, but it cannot be read. Make it again with `npm run train`.',
  },
  'plot.data-long': {
    es: 'En «{file}», en {at}, se esperaban hasta {limit} valores, pero hay {length}.',
    en: 'In "{file}", at {at}, expected at most {limit} values, but there are {length}.',
  },
  'plot.data-odd': {
    es: 'En «{file}», en «{at}», debía haber {wanted, select, object {un objeto} list {una lista con algo dentro} number {un número} notNegative {un número que no sea negativo} positive {un número positivo} whole {un número entero desde 0} sameLength {una lista de {length} valores} model {RNN, LSTM o GRU} once {cada modelo una vez} threeCurves {tres curvas como mucho} fewUnits {24 unidades como mucho} other {otra cosa}}, pero llegó {received}{found, plural, =0 {} other { (# valores)}}.',
    en: 'In "{file}", at "{at}", expected {wanted, select, object {an object} list {a list with something in it} number {a number} notNegative {a number that is not negative} positive {a positive number} whole {a whole number from 0} sameLength {a list of {length} values} model {RNN, LSTM or GRU} once {each model once} threeCurves {three curves at most} fewUnits {24 units at most} other {something else}}, but got {received}{found, plural, =0 {} other { (# values)}}.',
  },
  'plot.figures-odd': {
    es: 'No se entiende «{file}», que declara las figuras de un entregable.',
    en: '"{file}", which declares the figures of a deliverable, cannot be read.',
  },
  'plot.drawn': { es: '✓ {name}.svg y {name}.png', en: '✓ {name}.svg and {name}.png' },
  'plot.skipped': { es: '✗ {name}: no se dibuja. {reason}', en: '✗ {name}: not drawn. {reason}' },
  'plot.no-data': {
    es: 'Falta «{file}», que sale de tu código.',
    en: '"{file}", which comes from your code, is missing.',
  },
  'plot.none': {
    es: 'Se esperaba un entregable con figuras ({known}), pero llegó «{slug}».',
    en: 'Expected a deliverable with figures ({known}), but got "{slug}".',
  },
  'plot.where': { es: 'Figuras en {path}', en: 'Figures in {path}' },
  'help.plots': {
    es: 'Dibuja las figuras del reporte en SVG y PNG.',
    en: 'Draws the figures of the report as SVG and PNG.',
  },
} as const satisfies Messages
