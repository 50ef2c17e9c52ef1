import type { Messages } from '../language.ts'

/** Files of marks: what is wrong in one, and what is still to be marked. */
export const marks = {
  'marks.unreadable': {
    es: 'No se pudo leer el archivo de notas «{file}»: {reason}. Comprueba que puedes leerlo.',
    en: 'The file of marks "{file}" could not be read: {reason}. Check that it can be read.',
  },
  'marks.not-json': {
    es: 'El archivo de notas «{file}» no es JSON válido{line, select, 0 {} other { (línea {line})}}: {reason}. Suele sobrar o faltar una coma o una comilla.',
    en: 'The file of marks "{file}" is not valid JSON{line, select, 0 {} other { (line {line})}}: {reason}. A comma or quote is often missing or one too many.',
  },
  'marks.invalid': {
    es: 'El archivo de notas «{file}» no es válido en {place}: {expected, select, missing {falta el campo «{received}»} unknown {sobra el campo «{received}», o está mal escrito} file {se esperaba un objeto con schema y marks, pero hay {received}} schema {se esperaba "lab11/marks/v1", pero hay {received}} marks {se esperaba una lista de notas o una nota, pero hay {received}} criterion {se esperaba el id de un criterio de la rúbrica, pero hay {received}} points {se esperaba un número de 0 en adelante con dos decimales como mucho, o null para retirar la nota, pero hay {received}} reason {se esperaba el motivo, un texto que no esté vacío y de 4000 caracteres como mucho, pero hay {received}} date {se esperaba un día que exista, como 2026-11-21, pero hay {received}} by {se esperaba un nombre o unas iniciales de 100 caracteres como mucho, pero hay {received}} other {se esperaba la huella que escribe npm run mark, sha256:… con 64 cifras, o ninguna, pero hay {received}}}.',
    en: 'The file of marks "{file}" is not valid at {place}: {expected, select, missing {the field "{received}" is missing} unknown {the field "{received}" should not be there, or is misspelt} file {expected an object with schema and marks, but there is {received}} schema {expected "lab11/marks/v1", but there is {received}} marks {expected a list of marks or a mark, but there is {received}} criterion {expected the id of a criterion of the rubric, but there is {received}} points {expected a number from 0 up with two decimals at most, or null to take the mark back, but there is {received}} reason {expected the reason, a text that is not empty and has 4000 characters at most, but there is {received}} date {expected a day that exists, such as 2026-11-21, but there is {received}} by {expected a name or initials of 100 characters at most, but there is {received}} other {expected the fingerprint that npm run mark writes, sha256:… with 64 digits, or none, but there is {received}}}.',
  },
  'marks.unknown-criterion': {
    es: 'El archivo de notas «{file}» nombra en {place} el criterio «{criterion}», que no está en la rúbrica. ¿Querías decir «{near}»?',
    en: 'The file of marks "{file}" names at {place} the criterion "{criterion}", which is not in the rubric. Did you mean "{near}"?',
  },
  'marks.pending-criterion': {
    es: 'El archivo de notas «{file}» pone en {place} una nota a «{criterion}», que está pendiente en la rúbrica y no suma puntos. Quita esa nota, o dale filas al criterio.',
    en: 'The file of marks "{file}" gives at {place} a mark to "{criterion}", which is pending in the rubric and adds no points. Remove that mark, or give the criterion rows.',
  },
  'marks.too-many-points': {
    es: 'El archivo de notas «{file}» pone en {place} {points} puntos a «{criterion}», que vale {max} como máximo. Escribe un número de 0 a {max}.',
    en: 'The file of marks "{file}" gives at {place} {points} points to "{criterion}", which is worth {max} at most. Write a number from 0 to {max}.',
  },
  'marks.no-folder': {
    es: 'No se pudo leer la carpeta de notas «{path}» ({reason}). Revisa --marks.',
    en: 'The folder of marks "{path}" could not be read ({reason}). Check --marks.',
  },
  'marks.stray': {
    es: 'El archivo de notas «{file}» no se usó: no hay ninguna entrega con el id «{id}». El más parecido es «{near}».',
    en: 'The file of marks "{file}" was not used: there is no submission with the id "{id}". The nearest is "{near}".',
  },
  'marks.todo': {
    es: '{criteria, plural, one {# criterio} other {# criterios}} de {submissions, plural, one {# entrega} other {# entregas}} por mirar a mano, con {provisional} puntos provisionales:',
    en: '{criteria, plural, one {# criterion} other {# criteria}} of {submissions, plural, one {# submission} other {# submissions}} to be looked at by hand, with {provisional} provisional points:',
  },
} as const satisfies Messages
