import type { Messages } from '../language.ts'

/** Help, progress and errors of the command line. */
export const commands = {
  'help.program': {
    es: 'Lab 11: RNN, LSTM y GRU, con corrección automática.',
    en: 'Lab 11: RNN, LSTM and GRU, graded automatically.',
  },
  'help.usage': { es: 'Uso:', en: 'Usage:' },
  'help.arguments': { es: 'Argumentos:', en: 'Arguments:' },
  'help.options': { es: 'Opciones:', en: 'Options:' },
  'help.commands': { es: 'Órdenes:', en: 'Commands:' },
  'help.options-word': { es: '[opciones]', en: '[options]' },
  'help.default': { es: '{description} (por defecto: {value})', en: '{description} (default: {value})' },
  'help.help': { es: 'muestra esta ayuda', en: 'show this help' },
  'help.check': {
    es: 'Ejecuta las comprobaciones públicas de tu entrega y dice cuál es el siguiente paso.',
    en: 'Runs the public checks of your submission and says what the next step is.',
  },
  'help.grade': {
    es: 'Califica una o varias entregas con todas las comprobaciones, también las ocultas.',
    en: 'Grades one or many submissions with all checks, hidden ones too.',
  },
  'help.audit': {
    es: 'Comprueba el curso: el starter saca 0, la solución el máximo, y el starter sale de la solución.',
    en: 'Checks the course: the starter scores 0, the solution everything, and the starter follows from the solution.',
  },
  'help.doctor': {
    es: 'Dice qué hay en esta máquina, qué falta y cómo conseguirlo.',
    en: 'Says what this machine has, what is missing and how to get it.',
  },
  'help.report': {
    es: 'Rehace los informes guardados con otra rúbrica, con las notas puestas a mano o en otro idioma, sin ejecutar nada.',
    en: 'Makes stored reports anew, with another rubric, with the marks given by hand or in another language, and runs nothing.',
  },
  'help.report-format': {
    es: 'escribe además las notas en la forma de otros sistemas: github-summary, github-annotations, classroom, classroom50, gradescope, junit, moodle, canvas',
    en: 'write the grades in the form of other systems too: github-summary, github-annotations, classroom, classroom50, gradescope, junit, moodle, canvas',
  },
  'help.report-annotations': {
    es: 'escribe en la salida las órdenes con que GitHub Actions anota el código',
    en: 'print the commands with which GitHub Actions annotates the code',
  },
  'help.report-folder': {
    es: 'con las anotaciones: carpeta de la entrega en su repositorio, por ejemplo starter',
    en: 'with annotations: the folder of the submission in its repository, such as starter',
  },
  'help.report-identity': {
    es: 'con moodle y canvas: qué son los nombres de las entregas, idnumber, email o username',
    en: 'with moodle and canvas: what the names of the submissions are, idnumber, email or username',
  },
  'help.report-assignment': {
    es: 'con moodle y canvas: nombre de la actividad en el libro de notas',
    en: 'with moodle and canvas: name of the assignment in the gradebook',
  },
  'help.report-provisional': {
    es: 'con moodle y canvas: pasa también notas que todavía pueden cambiar; sin esta opción no se escribe nada y el código de salida es 1',
    en: 'with moodle and canvas: hand on grades that may still change too; without it nothing is written and the exit code is 1',
  },
  'help.report-dir': { es: 'la carpeta que escribió grade con --out', en: 'the folder that grade wrote with --out' },
  'help.pdf': {
    es: 'escribe también report.pdf, con Chromium o Chrome',
    en: 'write report.pdf too, with Chromium or Chrome',
  },
  'help.certify': {
    es: 'Repite la auditoría con muchas semillas y guarda el resultado con la huella del código fuente.',
    en: 'Repeats the audit with many seeds and stores the result with a hash of the sources.',
  },
  'help.starter': {
    es: 'Genera starter/ a partir de solutions/, y el comprension.json de los dos.',
    en: 'Generates starter/ from solutions/, and the comprension.json of both.',
  },
  'help.slugs': { es: 'entregables (por defecto, todos)', en: 'deliverables (all of them by default)' },
  'help.dirs': {
    es: 'carpetas de entregas, o una carpeta con toda la clase; también .zip y .tar.gz',
    en: 'folders of submissions, or a folder with the whole class; .zip and .tar.gz too',
  },
  'help.submission': {
    es: 'carpeta de la entrega, o su .zip o .tar.gz (por defecto, starter/)',
    en: 'folder of the submission, or its .zip or .tar.gz (starter/ by default)',
  },
  'help.out': { es: 'carpeta donde se escriben los informes', en: 'folder where the reports are written' },
  'help.watch': { es: 'vuelve a comprobar cada vez que guardas', en: 'check again at every save' },
  'help.all': { es: 'muestra todos los fallos, no solo el siguiente', en: 'show every failure, not only the next' },
  'help.quick': {
    es: 'deja fuera los entrenamientos largos',
    en: 'leave out the long trainings',
  },
  'help.seed': { es: 'semilla de los números al azar', en: 'seed of the random numbers' },
  'help.lang': { es: 'idioma: es o en', en: 'language: es or en' },
  'help.json': { es: 'escribe el informe como JSON', en: 'write the report as JSON' },
  'help.timeout': {
    es: 'segundos que puede durar cada llamada a tu código',
    en: 'seconds that each call of the code may take',
  },
  'help.backend': {
    es: 'motor de tfjs para los oráculos: wasm, cpu o tfjs-node',
    en: 'tfjs backend of the oracles: wasm, cpu or tfjs-node',
  },
  'help.isolation': { es: 'nivel de aislamiento mínimo que se exige', en: 'isolation level that is required at least' },
  'help.rubric': {
    es: 'archivo de la rúbrica (por defecto, rubric.json)',
    en: 'file of the rubric (rubric.json by default)',
  },
  'help.seeds': { es: 'cuántas semillas', en: 'how many seeds' },
  'help.sample': {
    es: 'solo unas pocas semillas, sin guardar nada; comprueba también que el certificado está al día',
    en: 'only a few seeds, storing nothing; also checks that the certificate is up to date',
  },
  'help.repeats': {
    es: 'en vez de muchas semillas, la misma muchas veces: los informes deben ser iguales, también con la máquina ocupada y de dos en dos',
    en: 'instead of many seeds, the same one many times: the reports must be alike, also on a busy machine and two at a time',
  },
  'help.starter-check': {
    es: 'no escribe: solo dice si está al día',
    en: 'write nothing: only say whether it is up to date',
  },

  'usage.unknown-command': {
    es: 'No existe la orden «{command}». {near, select, none {Mira `npm run doctor` o el README.} other {¿Querías decir «{near}»?}}',
    en: 'There is no command "{command}". {near, select, none {See `npm run doctor` or the README.} other {Did you mean "{near}"?}}',
  },
  'usage.unknown-option': {
    es: 'No existe la opción «{option}». Mira las opciones con `npm run {command} -- --help`.',
    en: 'There is no option "{option}". See the options with `npm run {command} -- --help`.',
  },
  'usage.unknown-option-near': {
    es: 'No existe la opción «{option}». ¿Querías decir «{near}»?',
    en: 'There is no option "{option}". Did you mean "{near}"?',
  },
  'usage.missing-value': {
    es: 'La opción «{option}» necesita un valor. Mira `npm run {command} -- --help`.',
    en: 'The option "{option}" needs a value. See `npm run {command} -- --help`.',
  },
  'usage.missing-option': {
    es: 'Falta la opción «{option}». Mira `npm run {command} -- --help`.',
    en: 'The option "{option}" is missing. See `npm run {command} -- --help`.',
  },
  'usage.missing-argument': {
    es: 'Falta indicar {argument}. Mira `npm run {command} -- --help`.',
    en: 'Missing: {argument}. See `npm run {command} -- --help`.',
  },
  'usage.too-many-arguments': {
    es: 'Sobran argumentos. Si eran opciones, van después de `--`: npm run {command} -- --help',
    en: 'Too many arguments. If they were options, they go after `--`: npm run {command} -- --help',
  },
  'usage.not-a-number': {
    es: 'La opción «{option}» espera un número entero de {low} a {high}, pero llegó «{received}».',
    en: 'The option "{option}" expects a whole number from {low} to {high}, but got "{received}".',
  },
  'usage.not-a-choice': {
    es: 'La opción «{option}» admite {choices}, pero llegó «{received}».',
    en: 'The option "{option}" takes {choices}, but got "{received}".',
  },
  'usage.unknown-slug': {
    es: 'No existe el entregable «{slug}». {near, select, none {} other {¿Querías decir «{near}»? }}Hay: {all}.',
    en: 'There is no deliverable "{slug}". {near, select, none {} other {Did you mean "{near}"? }}There are: {all}.',
  },
  'usage.class-given': {
    es: '«{path}» contiene varias entregas; `check` mira una. Indica una de ellas, o usa `npm run grade`.',
    en: '"{path}" holds several submissions; `check` looks at one. Give one of them, or use `npm run grade`.',
  },
  'usage.isolation': {
    es: 'Se exige el aislamiento {wanted}, pero aquí solo hay {available}: {reason}',
    en: 'Isolation {wanted} is required, but only {available} is available here: {reason}',
  },
  'usage.out-is-file': {
    es: 'Se esperaba una carpeta para los informes en «{path}», pero es un archivo. Elige otra con --out.',
    en: 'Expected a folder for the reports at "{path}", but it is a file. Choose another with --out.',
  },
  'usage.out-foreign': {
    es: 'La carpeta «{path}» ya existe y no es un informe anterior: contiene «{found}». Elige otra con --out; no se ha escrito nada.',
    en: 'The folder "{path}" already exists and is no earlier report: it holds "{found}". Choose another with --out; nothing was written.',
  },
  'usage.no-reports': {
    es: 'En «{path}» no hay ningún informe. Da la carpeta que escribió `npm run grade` con --out: dentro, cada entrega tiene la suya con report.json.',
    en: 'There is no report in "{path}". Give the folder that `npm run grade` wrote with --out: in it every submission has one of its own, with report.json.',
  },
  'usage.bad-report': {
    es: '«{path}» no se puede leer como informe: {errors}. No se ha cambiado nada: recupera el archivo, o bórralo y vuelve a calificar esa entrega.',
    en: '"{path}" cannot be read as a report: {errors}. Nothing was changed: restore the file, or delete it and grade that submission again.',
  },
  'usage.out-unwritable': {
    es: 'No se puede escribir en «{path}» ({reason}). Revisa los permisos o elige otra carpeta con --out.',
    en: 'Cannot write to "{path}" ({reason}). Check the permissions or choose another folder with --out.',
  },
  'usage.out-empty': {
    es: 'La opción --out espera una carpeta, pero llegó un texto vacío.',
    en: 'The option --out expects a folder, but got an empty text.',
  },
  'usage.out-inside': {
    es: 'Los informes no pueden ir dentro de la entrega «{path}». Elige otra carpeta con --out.',
    en: 'Reports cannot go inside the submission "{path}". Choose another folder with --out.',
  },

  'help.train': {
    es: 'Entrena tus modelos con tu configuración y guarda los artefactos.',
    en: 'Trains your models on your own configuration and saves the artifacts.',
  },
  'train.none': {
    es: 'Se esperaba un entregable que guarda artefactos ({known}), pero llegó «{slug}».',
    en: 'Expected a deliverable that saves artifacts ({known}), but got "{slug}".',
  },
  'train.saved': { es: '✓ {slug}: {files} en {path}', en: '✓ {slug}: {files} in {path}' },
  'train.failed': { es: '✗ {slug}: no se guardó nada. {reason}', en: '✗ {slug}: nothing was saved. {reason}' },
  'train.fault': {
    es: 'El calificador falló al entrenar {slug}: {error}',
    en: 'The grader failed while training {slug}: {error}',
  },
  'train.next': {
    es: 'Entrega esos archivos con tu código: si lo cambias, vuelve a entrenar.',
    en: 'Hand these files in with your code: when you change it, train again.',
  },
  'progress.grading': { es: 'Calificando {name}: {done} comprobaciones', en: 'Grading {name}: {done} checks' },
  'progress.not-graded': { es: '{name}: no se pudo calificar. {reason}', en: '{name}: could not be graded. {reason}' },
  'progress.summary': {
    es: '{count, plural, one {# entrega calificada} other {# entregas calificadas}} con la semilla {seed}. Para repetir: --seed {seed}',
    en: '{count, plural, one {# submission graded} other {# submissions graded}} with seed {seed}. To repeat: --seed {seed}',
  },
  'progress.rescored': {
    es: '{count, plural, one {# informe rehecho} other {# informes rehechos}} sin ejecutar nada.',
    en: '{count, plural, one {# report made} other {# reports made}} anew, and nothing was run.',
  },
  'progress.pdf': { es: 'Escribiendo PDF: {done} de {count}', en: 'Writing PDF: {done} of {count}' },
  'progress.next-grade': { es: 'Siguiente: abre {path}', en: 'Next: open {path}' },
  'progress.interrupted': {
    es: 'Interrumpido. Lo ya escrito está completo; lo demás no se empezó.',
    en: 'Interrupted. What was written is whole; the rest was not begun.',
  },
  'progress.watching': {
    es: 'Esperando cambios en {path} (q para salir)',
    en: 'Waiting for changes in {path} (q to quit)',
  },
  'fault.unexpected': {
    es: 'Fallo del calificador, no de tu código: {error}. Avisa a tu docente con este texto.',
    en: "A fault of the grader's, not of your code: {error}. Show this text to your instructor.",
  },

  'audit.title': { es: 'Auditoría del curso', en: 'Audit of the course' },
  'audit.starter-zero': {
    es: 'El starter saca exactamente 0: {points} de {max}',
    en: 'The starter scores exactly 0: {points} of {max}',
  },
  'audit.solution-full': {
    es: 'La solución saca el máximo: {points} de {max}, bono {bonus}',
    en: 'The solution scores everything: {points} of {max}, bonus {bonus}',
  },
  'audit.in-step': { es: 'starter/ sale de solutions/', en: 'starter/ follows from solutions/' },
  'audit.out-of-step': {
    es: 'starter/ no está al día en {path}. Ejecuta: npm run starter',
    en: 'starter/ is out of step at {path}. Run: npm run starter',
  },
  'audit.trees': {
    es: 'Cada entregable está en los cuatro árboles, con sus enunciados',
    en: 'Every deliverable is in all four trees, with its handouts',
  },
  'audit.tree-missing': { es: 'Falta {path}', en: 'Missing: {path}' },
  'audit.oracles': {
    es: 'Los oráculos coinciden (tfjs, PyTorch, referencia en doble precisión)',
    en: 'The oracles agree (tfjs, PyTorch, double-precision reference)',
  },
  'audit.lost': { es: '{check}: {message}', en: '{check}: {message}' },
  'audit.tasks': {
    es: 'Cada tarea del starter tiene su sección en el enunciado',
    en: 'Every task of the starter has its section in the handout',
  },
  'audit.task-missing': { es: '{path} no tiene la sección {anchor}', en: '{path} has no section {anchor}' },
  'audit.passed': { es: 'Todo en orden.', en: 'All is well.' },
  'audit.failed': {
    es: '{count, plural, one {# punto falla} other {# puntos fallan}}.',
    en: '{count, plural, one {# point fails} other {# points fail}}.',
  },

  'starter.written': { es: 'Escrito: {path}', en: 'Written: {path}' },
  'starter.removed': { es: 'Borrado: {path}', en: 'Removed: {path}' },
  'starter.up-to-date': { es: 'starter/ está al día.', en: 'starter/ is up to date.' },

  'certify.title': {
    es: 'Certificación con {count, plural, one {# semilla} other {# semillas}}',
    en: 'Certification with {count, plural, one {# seed} other {# seeds}}',
  },
  'certify.seed': { es: 'semilla {seed}: {points} de {max}', en: 'seed {seed}: {points} of {max}' },
  'certify.stored': { es: 'Certificado: {path}', en: 'Certificate: {path}' },
  'certify.stale': {
    es: 'El certificado {path} no vale para {slugs}: sus fuentes cambiaron, o faltan semillas. Ejecuta: npm run certify -- {slugs}',
    en: 'The certificate {path} does not hold for {slugs}: their sources changed, or seeds are missing. Run: npm run certify -- {slugs}',
  },
  'certify.missing': {
    es: 'Falta el certificado {path}. Ejecuta: npm run certify',
    en: 'The certificate {path} is missing. Run: npm run certify',
  },
  'certify.rehearsal': {
    es: 'Ensayo: no se guarda nada, porque un certificado necesita al menos {count} semillas.',
    en: 'A rehearsal: nothing is stored, because a certificate needs at least {count} seeds.',
  },
  'certify.repeats-title': { es: 'La misma entrega, una y otra vez', en: 'The same submission, again and again' },
  'certify.repeats': {
    es: '{slug}: {alike, number} de {of, number} informes iguales, salvo en sus tiempos',
    en: '{slug}: {alike, number} of {of, number} reports alike but for their times',
  },
  'certify.repeats-unstored': {
    es: 'Sin guardar: el certificado no corresponde a las fuentes actuales. Ejecuta antes: npm run certify -- {slug}',
    en: 'Not stored: the certificate does not belong to the present sources. Run first: npm run certify -- {slug}',
  },
  'certify.differs': {
    es: '{slug}: un informe hecho {company, select, alone {a solas} loaded {con la máquina ocupada} other {a la vez que otro}} es distinto en {at}',
    en: '{slug}: a report made {company, select, alone {alone} loaded {on a busy machine} other {beside another}} differs at {at}',
  },
  'certify.fresh': {
    es: 'El certificado corresponde al código fuente actual.',
    en: 'The certificate belongs to the present sources.',
  },

  'doctor.title': { es: 'Lab 11 · esta máquina', en: 'Lab 11 · this machine' },
  'doctor.node': { es: 'Node {version}', en: 'Node {version}' },
  'doctor.node-old': {
    es: 'Node {version}: hace falta 20.19, 22.12, 24 o posterior',
    en: 'Node {version}: 20.19, 22.12, 24 or later is needed',
  },
  'doctor.permission': { es: 'Modelo de permisos de Node: {flag}', en: 'Permission model of Node: {flag}' },
  'doctor.isolation': {
    es: '{level, select, none {Aislamiento: ni siquiera el modelo de permisos de Node retiene al canario} other {Aislamiento: `grade` usa {level}; `check`, siempre L0}}',
    en: '{level, select, none {Isolation: not even the permission model of Node holds the canary} other {Isolation: `grade` uses {level}, `check` always L0}}',
  },
  'doctor.subject': { es: 'Un proceso de estudiante arranca y responde', en: 'A student process starts and answers' },
  'doctor.subject-failed': {
    es: 'Un proceso de estudiante no arranca: {error}',
    en: 'A student process does not start: {error}',
  },
  'doctor.backend': { es: 'tfjs «{name}»: versión {detail}', en: 'tfjs "{name}": version {detail}' },
  'doctor.backend-absent': {
    es: 'tfjs «{name}»: no está instalado. Es opcional y npm no avisa cuando falla; todo funciona con wasm. Para intentarlo: npm install --no-save @tensorflow/tfjs-node',
    en: 'tfjs "{name}": not installed. It is optional, and npm says nothing when it fails; everything works with wasm. To try it: npm install --no-save @tensorflow/tfjs-node',
  },
  'doctor.backend-broken': {
    es: 'tfjs «{name}»: está instalado pero no carga ({detail})',
    en: 'tfjs "{name}": installed, but does not load ({detail})',
  },
  'doctor.rubric': {
    es: 'Rúbrica: {criteria} criterios, {checks} comprobaciones',
    en: 'Rubric: {criteria} criteria, {checks} checks',
  },
  'doctor.browser': { es: 'Navegador para escribir PDF: {path}', en: 'Browser to write PDF with: {path}' },
  'doctor.browser-absent': {
    es: 'Navegador para escribir PDF: no está. Es opcional, solo lo usa report --pdf. Para tenerlo en Debian y Ubuntu: apt-get install chromium',
    en: 'Browser to write PDF with: none. It is optional, only report --pdf uses it. To get it on Debian and Ubuntu: apt-get install chromium',
  },
  'doctor.cache': { es: 'Caché: {path}', en: 'Cache: {path}' },
  'doctor.ok': {
    es: 'Todo lo necesario está. Siguiente: npm run check',
    en: 'Everything needed is here. Next: npm run check',
  },
  'doctor.not-ok': {
    es: 'Falta algo necesario: mira las líneas con ✗.',
    en: 'Something needed is missing: see the lines with ✗.',
  },
} as const satisfies Messages
