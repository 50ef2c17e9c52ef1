import type { Messages } from '../language.ts'

/** Mistakes in the markers from which the starter is generated; a maintainer reads them. */
export const starter = {
  'starter.unclosed': {
    es: '{file}:{line}: se esperaba un «// @end» para «{marker}», pero el archivo termina sin él. Agrégalo.',
    en: '{file}:{line}: expected an "// @end" for "{marker}", but the file ends without one. Add it.',
  },
  'starter.nested': {
    es: '{file}:{line}: se esperaba «// @end», pero llegó «{marker}» dentro de otro bloque. Cierra antes el bloque abierto.',
    en: '{file}:{line}: expected "// @end", but "{marker}" came inside another block. Close the open block first.',
  },
  'starter.end-alone': {
    es: '{file}:{line}: «{marker}» no cierra nada. Bórralo, o agrega el «// @solution» o «// @remove» que falta.',
    en: '{file}:{line}: "{marker}" closes nothing. Delete it, or add the missing "// @solution" or "// @remove".',
  },
  'starter.no-task': {
    es: '{file}:{line}: se esperaba un solo identificador de tarea, como «// @solution R2», pero dice «{marker}». Corrígelo.',
    en: '{file}:{line}: expected one task id, as in "// @solution R2", but got "{marker}". Correct it.',
  },
  'starter.duplicate-task': {
    es: '{file}:{line}: la tarea de «{marker}» ya apareció antes en este archivo. Dale un identificador propio.',
    en: '{file}:{line}: the task of "{marker}" already came earlier in this file. Give it an id of its own.',
  },
  'starter.outside-function': {
    es: '{file}:{line}: se esperaba «{marker}» dentro de una «export function», pero está fuera. Muévelo, o usa «// @remove».',
    en: '{file}:{line}: expected "{marker}" inside an "export function", but it is outside. Move it, or use "// @remove".',
  },
  'starter.unknown-marker': {
    es: '{file}:{line}: «{marker}» no es un marcador. ¿Querías decir «{near}»?',
    en: '{file}:{line}: "{marker}" is not a marker. Did you mean "{near}"?',
  },
  'starter.malformed': {
    es: '{file}:{line}: se esperaba un marcador solo en su línea («// @solution R2», «// @remove», «// @end» o «// @starter código»), pero dice «{marker}». Corrígelo.',
    en: '{file}:{line}: expected a marker on a line of its own ("// @solution R2", "// @remove", "// @end" or "// @starter code"), but got "{marker}". Correct it.',
  },
  'starter.leak': {
    es: '{file}:{line}: quedaría el marcador «{marker}» en el starter. Los archivos que se copian tal cual (shared/, *.test.ts, texto) no admiten marcadores: quítalo.',
    en: '{file}:{line}: the marker "{marker}" would stay in the starter. Files that are copied as they are (shared/, *.test.ts, text) take no markers: remove it.',
  },
  'starter.nothing': {
    es: 'Se esperaban soluciones en «{folder}», pero no hay ningún archivo que copiar. Revisa la ruta.',
    en: 'Expected solutions in "{folder}", but there is no file to make a starter from. Check the path.',
  },
  'starter.overlap': {
    es: 'Se esperaban dos carpetas separadas, pero «{starter}» y «{solutions}» se contienen. Elige otro destino: lo que sobra en él se borra.',
    en: 'Expected two separate folders, but "{starter}" and "{solutions}" overlap. Choose another target: what is extra in it is deleted.',
  },
} as const satisfies Messages
