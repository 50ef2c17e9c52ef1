import type { Messages } from '../language.ts'

/** Words of the forms that other systems take: GitHub, Classroom 50, Gradescope, JUnit and gradebooks. */
export const adapters = {
  'adapter.bonus': { es: 'Bono', en: 'Bonus' },
  'adapter.bonus-capped': {
    es: 'El bono vale {earned}, pero el total no pasa del máximo: cuentan {points}.',
    en: 'The bonus is worth {earned}, but the total does not pass the maximum: {points} of it count.',
  },
  'adapter.late': {
    es: 'Entregado con {days, plural, one {# día} other {# días}} de retraso: la nota cuenta al {percent} %.',
    en: 'Handed in {days, plural, one {# day} other {# days}} late: the grade counts {percent} %.',
  },
  'adapter.late-line': {
    es: 'Por el retraso cuenta al {percent} %: {points} en vez de {before}.',
    en: 'As it came late it counts {percent} %: {points} instead of {before}.',
  },
  'adapter.provisional': {
    es: '{title}: {points} puntos son provisionales hasta que un docente mire esta parte.',
    en: '{title}: {points} points are provisional until an instructor looks at this part.',
  },
  'adapter.faulted': {
    es: 'Falló el calificador, no tu código: no te cuesta puntos.',
    en: 'The grader failed, not your code: it costs you no points.',
  },
  'adapter.check': { es: 'Comprobación', en: 'Check' },
  'adapter.seen': { es: 'Qué se vio', en: 'What was seen' },
  'adapter.cut': {
    es: 'Aquí no caben {count, plural, one {# línea más} other {# líneas más}}, porque GitHub admite 1 MiB por paso. El resumen completo de cada entrega está en su archivo summary.md.',
    en: 'There is no room for {count, plural, one {# more line} other {# more lines}} here, because GitHub takes 1 MiB a step. The whole summary of each submission is in its file summary.md.',
  },
  'adapter.more': {
    es: 'Hay {count, plural, one {# aviso más que no cabe} other {# avisos más que no caben}} junto al código: están en el informe.',
    en: 'There {count, plural, one {is # more annotation} other {are # more annotations}} than fit beside the code: the report has them.',
  },
  'adapter.gradescope': {
    es: 'Lo que depende de comprobaciones ocultas, y con ello el total, se ve cuando se publican las notas.',
    en: 'What depends on hidden checks, and so the total, is shown when the grades are published.',
  },
  'gradebook.idnumber': { es: 'Número de ID', en: 'ID number' },
  'gradebook.email': { es: 'Dirección de correo', en: 'Email address' },
  'gradebook.username': { es: 'Nombre de usuario', en: 'Username' },
  'gradebook.feedback': { es: 'retroalimentación', en: 'feedback' },
  'gradebook.unsettled': {
    es: 'No se ha escrito nada, porque {count, plural, one {una nota todavía puede cambiar} other {# notas todavía pueden cambiar}}: {names}. Termina de calificar, o repite con --allow-provisional para pasarlas tal como están.',
    en: 'Nothing was written, because {count, plural, one {one grade may still change} other {# grades may still change}}: {names}. Finish the grading, or repeat with --allow-provisional to hand them on as they are.',
  },
  'gradebook.reason-marks': {
    es: '{count, plural, one {# nota a mano} other {# notas a mano}} por confirmar',
    en: '{count, plural, one {# mark given by hand} other {# marks given by hand}} to be confirmed',
  },
  'gradebook.reason-provisional': { es: '{points} puntos provisionales', en: '{points} provisional points' },
  'gradebook.reason-faults': {
    es: '{count, plural, one {# comprobación en la que falló el calificador} other {# comprobaciones en las que falló el calificador}}',
    en: '{count, plural, one {# check} other {# checks}} on which the grader failed',
  },
  'gradebook.reason-public': { es: 'solo comprobaciones públicas', en: 'public checks only' },
  'gradebook.reason-quick': { es: 'sin los entrenamientos largos', en: 'without the long trainings' },
  'gradebook.reason-partial': { es: 'la calificación se interrumpió', en: 'its grading was cut short' },
  'usage.same-name': {
    es: 'Las entregas {ids} llevan el mismo nombre, «{name}», y el libro de notas las tomaría por una sola. Cambia el nombre de una de las carpetas y vuelve a calificarla; no se ha escrito nada.',
    en: 'The submissions {ids} have the same name, "{name}", and a gradebook would take them for one. Rename one of the folders and grade it again; nothing was written.',
  },
  'usage.classroom50-one': {
    es: 'El formato classroom50 es para una entrega, la del repositorio en que corre, pero aquí hay {count}. Da una carpeta con una sola; no se ha escrito nada.',
    en: 'The format classroom50 is for one submission, that of the repository it runs in, but there are {count} here. Give a folder with one; nothing was written.',
  },
  'usage.classroom50-env': {
    es: 'El formato classroom50 necesita las variables de entorno que pone Classroom 50, y faltan: {names}. Llama a esta orden desde su autograder.py; no se ha escrito nada.',
    en: 'The format classroom50 needs the environment variables that Classroom 50 sets, and these are missing: {names}. Call this command from its autograder.py; nothing was written.',
  },
  'usage.classroom50-odd': {
    es: 'Classroom 50 pone en ASSIGNMENT_TYPE «individual», «group» o «team», y en SUBMISSION_TAG una etiqueta que empieza por «submit/», pero llegaron «{type}» y «{tag}». No se ha escrito nada.',
    en: 'Classroom 50 sets ASSIGNMENT_TYPE to "individual", "group" or "team" and SUBMISSION_TAG to a tag that begins with "submit/", but got "{type}" and "{tag}". Nothing was written.',
  },
  'progress.format': {
    es: '{format}: {path}{more, plural, =0 {} one { y # archivo más} other { y # archivos más}}',
    en: '{format}: {path}{more, plural, =0 {} one { and # more file} other { and # more files}}',
  },
  'progress.step-summary': {
    es: 'El resumen se añadió al del paso de GitHub Actions.',
    en: 'The summary was added to that of the GitHub Actions step.',
  },
} as const satisfies Messages
