import type { Messages } from '../language.ts'

/** How a student's file or process failed to answer. */
export const subject = {
  'subject.syntax': {
    es: 'El archivo no compila: {error}. Mira la línea «{line}» y sus vecinas: suele faltar una llave, un paréntesis o una coma.',
    en: 'The file does not compile: {error}. Look at the line "{line}" and those around it: a brace, parenthesis or comma is often missing.',
  },
  'subject.import': {
    es: 'Se esperaba que solo importaras «{library}», «../shared/…» o archivos de la misma carpeta, pero importas «{specifier}». Quita ese import: {scratch, select, true {aquí todo se escribe desde cero} other {con «{library}» basta para este entregable}}.',
    en: 'Expected imports of "{library}", "../shared/…" or files of the same folder only, but you import "{specifier}". Remove that import: {scratch, select, true {everything here is written from scratch} other {"{library}" is all that this deliverable needs}}.',
  },
  'subject.threw-at-import': {
    es: 'El archivo falla al importarse, antes de llamar a ninguna función: {error}. Revisa el código que está fuera de las funciones.',
    en: 'The file fails while it is imported, before any function is called: {error}. Check the code outside of functions.',
  },
  'subject.threw': {
    es: '`{fn}` lanzó un error: {error}.',
    en: '`{fn}` threw an error: {error}.',
  },
  'subject.not-implemented': {
    es: '`{fn}` todavía no está escrita (tarea {task}).',
    en: '`{fn}` is not written yet (task {task}).',
  },
  'subject.missing-export': {
    es: 'Se esperaba una función exportada `{fn}`, pero el archivo no la exporta. Escribe `export function {fn}(…)` con ese nombre exacto.',
    en: 'Expected an exported function `{fn}`, but the file does not export it. Write `export function {fn}(…)` with that exact name.',
  },
  'subject.missing-export-near': {
    es: 'Se esperaba una función exportada `{fn}`, pero el archivo exporta `{near}`. Cámbiale el nombre: mayúsculas y minúsculas cuentan.',
    en: 'Expected an exported function `{fn}`, but the file exports `{near}`. Rename it: upper and lower case matter.',
  },
  'subject.not-a-function': {
    es: 'Se esperaba que `{fn}` fuera una función, pero es de tipo {type}. Escribe `export function {fn}(…)`.',
    en: 'Expected `{fn}` to be a function, but it is of type {type}. Write `export function {fn}(…)`.',
  },
  'subject.timeout': {
    es: '`{fn}` no terminó en {seconds} s y se detuvo. Busca un bucle cuya condición nunca deja de cumplirse.',
    en: '`{fn}` did not finish within {seconds} s and was stopped. Look for a loop whose condition never ends.',
  },
  'subject.training-timeout': {
    es: '`{fn}` no terminó de entrenar en {seconds} s: iba por el paso {steps} de {of}. Si tu máquina es lenta, repite con `--timeout` mayor; si no, busca trabajo repetido en cada paso.',
    en: '`{fn}` did not finish training within {seconds} s: it was at step {steps} of {of}. If your machine is slow, try again with a larger `--timeout`; otherwise look for work that every step repeats.',
  },
  'subject.too-many-steps': {
    es: '`{fn}` dio más de {limit} pasos de optimización, que son los que piden sus opciones: épocas × lotes. Revisa el recorrido de épocas y lotes.',
    en: '`{fn}` took more than {limit} optimiser steps, which is what its options ask for: epochs × batches. Check the loops over epochs and batches.',
  },
  'subject.memory': {
    es: '`{fn}` pidió más de {megabytes} MB de memoria y se detuvo. Busca una lista que crece sin fin.',
    en: '`{fn}` asked for more than {megabytes} MB of memory and was stopped. Look for a list that grows without end.',
  },
  'subject.total-memory': {
    es: '`{fn}` pidió más memoria de la que hay para un proceso, {megabytes} MB con tensores y arreglos, y se detuvo. Libera los tensores que ya no usas y busca un arreglo que crece sin fin.',
    en: '`{fn}` asked for more memory than a process has, {megabytes} MB with tensors and arrays, and was stopped. Dispose of tensors that you no longer use, and look for an array that grows without end.',
  },
  'subject.processes': {
    es: '`{fn}` inició más de {limit} procesos y se detuvo. Tu código no debe iniciar procesos.',
    en: '`{fn}` started more than {limit} processes and was stopped. Your code must not start processes.',
  },
  'subject.denied': {
    es: '`{fn}` intentó {what, select, process {iniciar otro proceso} worker {iniciar un hilo} file {abrir un archivo} network {usar la red} other {algo que aquí no está permitido}}, y se le negó. El contrato no lo pide: tu función recibe valores y devuelve valores.',
    en: '`{fn}` tried to {what, select, process {start another process} worker {start a thread} file {open a file} network {use the network} other {do something that is not allowed here}}, which was denied. The contract does not ask for it: your function is given values and returns values.',
  },
  'subject.output': {
    es: '`{fn}` imprimió más de {megabytes} MB y se detuvo. Quita los `console.log` de los bucles.',
    en: '`{fn}` printed more than {megabytes} MB and was stopped. Take the `console.log` calls out of loops.',
  },
  'subject.exited': {
    es: 'El proceso terminó durante `{fn}` (código {code}) sin devolver nada. No llames a `process.exit`.',
    en: 'The process ended during `{fn}` (code {code}) without returning anything. Do not call `process.exit`.',
  },
  'subject.died': {
    es: 'El proceso murió durante `{fn}` (señal {signal}) sin devolver nada. No llames a `process.kill`, y mira si algo agota la memoria.',
    en: 'The process died during `{fn}` (signal {signal}) without returning anything. Do not call `process.kill`, and see whether something exhausts the memory.',
  },
  'subject.protocol': {
    es: 'Durante `{fn}` llegó una respuesta que el corrector no pidió o no entiende. Tu código no debe escribir en descriptores de archivo.',
    en: 'During `{fn}` an answer came that the grader did not ask for or cannot read. Your code must not write to file descriptors.',
  },
  'subject.too-large': {
    es: '`{fn}` devolvió un valor demasiado grande. Devuelve solo lo que pide el contrato.',
    en: '`{fn}` returned a value that is too large. Return only what the contract asks for.',
  },
} as const satisfies Messages
