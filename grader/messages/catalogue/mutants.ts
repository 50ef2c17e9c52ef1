import type { Messages } from '../language.ts'

/** What the audit by mutation says. */
export const mutants = {
  'help.mutants': {
    es: 'introduce un error a la vez en la solución y mira si cuesta puntos',
    en: 'put one mistake at a time into the solution and see whether it costs points',
  },
  'help.mutants-sample': {
    es: 'con --mutants: solo tantos mutantes por entregable, y otros tantos errores con nombre, elegidos con la semilla',
    en: 'with --mutants: only so many mutants per deliverable, and as many named mistakes, drawn with the seed',
  },
  'help.mutants-open': {
    es: 'con --mutants: solo lo que la matriz guardada deja pendiente o da por equivalente',
    en: 'with --mutants: only what the stored matrix leaves open or calls equivalent',
  },
  'help.mutants-deliverable': {
    es: 'con --mutants: solo estos entregables',
    en: 'with --mutants: only these deliverables',
  },
  'mutants.title': {
    es: 'Auditoría por mutación: cada error que se introduce en la solución debe costar puntos',
    en: 'Audit by mutation: every mistake put into the solution must cost points',
  },
  'mutants.progress': {
    es: '{slug}: mutante {done} de {of}, {open} pendientes · {id}',
    en: '{slug}: mutant {done} of {of}, {open} open · {id}',
  },
  'mutants.deliverable': {
    es: '{slug}: {tried} de {mutants} mutantes, {killed} descubiertos, {equivalent} equivalentes, {open} pendientes',
    en: '{slug}: {tried} of {mutants} mutants, {killed} killed, {equivalent} equivalent, {open} open',
  },
  'mutants.survived': {
    es: '{id} sigue vivo en {within}: nada lo distingue de la solución. Añade una comprobación, o su demostración a {path}',
    en: '{id} is alive in {within}: nothing tells it from the solution. Add a check, or its proof to {path}',
  },
  'mutants.named-survived': {
    es: '{id} (tarea {task}, línea {line}) sigue vivo: es un error que el curso conoce por su nombre y no cuesta puntos. Añade una comprobación',
    en: '{id} (task {task}, line {line}) is alive: a mistake that the course knows by name costs no points. Add a check',
  },
  'mutants.faulted': {
    es: '{id} hace fallar al corrector: {fault}',
    en: '{id} makes the grader itself fail: {fault}',
  },
  'mutants.equivalent-unknown': {
    es: '{path}: la entrada {entry} ({operator} en {within}) no corresponde a ningún mutante. Quítala o ponla al día.',
    en: '{path}: entry {entry} ({operator} in {within}) is about no mutant. Remove it or bring it up to date.',
  },
  'mutants.equivalent-killed': {
    es: '{path}: la entrada {entry} dice que {id} es equivalente, pero pierde puntos. Quítala.',
    en: '{path}: entry {entry} says that {id} is equivalent, but it loses points. Remove it.',
  },
  'mutants.equivalents-form': {
    es: '{path} debe ser una lista de objetos con «within», «operator», «before», «after» y «proof», todos textos; {entry, select, 0 {no es una lista JSON} other {la entrada {entry} no lo es}}.',
    en: '{path} must be a list of objects with "within", "operator", "before", "after" and "proof", all of them texts; {entry, select, 0 {it is no JSON list} other {entry {entry} is none}}.',
  },
  'mutants.solution-loses': {
    es: 'La propia solución de {slug} pierde {check}. Ejecuta antes: npm run audit',
    en: 'The solution of {slug} itself loses {check}. Run this first: npm run audit',
  },
  'mutants.none': {
    es: 'La solución de {slug} no tiene nada que mutar entre sus marcas // @solution o // @remove y // @end.',
    en: 'The solution of {slug} has nothing to mutate between its marks // @solution or // @remove and // @end.',
  },
  'mutants.total': {
    es: '{tried} mutantes: {killed} descubiertos ({percent} %), {equivalent} equivalentes, {open} pendientes.',
    en: '{tried} mutants: {killed} killed ({percent} %), {equivalent} equivalent, {open} open.',
  },
  'mutants.stored': { es: 'Matriz: {path}', en: 'Matrix: {path}' },
  'mutants.missing': {
    es: 'Falta la matriz {path}. Ejecuta: npm run audit -- --mutants',
    en: 'The matrix {path} is missing. Run: npm run audit -- --mutants',
  },
  'mutants.stale': {
    es: 'La matriz {path} no vale para {slugs}: cambiaron sus mutantes, sus demostraciones o lo que puntúa, o queda algo pendiente. Ejecuta: npm run audit -- --mutants --deliverable {slugs}',
    en: 'The matrix {path} does not hold for {slugs}: their mutants, their proofs or what weighs changed, or something is left open. Run: npm run audit -- --mutants --deliverable {slugs}',
  },
  'mutants.fresh': {
    es: 'La matriz corresponde a los fuentes actuales.',
    en: 'The matrix belongs to the present sources.',
  },
  'mutants.named': { es: 'con nombre', en: 'named' },
  'mutants.operator': { es: 'Error introducido', en: 'Mistake' },
  'mutants.tried': { es: 'Mutantes', en: 'Mutants' },
  'mutants.killed': { es: 'Descubiertos', en: 'Killed' },
  'mutants.equivalent': { es: 'Equivalentes', en: 'Equivalent' },
  'mutants.document-title': { es: 'Matriz de mutantes', en: 'Kill matrix' },
  'mutants.document-intro': {
    es: 'Escrita por `npm run audit -- --mutants`; no se edita a mano. Cada fila es una clase de error, cada columna de la derecha una fila de la rúbrica: cuántos mutantes perdieron puntos en ella. Un mutante puede perder en varias.',
    en: 'Written by `npm run audit -- --mutants`; not to be edited by hand. Each line is a kind of mistake, each column on the right a row of the rubric: how many mutants lost points in it. A mutant may lose in several.',
  },
  'mutants.document-proofs': {
    es: 'Los equivalentes y sus demostraciones están en `grader/deliverables/<slug>/equivalents.json`.',
    en: 'The equivalent ones and their proofs are in `grader/deliverables/<slug>/equivalents.json`.',
  },
  'mutants.document-named': {
    es: 'Los errores con nombre son los de `grader/deliverables/<slug>/variants.ts`. La segunda tabla de cada entregable dice de cada uno en qué tarea se comete, qué funciones lo delatan por sus respuestas a las pruebas públicas (`fingerprints.json`), qué comprobaciones pierde y en qué filas. Los entrenamientos largos solo se hacen si ninguna comprobación rápida lo ve; la lista completa de comprobaciones está en `mutants.json`.',
    en: 'Named mistakes are those of `grader/deliverables/<slug>/variants.ts`. The second table of a deliverable says of each in which task it is made, which functions give it away by their answers to the public probes (`fingerprints.json`), which checks it loses, and in which rows. The long trainings are run only where no quick check sees it; the whole list of checks is in `mutants.json`.',
  },
  'mutants.named-id': { es: 'Error con nombre', en: 'Named mistake' },
  'mutants.named-task': { es: 'Tarea', en: 'Task' },
  'mutants.named-calls': { es: 'Lo delatan', en: 'Shown by' },
  'mutants.named-checks': { es: 'Comprobaciones que pierde', en: 'Checks lost' },
  'mutants.named-rows': { es: 'Filas', en: 'Rows' },
  'mutants.named-no-call': {
    es: 'ninguna llamada por sí sola: solo las comprobaciones',
    en: 'no call by itself: only the checks',
  },
  'mutants.named-more': { es: 'y {count} más', en: 'and {count} more' },
  'mutants.document-open': { es: 'Pendientes: {ids}', en: 'Open: {ids}' },
} satisfies Messages
