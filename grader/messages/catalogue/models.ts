import type { Messages } from '../language.ts'

/** What was wrong with a model that a student's code built. */
export const models = {
  'model.not-a-model': {
    es: 'Se esperaba que `{name}` devolviera un modelo de tfjs (`tf.LayersModel`), pero llegó otra cosa. Devuelve lo que da `tf.sequential` o `tf.model`.',
    en: 'Expected `{name}` to return a tfjs model (`tf.LayersModel`), but something else came. Return what `tf.sequential` or `tf.model` gives.',
  },
  'model.broken': {
    es: 'El modelo de `{name}` no se puede reconstruir a partir de sus capas y pesos: {reason}. Constrúyelo solo con `tf.layers`.',
    en: 'The model of `{name}` cannot be rebuilt from its layers and weights: {reason}. Build it with `tf.layers` only.',
  },
  'model.layer': {
    es: 'El modelo de `{name}` tiene una capa `{layer}`, que el corrector no admite. Usa las capas que da `tf.layers`: embedding, lstm, gru, simpleRNN, bidirectional, dense, dropout…',
    en: 'The model of `{name}` has a layer `{layer}`, which the grader does not take. Use the layers of `tf.layers`: embedding, lstm, gru, simpleRNN, bidirectional, dense, dropout…',
  },
  'model.too-large': {
    es: 'El modelo de `{name}` es demasiado grande: se admiten hasta {limit} {what, select, layers {capas} depth {niveles de capas dentro de capas} parameters {parámetros} dimension {en cada dimensión} other {caracteres de descripción}}. Usa menos capas o menos unidades.',
    en: 'The model of `{name}` is too large: at most {limit} {what, select, layers {layers} depth {levels of layers within layers} parameters {parameters} dimension {in every dimension} other {characters of description}} are taken. Use fewer layers or fewer units.',
  },
  'model.not-finite': {
    es: 'El peso `{weight}` del modelo de `{name}` no es finito. El entrenamiento diverge: baja la tasa de aprendizaje o recorta el gradiente.',
    en: 'The weight `{weight}` of the model of `{name}` is not finite. Training diverges: lower the learning rate or clip the gradient.',
  },
  'model.count': {
    es: 'Se esperaba que el modelo de `{name}` tuviera {expected} parámetros, pero tiene {received}. Suma los de cada capa, con un solo sesgo por bloque, y mira cuál sobra o falta.',
    en: 'Expected the model of `{name}` to have {expected} parameters, but it has {received}. Add up those of every layer, with a single bias per block, and see which is missing or one too many.',
  },
  'model.shape': {
    es: 'Se esperaba que el modelo de `{name}` fuera de {expected}, pero es de {received} (`null` es el lote). Sigue las formas capa por capa.',
    en: 'Expected the model of `{name}` to go from {expected}, but it goes from {received} (`null` is the batch). Follow the shapes layer by layer.',
  },
  'model.file-missing': {
    es: 'No se encuentra «{path}». Un modelo guardado son dos archivos: model.json y weights.bin. Guárdalos con `npm run train`.',
    en: '"{path}" cannot be found. A saved model is two files: model.json and weights.bin. Save them with `npm run train`.',
  },
  'model.file-unreadable': {
    es: 'Se esperaba un modelo guardado por tfjs (model.json y un solo weights.bin de float32), pero no se entiende «{what}». Vuelve a guardarlo con `npm run train`.',
    en: 'Expected a model saved by tfjs (model.json and a single weights.bin of float32), but "{what}" cannot be read. Save it again with `npm run train`.',
  },
  'artifact.missing': {
    es: 'Se esperaba «{file}» en tu entrega, pero no está. Hazlo con `npm run train -- {slug}` y entrégalo con el código.',
    en: 'Expected "{file}" in your submission, but it is not there. Make it with `npm run train -- {slug}` and hand it in with the code.',
  },
  'artifact.stale': {
    es: '«{file}» es de otra versión de tu código: lo que se entrega debe salir del código que se entrega. Repite `npm run train -- {slug}`.',
    en: '"{file}" is of another version of your code: what is handed in must come from the code that is handed in. Run `npm run train -- {slug}` again.',
  },
  'artifact.unreadable': {
    es: 'Se esperaba que «{file}» fuera lo que escribe `npm run train -- {slug}`, pero no se puede leer. Repite esa orden y no edites el archivo.',
    en: 'Expected "{file}" to be what `npm run train -- {slug}` writes, but it cannot be read. Run that command again and do not edit the file.',
  },
  'artifact.other-figures': {
    es: 'Las últimas cifras de «{file}» no son las del modelo guardado a su lado: al evaluarlo sale {expected}, pero ahí dice {received}. La última entrada del historial es del modelo tal como queda al terminar.',
    en: 'The last figures of "{file}" are not those of the model stored beside it: evaluated it gives {expected}, but the file says {received}. The last entry of the history is of the model as training leaves it.',
  },
  'measure.value': { es: '{name}: {value}', en: '{name}: {value}' },
  'measure.threshold': {
    es: '{atLeast, select, true {mínimo} other {máximo}} {threshold}, margen {margin}',
    en: 'at {atLeast, select, true {least} other {most}} {threshold}, margin {margin}',
  },
  'flag.borderline': {
    es: 'Revisar {check}: {value} está a menos de un error típico ({error}) del umbral {threshold}; con otros datos el resultado podría cambiar.',
    en: 'Review {check}: {value} is within one standard error ({error}) of the threshold {threshold}; other data might have changed the result.',
  },
  'progress.training': {
    es: '{slug}: entrenando, {epochs, select, 0 {paso {steps} de {of}} other {época {epoch} de {epochs}}}{loss, select, none {} other {, pérdida {loss}}}, quedan unos {seconds} s',
    en: '{slug}: training, {epochs, select, 0 {step {steps} of {of}} other {epoch {epoch} of {epochs}}}{loss, select, none {} other {, loss {loss}}}, some {seconds} s left',
  },
} satisfies Messages
