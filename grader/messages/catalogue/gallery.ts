import type { Messages } from '../language.ts'

/** Words of the gallery, in which a teacher reads every message, and of the command that writes it. */
export const gallery = {
  'help.gallery': {
    es: 'Escribe una página con todos los mensajes, en español y en inglés, para leerlos de corrido.',
    en: 'Writes a page with every message, in Spanish and English, to be read through.',
  },
  'help.gallery-out': { es: 'archivo HTML que se escribe', en: 'HTML file to write' },
  'help.gallery-only': {
    es: 'solo los mensajes cuyo identificador empieza así, o los de un tema: law, sentiment…',
    en: 'only the messages whose id begins like this, or those of a topic: law, sentiment…',
  },
  'help.gallery-text': {
    es: 'los escribe en la terminal, cada uno en su línea',
    en: 'write them to the terminal, each on a line of its own',
  },
  'gallery.out': {
    es: 'La opción --out espera un archivo que termine en «.html», como out/gallery.html, pero llegó «{received}».',
    en: 'The option --out expects a file that ends in ".html", such as out/gallery.html, but got "{received}".',
  },
  'gallery.out-is-folder': {
    es: 'Se esperaba un archivo en «{path}», pero es una carpeta. Elige otro nombre con --out.',
    en: 'Expected a file at "{path}", but it is a folder. Choose another name with --out.',
  },
  'gallery.nothing': {
    es: 'Ningún mensaje empieza por «{prefix}», ni hay un tema que se llame así. Temas: {topics}.',
    en: 'No message begins with "{prefix}", and no topic is called that. Topics: {topics}.',
  },
  'gallery.written': {
    es: '{count, plural, one {# mensaje} other {# mensajes}} en {path}. Ábrelo en un navegador.',
    en: '{count, plural, one {# message} other {# messages}} in {path}. Open it in a browser.',
  },
  'gallery.title': { es: 'Lab 11 · galería de mensajes', en: 'Lab 11 · gallery of messages' },
  'gallery.about': {
    es: 'Todo lo que el laboratorio puede decir, en español y en inglés. Los ejemplos llenan los huecos de cada mensaje con valores de muestra; debajo, en letra pequeña, está el texto con los huecos, tal como lo guarda el catálogo.',
    en: 'Everything that the lab can say, in Spanish and English. The examples fill the holes of every message with sample values; below, in small print, stands the text with its holes, as the catalogue keeps it.',
  },
  'gallery.index': { es: 'Índice', en: 'Index' },
  'gallery.back': { es: 'Volver al índice', en: 'Back to the index' },
  'gallery.count': {
    es: '{count, plural, one {# mensaje} other {# mensajes}}',
    en: '{count, plural, one {# message} other {# messages}}',
  },
  'gallery.no-example': {
    es: 'Falta un ejemplo en grader/messages/examples.',
    en: 'An example is missing in grader/messages/examples.',
  },
  'gallery.reader-student': { es: 'estudiante', en: 'student' },
  'gallery.reader-instructor': { es: 'docente', en: 'instructor' },
  'gallery.reader-maintainer': { es: 'quien mantiene el curso', en: 'maintainer' },
  'gallery.reader-everyone': { es: 'todos', en: 'everyone' },
  'gallery.topic-submission': { es: 'Carpetas y archivos de la entrega', en: 'Folders and files of the submission' },
  'gallery.topic-starter': { es: 'Marcadores de las soluciones', en: 'Markers of the solutions' },
  'gallery.topic-isolation': { es: 'Aislamiento del código', en: 'Isolation of the code' },
  'gallery.topic-review': { es: 'Para mirar en el código', en: 'Worth a look in the code' },
  'gallery.topic-subject': { es: 'Cómo falló el código', en: 'How the code failed' },
  'gallery.topic-expectations': { es: 'Valores, formas y leyes', en: 'Values, shapes and laws' },
  'gallery.topic-cells': { es: 'Celdas escritas desde cero', en: 'Cells written from scratch' },
  'gallery.topic-grader': { es: 'Rúbrica, comprobaciones y oráculos', en: 'Rubric, checks and oracles' },
  'gallery.topic-models': { es: 'Modelos y artefactos', en: 'Models and artifacts' },
  'gallery.topic-recurrent-models': { es: 'Capas recurrentes', en: 'Recurrent layers' },
  'gallery.topic-benchmark': { es: 'Benchmark', en: 'Benchmark' },
  'gallery.topic-bilstm': { es: 'LSTM bidireccional', en: 'Bidirectional LSTM' },
  'gallery.topic-stacked-lstm': { es: 'LSTM apilado', en: 'Stacked LSTM' },
  'gallery.topic-time-series': { es: 'Series de tiempo', en: 'Time series' },
  'gallery.topic-plots': { es: 'Figuras', en: 'Figures' },
  'gallery.topic-sentiment': { es: 'Sentimiento de un texto', en: 'Sentiment of a text' },
  'gallery.topic-seq2seq': { es: 'De secuencia a secuencia', en: 'Sequence to sequence' },
  'gallery.topic-paper': { es: 'El reporte', en: 'The report' },
  'gallery.topic-diagnosis': { es: 'Diagnóstico', en: 'Diagnosis' },
  'gallery.topic-misconceptions-cells': {
    es: 'Errores con nombre en las celdas',
    en: 'Mistakes with a name, in the cells',
  },
  'gallery.topic-misconceptions-models': {
    es: 'Errores con nombre en los modelos y los datos',
    en: 'Mistakes with a name, in models and data',
  },
  'gallery.topic-mutants': { es: 'Auditoría por mutación', en: 'Audit by mutation' },
  'gallery.topic-tolerances': { es: 'Auditoría de las tolerancias', en: 'Audit of the tolerances' },
  'gallery.topic-reports': { es: 'Palabras de los informes', en: 'Words of the reports' },
  'gallery.topic-commands': { es: 'Línea de órdenes', en: 'Command line' },
  'gallery.topic-gallery': { es: 'Esta galería', en: 'This gallery' },
} as const satisfies Messages
