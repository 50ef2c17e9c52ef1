import type { Messages } from '../language.ts'

/** Mistakes in what an instructor or maintainer writes, and faults of the grader itself. */
export const grader = {
  'rubric.unreadable': {
    es: 'No se pudo leer la rúbrica «{file}»: {reason}. Comprueba que el archivo existe y que puedes leerlo.',
    en: 'The rubric "{file}" could not be read: {reason}. Check that the file exists and can be read.',
  },
  'rubric.not-json': {
    es: 'La rúbrica «{file}» no es JSON válido: {reason}. Suele sobrar o faltar una coma o una comilla.',
    en: 'The rubric "{file}" is not valid JSON: {reason}. A comma or quote is often missing or one too many.',
  },
  'rubric.invalid': {
    es: 'La rúbrica «{file}» no es válida en {path}: {problem}',
    en: 'The rubric "{file}" is not valid at {path}: {problem}',
  },
  'rubric.unknown-check': {
    es: 'La rúbrica «{file}» nombra la comprobación «{check}», que no existe. ¿Querías decir «{near}»?',
    en: 'The rubric "{file}" names the check "{check}", which does not exist. Did you mean "{near}"?',
  },
  'rubric.orphan-check': {
    es: 'La comprobación «{check}» no está en la rúbrica «{file}». Dale un peso en una fila, o ponla en «gates» si no vale puntos.',
    en: 'The check "{check}" is not in the rubric "{file}". Give it a weight in a row, or put it under "gates" if it is worth nothing.',
  },
  'rubric.unknown-deliverable': {
    es: 'La rúbrica «{file}» y las comprobaciones no tienen los mismos entregables: sobra o falta «{slug}».',
    en: 'The rubric "{file}" and the checks do not have the same deliverables: "{slug}" is missing or too much.',
  },
  'catalogue.foreign-id': {
    es: 'La comprobación «{id}» está en la carpeta de {slug}: su id debe empezar por «{slug}/».',
    en: 'The check "{id}" is in the folder of {slug}: its id must begin with "{slug}/".',
  },
  'catalogue.duplicate-id': {
    es: 'Dos comprobaciones se llaman «{id}». Cambia el id de una.',
    en: 'Two checks are called "{id}". Change the id of one.',
  },
  'catalogue.unknown-need': {
    es: 'La comprobación «{id}» necesita «{need}», que no existe.',
    en: 'The check "{id}" needs "{need}", which does not exist.',
  },
  'catalogue.public-needs-hidden': {
    es: 'La comprobación pública «{id}» necesita «{need}», que es oculta: en la máquina de un estudiante quedaría bloqueada.',
    en: 'The public check "{id}" needs "{need}", which is hidden: on a student\'s machine it would be blocked.',
  },
  'catalogue.circular-needs': {
    es: 'Las comprobaciones se necesitan en círculo: {path}.',
    en: 'The checks need each other in a circle: {path}.',
  },
  'backend.unavailable': {
    es: 'No se puede usar el motor «{backend}» ({reason, select, absent {no está instalado} other {no carga}}): {detail}. Usa `--backend wasm`, o mira `npm run doctor`.',
    en: 'The backend "{backend}" cannot be used ({reason, select, absent {not installed} other {does not load}}): {detail}. Use `--backend wasm`, or see `npm run doctor`.',
  },
  'oracle.disagree': {
    es: 'Dos referencias no coinciden ({oracles}) en {where}: diferencia {maxAbs}. No se califica a nadie hasta resolverlo.',
    en: 'Two oracles disagree ({oracles}) at {where}: difference {maxAbs}. Nobody is graded until this is resolved.',
  },
  'report.invalid': {
    es: 'El informe que se iba a escribir no cumple su esquema: {errors}. Es un fallo del calificador.',
    en: "The report about to be written does not match its schema: {errors}. This is the grader's fault.",
  },
  'flag.faulted': {
    es: '{count, plural, one {# comprobación no se pudo ejecutar por un fallo del calificador; no cuenta} other {# comprobaciones no se pudieron ejecutar por un fallo del calificador; no cuentan}} ni a favor ni en contra: {checks}.',
    en: "{count, plural, one {# check could not be run through a fault of the grader's; it counts} other {# checks could not be run through a fault of the grader's; they count}} neither for nor against: {checks}.",
  },
  'flag.unfinished': {
    es: 'Calificación a medias: {count, plural, one {falta} other {faltan}} {deliverables}. No es una nota.',
    en: 'Graded in part: {deliverables} {count, plural, one {is} other {are}} missing. This is no grade.',
  },
  'flag.protocol': {
    es: 'El proceso de {deliverable} envió respuestas que nadie pidió. Conviene mirar el código.',
    en: 'The process of {deliverable} sent answers that nobody asked for. The code is worth a look.',
  },
  'flag.mark-stale': {
    es: 'La nota de {criterion} ({points}, del {date}) se puso sobre otra versión de la entrega o de sus comprobaciones. Cuenta como provisional hasta que alguien la confirme.',
    en: 'The mark of {criterion} ({points}, of {date}) was given to another version of the submission or of its checks. It counts as provisional until somebody confirms it.',
  },
  'flag.mark-too-many': {
    es: 'La nota de {criterion} ({points}, del {date}) no cuenta: en esta calificación el criterio vale como máximo {max}. Ponla de nuevo, o califica todos los entregables.',
    en: 'The mark of {criterion} ({points}, of {date}) does not count: in this grade the criterion is worth {max} at most. Give it again, or grade all deliverables.',
  },
  'flag.denied': {
    es: 'El código de {deliverable} intentó {what, select, process {iniciar otro proceso} worker {iniciar un hilo} file {abrir un archivo} network {usar la red} other {algo que aquí no está permitido}}{place, select, none {} other { ({place})}}, y se le negó. Conviene mirarlo.',
    en: 'The code of {deliverable} tried to {what, select, process {start another process} worker {start a thread} file {open a file} network {use the network} other {do something that is not allowed here}}{place, select, none {} other { ({place})}}, which was denied. It is worth a look.',
  },
} as const satisfies Messages
