import type { Messages } from '../language.ts'

/** Words of the HTML report that the other reports do not have, and of its PDF. */
export const page = {
  'page.title': { es: 'Lab 11 · informe de {name}', en: 'Lab 11 · report of {name}' },
  'page.course': { es: 'Lab 11 · RNN, LSTM y GRU', en: 'Lab 11 · RNN, LSTM and GRU' },
  'page.for-instructor': {
    es: 'Copia del docente: muestra datos de las comprobaciones ocultas. La que puede ver el estudiante es student/report.html.',
    en: "The instructor's copy: it shows data of hidden checks. The one that the student may see is student/report.html.",
  },
  'page.score': { es: 'Calificación', en: 'Grade' },
  'page.of-points': { es: 'de {max} puntos', en: 'of {max} points' },
  'page.points-of': { es: '{points} de {max}', en: '{points} of {max}' },
  'page.provisional': {
    es: '{firm} firmes + hasta {provisional} por revisar',
    en: '{firm} firm + up to {provisional} to be reviewed',
  },
  'page.provisional-about': {
    es: 'Lo que está por revisar ya va sumado; queda firme cuando lo confirme una persona.',
    en: 'What is to be reviewed is counted already; it is firm once a person has confirmed it.',
  },
  'page.bonus': {
    es: 'Bono: {points} puntos, ya sumados. El total nunca pasa de {max}.',
    en: 'Bonus: {points} points, counted already. The total never passes {max}.',
  },
  'page.late': {
    es: '{days, plural, one {# día} other {# días}} de retraso: el total se multiplica por {factor}.',
    en: '{days, plural, one {# day} other {# days}} late: the total is multiplied by {factor}.',
  },
  'page.next-done': {
    es: 'Nada: pasan todas las comprobaciones de esta calificación.',
    en: 'Nothing: every check of this grade passes.',
  },
  'page.next-ours': {
    es: 'Nada por tu parte: lo que no pasó es un fallo del calificador y no te cuesta puntos.',
    en: 'Nothing on your side: what did not pass is a fault of the grader’s, and costs you no points.',
  },
  'page.worth': { es: 'Vale {points} puntos.', en: 'It is worth {points} points.' },
  'page.unlocks': {
    es: '{count, plural, one {La espera otra comprobación, que vale} other {La esperan otras # comprobaciones, que valen}} {points} puntos.',
    en: '{count, plural, one {Another check waits for it, worth} other {# other checks wait for it, worth}} {points} points.',
  },
  'page.see': { es: 'Verla en su criterio', en: 'See it in its criterion' },
  'page.why': { es: 'Ver por qué esa no pasa', en: 'See why that one does not pass' },
  'page.more': {
    es: 'Después {count, plural, one {queda otra comprobación que no pasa; está} other {quedan otras # comprobaciones que no pasan; cada una está}} en su criterio.',
    en: 'After that, {count, plural, one {one more check does not pass; it is} other {# more checks do not pass; each is}} in its criterion.',
  },
  'page.count-passed': {
    es: '{count, plural, one {# pasa} other {# pasan}}',
    en: '{count, plural, one {# passes} other {# pass}}',
  },
  'page.count-failed': {
    es: '{count, plural, one {# no pasa} other {# no pasan}}',
    en: '{count, plural, one {# does not pass} other {# do not pass}}',
  },
  'page.count-blocked': { es: '{count} en espera', en: '{count} waiting' },
  'page.count-unstarted': { es: '{count} sin empezar', en: '{count} not started' },
  'page.level-unstarted': { es: 'sin empezar', en: 'not started' },
  'page.count-faulted': {
    es: '{count, plural, one {# fallo del calificador} other {# fallos del calificador}}',
    en: '{count, plural, one {# grader fault} other {# grader faults}}',
  },
  'page.in-part': { es: 'en parte', en: 'in part' },
  'page.passed-list': {
    es: '{count, plural, one {# comprobación pasa} other {# comprobaciones pasan}}',
    en: '{count, plural, one {# check passes} other {# checks pass}}',
  },
  'page.unstarted': {
    es: 'Sin empezar. {count, plural, one {Queda # comprobación} other {Quedan # comprobaciones}}{points, select, none {} other { y {points} puntos}} por ganar.',
    en: 'Not started. {count, plural, one {# check} other {# checks}}{points, select, none {} other { and {points} points}} to be earned.',
  },
  'page.waiting': {
    es: '{count, plural, one {# comprobación espera} other {# comprobaciones esperan}} a que pase «{root}».{points, select, none {} other { No has perdido esos {points} puntos: se comprueban en cuanto pase.}}',
    en: '{count, plural, one {# check waits} other {# checks wait}} until "{root}" passes.{points, select, none {} other { You have not lost those {points} points: they are checked once it does.}}',
  },
  'page.detail-in': { es: 'El detalle está en «{title}»', en: 'The details are in "{title}"' },
  'page.pending': {
    es: 'Todavía no se califica: no cuenta en el total ni en el máximo.',
    en: 'Not graded yet: it counts neither in the total nor in the maximum.',
  },
  'page.not-run': {
    es: 'No formó parte de esta calificación.',
    en: 'It was not part of this grade.',
  },
  'page.review': {
    es: 'Una persona lo revisará antes de que sea firme.',
    en: 'A person will look at it before it is firm.',
  },
  'page.bonus-title': { es: 'Bono', en: 'Bonus' },
  'page.gates-title': { es: 'Requisitos', en: 'Requirements' },
  'page.gates-about': {
    es: 'No dan puntos: abren el paso a las demás comprobaciones.',
    en: 'Worth no points: they open the way to the other checks.',
  },
  'page.faults-title': { es: 'Fallos del calificador', en: 'Faults of the grader' },
  'page.faults-about': {
    es: 'No cuentan ni en los puntos ni en el máximo.',
    en: 'They count neither in the points nor in the maximum.',
  },
  'page.cdio-about': {
    es: 'Qué parte de los puntos de cada etapa se ha conseguido. No cambia el total.',
    en: 'Which share of the points of each stage was earned. It does not change the total.',
  },
  'page.cdio-chart': { es: 'Logro por etapa', en: 'Attainment by stage' },
  'page.models': { es: 'Curvas de los modelos', en: 'Curves of the models' },
  'page.models-about': {
    es: 'Salen de los archivos de `artifacts/`, tal como se entregaron.',
    en: 'They come from the files in `artifacts/`, as they were handed in.',
  },
  'page.chart-loss': { es: 'Pérdida por época', en: 'Loss by epoch' },
  'page.chart-accuracy': { es: 'Exactitud por época', en: 'Accuracy by epoch' },
  'page.chart-forecast': { es: 'Predicción en la parte de prueba', en: 'Forecast on the test part' },
  'page.chart-line': {
    es: '{name}: empieza en {first} y acaba en {last}; mínimo {low}, máximo {high}.',
    en: '{name}: begins at {first} and ends at {last}; lowest {low}, highest {high}.',
  },
  'page.curve': { es: 'Curva', en: 'Curve' },
  'page.first': { es: 'Inicio', en: 'First' },
  'page.last': { es: 'Final', en: 'Last' },
  'page.low': { es: 'Mínimo', en: 'Lowest' },
  'page.high': { es: 'Máximo', en: 'Highest' },
  'page.numbers': { es: 'En números', en: 'In numbers' },
  'page.grader': { es: 'Calificador', en: 'Grader' },
  'page.graded-at': { es: 'Calificado', en: 'Graded' },
  'page.seed': { es: 'Semilla', en: 'Seed' },
  'page.backend': { es: 'Motor de tfjs', en: 'tfjs backend' },
  'page.isolation': { es: 'Aislamiento', en: 'Isolation' },
  'page.hash': { es: 'Huella de la entrega', en: 'Hash of the submission' },
  'pdf.no-browser': {
    es: 'Para escribir PDF hace falta Chromium o Chrome, y aquí no se encontró ({looked}). Instálalo (en Debian y Ubuntu, apt-get install chromium) o di dónde está con CHROME_PATH. No se ha cambiado nada; sin --pdf se escribe todo lo demás.',
    en: 'Writing PDF needs Chromium or Chrome, and none was found here ({looked}). Install it (on Debian and Ubuntu, apt-get install chromium) or say where it is with CHROME_PATH. Nothing was changed; without --pdf everything else is written.',
  },
  'pdf.chrome-path': {
    es: 'CHROME_PATH dice «{path}», pero ahí no hay un programa que se pueda ejecutar. Pon la ruta de Chromium o Chrome, o quita CHROME_PATH para que se busque. No se ha cambiado nada.',
    en: 'CHROME_PATH says "{path}", but there is no program there that can be run. Give the path of Chromium or Chrome, or unset CHROME_PATH to have it looked for. Nothing was changed.',
  },
  'pdf.failed': {
    es: '«{browser}» no escribió «{path}»: {reason}. El HTML está escrito: puedes abrirlo en un navegador e imprimirlo, o usar otro con CHROME_PATH.',
    en: '"{browser}" did not write "{path}": {reason}. The HTML is written: you can open it in a browser and print it, or use another one with CHROME_PATH.',
  },
} as const satisfies Messages
