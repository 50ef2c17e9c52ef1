import type { Messages } from '../language.ts'

/** The page of marks, and the command that serves it. */
export const marking = {
  'mark.ready': {
    es: 'La página de notas está en {url}',
    en: 'The page of marks is at {url}',
  },
  'mark.how': {
    es: 'Ábrela en un navegador de esta máquina; nadie más llega a ella. Cada nota se guarda al momento en {folder}. Para terminar, Ctrl-C.',
    en: 'Open it in a browser on this machine; nobody else can reach it. Every mark is saved at once in {folder}. To end, Ctrl-C.',
  },
  'mark.ended': {
    es: '{count, plural, =0 {No se guardó ninguna nota.} one {Se guardó # nota en {folder}. Para que entre en los informes: {command}} other {Se guardaron # notas en {folder}. Para que entren en los informes: {command}}}',
    en: '{count, plural, =0 {No mark was saved.} one {# mark was saved in {folder}. To put it into the reports: {command}} other {# marks were saved in {folder}. To put them into the reports: {command}}}',
  },
  'mark.no-criterion': {
    es: '«{criterion}» no es un criterio que se pueda marcar en estos informes. Hay: {all}.',
    en: '"{criterion}" is no criterion that can be marked in these reports. There are: {all}.',
  },
  'mark.port-taken': {
    es: 'El puerto {port} no se puede usar ({reason}). Elige otro con --port, o déjalo fuera y se toma uno libre.',
    en: 'The port {port} cannot be used ({reason}). Choose another with --port, or leave it out and a free one is taken.',
  },
  'mark.title': { es: 'Notas a mano', en: 'Marks by hand' },
  'mark.about': {
    es: 'Elige un criterio y recórrelo entrega por entrega: el orden es distinto en cada criterio, para que nadie sea siempre el primero. Cada nota se guarda al momento, con su motivo.',
    en: 'Choose a criterion and go through it submission by submission: the order differs from criterion to criterion, so that nobody is always the first. Every mark is saved at once, with its reason.',
  },
  'mark.criteria': { es: 'Criterios', en: 'Criteria' },
  'mark.why': { es: 'Por qué', en: 'Why' },
  'mark.why-review': {
    es: 'una parte espera a que alguien la mire',
    en: 'a part of it waits until somebody looks',
  },
  'mark.why-firm': {
    es: 'calificado del todo; una nota lo cambia',
    en: 'graded completely; a mark changes it',
  },
  'mark.where': { es: 'Las notas se guardan en', en: 'Marks are saved in' },
  'mark.progress-title': { es: 'Avance', en: 'Progress' },
  'mark.progress': {
    es: '{marked} de {total} marcadas{stale, plural, =0 {} one {, # por confirmar} other {, # por confirmar}}',
    en: '{marked} of {total} marked{stale, plural, =0 {} one {, # to be confirmed} other {, # to be confirmed}}',
  },
  'mark.missing': {
    es: 'De {count, plural, one {# entrega} other {# entregas}} no se verá el trabajo, solo el informe: {names}. Para verlo todo, termina y ejecuta: {command}',
    en: 'Of {count, plural, one {# submission} other {# submissions}} only the report is shown, not the work: {names}. To see everything, end this and run: {command}',
  },
  'mark.absent': {
    es: 'El trabajo no se muestra, porque la página no sabe dónde está la carpeta de la entrega. Termina con Ctrl-C y ejecuta: {command}',
    en: 'The work is not shown, because the page does not know where the folder of the submission is. End with Ctrl-C and run: {command}',
  },
  'mark.changed': {
    es: 'Lo que hay ahora en «{folder}» no es lo que se calificó: el informe habla de otra versión. Califica de nuevo antes de poner la nota.',
    en: 'What is in "{folder}" now is not what was graded: the report is about another version. Grade again before you give a mark.',
  },
  'mark.skip': { es: 'Ir a los puntos', en: 'Go to the points' },
  'mark.nav': { es: 'Entregas', en: 'Submissions' },
  'mark.overview': { es: 'Todos los criterios', en: 'All criteria' },
  'mark.previous': { es: 'Anterior', en: 'Previous' },
  'mark.next': { es: 'Siguiente', en: 'Next' },
  'mark.give': { es: 'Nota', en: 'Mark' },
  'mark.now': {
    es: 'Las comprobaciones dan {points} de {max} ({level}){provisional, select, none {} other {, de los que {provisional} son provisionales}}.',
    en: 'The checks give {points} of {max} ({level}){provisional, select, none {} other {, of which {provisional} are provisional}}.',
  },
  'mark.bands': { es: 'Niveles de la rúbrica', en: 'Bands of the rubric' },
  'mark.range': { es: 'de {from} a {to}', en: '{from} to {to}' },
  'mark.points': { es: 'Puntos, de 0 a {max}', en: 'Points, 0 to {max}' },
  'mark.reason': { es: 'Motivo (lo lee el estudiante)', en: 'Reason (the student reads it)' },
  'mark.by': {
    es: 'Quién la pone (no obligatorio; no sale en los informes)',
    en: 'Who gives it (may be left out; reports do not show it)',
  },
  'mark.save-next': { es: 'Guardar y seguir', en: 'Save and go on' },
  'mark.save': { es: 'Guardar', en: 'Save' },
  'mark.withdraw': { es: 'Retirar la nota', en: 'Take the mark back' },
  'mark.saving': { es: 'Guardando…', en: 'Saving…' },
  'mark.unreachable': {
    es: 'No se guardó: la página ya no tiene quien le conteste. Mira si npm run mark sigue abierto; lo escrito sigue aquí.',
    en: 'Not saved: nobody answers the page any more. See whether npm run mark is still running; what you typed is still here.',
  },
  'mark.stands': { es: 'Guardada: {points} puntos, {date}.', en: 'Saved: {points} points, {date}.' },
  'mark.draft': {
    es: 'Esto es un borrador: se escribió y no se guardó como nota.',
    en: 'This is a draft: it was typed and not saved as a mark.',
  },
  'mark.stale': {
    es: 'Esta nota se puso sobre otra versión de la entrega o de sus comprobaciones, y hasta ahora cuenta como provisional. Mírala de nuevo y guárdala, igual o cambiada, para confirmarla.',
    en: 'This mark was given to another version of the submission or of its checks, and counts as provisional so far. Look again and save it, as it is or changed, to confirm it.',
  },
  'mark.history': { es: 'Notas anteriores', en: 'Earlier marks' },
  'mark.entry': {
    es: '{date}{by, select, none {} other { ({by})}}: {points}. {reason}',
    en: '{date}{by, select, none {} other { ({by})}}: {points}. {reason}',
  },
  'mark.taken-back': { es: 'retirada', en: 'taken back' },
  'mark.shortcuts': { es: 'Atajos de teclado', en: 'Keyboard shortcuts' },
  'mark.single-keys': { es: 'Usar atajos de una sola tecla', en: 'Use shortcuts of a single key' },
  'mark.key-bands': { es: 'nivel: rellena los puntos', en: 'band: fills in the points' },
  'mark.key-points': { es: 'ir a los puntos', en: 'go to the points' },
  'mark.key-reason': { es: 'ir al motivo', en: 'go to the reason' },
  'mark.key-leave': { es: 'salir del campo', en: 'leave the field' },
  'mark.key-save-next': { es: 'guardar y seguir, también desde un campo', en: 'save and go on, in a field too' },
  'mark.key-save': { es: 'guardar', en: 'save' },
  'mark.key-next': { es: 'entrega siguiente', en: 'next submission' },
  'mark.key-previous': { es: 'entrega anterior', en: 'previous submission' },
  'mark.key-help': { es: 'mostrar u ocultar esta lista', en: 'show or hide this list' },
  'mark.checks': { es: 'Lo que vio el calificador', en: 'What the grader saw' },
  'mark.work': { es: 'Partes de la entrega', en: 'Parts of the submission' },
  'mark.footnotes': { es: 'Notas al pie', en: 'Footnotes' },
  'mark.figures': { es: 'Figuras', en: 'Figures' },
  'mark.no-figures': { es: 'No hay figuras en artifacts/.', en: 'There are no figures in artifacts/.' },
  'mark.code': { es: 'Código', en: 'Code' },
  'mark.no-code': { es: 'No hay código que mostrar.', en: 'There is no code to show.' },
  'mark.no-document': { es: 'La entrega no trae reporte.md.', en: 'The submission holds no reporte.md.' },
  'mark.plain': {
    es: 'Este documento tarda demasiado en darle formato: se muestra tal como se escribió.',
    en: 'This document takes too long to lay out: it is shown as it was written.',
  },
  'mark.bad-points': {
    es: 'Se esperaba un número de 0 a {max} con dos decimales como mucho, pero llegó «{received}».',
    en: 'Expected a number from 0 to {max} with two decimals at most, but got "{received}".',
  },
  'mark.no-reason': {
    es: 'Falta el motivo: el estudiante lo lee junto a la nota.',
    en: 'The reason is missing: the student reads it beside the mark.',
  },
  'mark.long-reason': {
    es: 'El motivo tiene {length} caracteres; caben 4000.',
    en: 'The reason has {length} characters; there is room for 4000.',
  },
  'mark.newer': {
    es: 'No se guardó: mientras tanto alguien puso otra nota ({points}, {date}: {reason}). Vuelve a cargar la página para verla; lo escrito queda como borrador.',
    en: 'Not saved: somebody gave another mark meanwhile ({points}, {date}: {reason}). Load the page again to see it; what you typed is kept as a draft.',
  },
  'mark.bad-request': {
    es: 'El servidor no entendió la petición ({reason}). Vuelve a cargar la página.',
    en: 'The server did not understand the request ({reason}). Load the page again.',
  },
  'mark.forbidden': {
    es: 'Esta dirección no es la que escribió npm run mark. Cópiala entera de la terminal.',
    en: 'This is not the address that npm run mark printed. Copy all of it from the terminal.',
  },
  'mark.not-found': {
    es: 'Aquí no hay nada. Vuelve a la dirección que escribió npm run mark.',
    en: 'There is nothing here. Go back to the address that npm run mark printed.',
  },
  'mark.fault': { es: 'No se pudo: {error}', en: 'This could not be done: {error}' },
  'help.mark': {
    es: 'Sirve en esta máquina una página para calificar a mano, criterio por criterio.',
    en: 'Serves a page on this machine for marking by hand, criterion by criterion.',
  },
  'help.marks': {
    es: 'carpeta de las notas puestas a mano (por defecto, la de los informes más -marks)',
    en: 'folder of the marks given by hand (by default, that of the reports plus -marks)',
  },
  'help.mark-port': {
    es: 'puerto de la página (por defecto, uno libre)',
    en: 'port of the page (a free one by default)',
  },
  'help.mark-criterion': { es: 'criterio por el que empezar', en: 'criterion to begin with' },
  'help.mark-submissions': {
    es: 'las mismas carpetas de entregas que se dieron a grade, para ver el trabajo',
    en: 'the same folders of submissions that were given to grade, to see the work',
  },
} as const satisfies Messages
