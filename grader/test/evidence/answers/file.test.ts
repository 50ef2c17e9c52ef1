import { describe, expect, it } from 'vitest'
import { solvedText } from '../../../cli/questions-file.ts'
import { judgeEvidence } from '../../../evidence/judge.ts'
import { answers } from '../../../evidence/answers/part.ts'
import { sayAny } from '../../../messages/say.ts'
import { Documents } from '../../../submission/documents.ts'
import { folder } from '../../submission/folder.ts'
import { findingOf, lost, judged, saidBy } from './files.ts'

const solved = solvedText('ana-rojas', 'es')

describe('comprension.json', () => {
  it('is fine with a byte order mark and with CRLF', async () => {
    const root = await folder({ 'comprension.json': `\ufeff${solved.replaceAll('\n', '\r\n')}` })
    const documents = new Documents(root)
    const judgement = await judgeEvidence([answers], {
      id: 'ana-rojas',
      mode: 'full',
      workshop: '.',
      documents,
      loaded: [],
      results: [],
    })
    expect(lost(judgement)).toEqual([])
  })

  it('that is not there is asked for', async () => {
    expect(await findingOf('form', undefined)).toMatchObject({ kind: 'missing-file', messageId: 'answers.absent' })
    expect(await saidBy('form', undefined)).toContain('npm run questions -- --id')
  })

  it('in another encoding says which to choose', async () => {
    const root = await folder({ 'comprension.json': Buffer.from(`\ufeff${solved}`, 'utf16le') })
    const { results } = await judgeEvidence([answers], {
      id: 'ana-rojas',
      mode: 'full',
      workshop: '.',
      documents: new Documents(root),
      loaded: [],
      results: [],
    })
    const verdict = results[0]?.verdict
    if (verdict?.kind !== 'failed') throw new Error('Expected the form to fail')
    expect(sayAny('es', verdict.finding.messageId, verdict.finding.params)).toBe(
      'Se esperaba texto UTF-8, pero «comprension.json» está guardado en UTF-16. En tu editor, elige «Guardar con codificación: UTF-8».',
    )
  })

  const n1 = /"answer": \d+/

  it.each<[string, (text: string) => string, string]>([
    ['nothing', () => '', 'línea 1: el archivo está vacío. Créalo de nuevo con `npm run questions`.'],
    [
      'a decimal comma',
      (text) => text.replace(n1, '"answer": 0,73'),
      'línea 12: dice 0,73, pero en JSON los decimales llevan punto. ¿Quisiste decir 0.73?',
    ],
    [
      'thousands apart',
      (text) => text.replace(n1, '"answer": 142 592'),
      'línea 12: dice 142 592, pero JSON no separa los miles. ¿Quisiste decir 142592?',
    ],
    [
      'a letter without quotes',
      (text) => text.replace(n1, '"answer": b'),
      'línea 12: dice b sin comillas. ¿Quisiste decir "b"?',
    ],
    [
      'typographic quotes',
      (text) => text.replace(n1, '"answer": “b”'),
      'línea 12: en «“b”» hay comillas que JSON no admite: usa las rectas y dobles del teclado.',
    ],
    [
      'a comma too many',
      (text) => text.replace(n1, '"answer": 448,'),
      'línea 13: sobra la coma que hay antes de «},». Bórrala.',
    ],
    [
      'a comma too few',
      (text) => text.replace(/\},(\s+"answer": \d+)/, '}$1'),
      'línea 11: falta una coma detrás de «}».',
    ],
    [
      'no value',
      (text) => text.replace(n1, '"answer":'),
      'línea 13: falta el valor antes de «},». Si no quieres responder todavía, deja dos comillas seguidas.',
    ],
    [
      'a comment',
      (text) => text.replace(n1, '"answer": 448 // listo'),
      'línea 12: JSON no admite comentarios: borra «// listo».',
    ],
    [
      'half of it',
      (text) => text.slice(0, 400),
      'el archivo se acaba a medias: falta cerrar una llave o unas comillas.',
    ],
    [
      'a question twice',
      (text) => text.replace('"N2": {', '"N1": {'),
      '"N1" aparece dos veces, y no se sabe cuál vale. Deja solo una.',
    ],
    [
      'a fraction',
      (text) => text.replace(n1, '"answer": =1'),
      'línea 12: no es JSON a partir de «=1». Revisa comas, comillas y llaves de esa línea y de la anterior.',
    ],
    [
      'an id with spaces',
      (text) => text.replace('ana-rojas', 'Ana Rójas'),
      'línea 3: «Ana Rójas» no sirve como id, que lleva minúsculas sin acentos, números y guiones. ¿Quisiste decir «ana-rojas»? Los números dependen de él: créalos con `npm run questions -- --id ana-rojas`.',
    ],
    [
      'no id',
      (text) => text.replace(/ {2}"id".*\n/, ''),
      'línea 1: falta «id». Si lo borraste sin querer, guarda tus respuestas aparte y crea el archivo de nuevo con `npm run questions`.',
    ],
    [
      'an id that is a number',
      (text) => text.replace('"ana-rojas"', '7'),
      'línea 3: id debe ser un texto, entre comillas. Compáralo con un archivo recién creado por `npm run questions`.',
    ],
    [
      'another schema',
      (text) => text.replace('comprension/v1', 'comprension/v9'),
      'línea 2: se esperaba «lab11/comprension/v1» como «schema», pero dice "lab11/comprension/v9".',
    ],
    [
      'a question that does not exist',
      (text) => text.replace('"N2": {', '"n2": {'),
      'línea 14: no hay ninguna pregunta «n2». ¿Quisiste decir «N2»?',
    ],
    [
      'a question far from all',
      (text) => text.replace('"N2": {', '"pregunta": {'),
      'línea 14: no hay ninguna pregunta «pregunta». Van de N1 a N10, de M1 a M10 y de S1 a S4.',
    ],
    [
      'a key with a slip',
      (text) => text.replace('"answer": 448', '"answer": 448').replace(n1, '"anwser": 448'),
      'línea 12: no se esperaba «anwser» en questions.N1. ¿Quisiste decir «answer»?',
    ],
    [
      'a key of its own',
      (text) => text.replace('"id":', '"nombre": "Ana",\n  "id":'),
      'línea 3: no se esperaba «nombre». Bórralo: la respuesta va en «answer».',
    ],
    [
      'a question that is only its answer',
      (text) => text.replace(/"N1": \{[^{}]*\{[^{}]*\}[^{}]*\}/, '"N1": 448'),
      'línea 5: questions.N1 debe ser un objeto, entre llaves.',
    ],
    ['a list', () => '[]', 'línea 1: el archivo debe ser un objeto, entre llaves.'],
  ])('with %s says where and what to do', async (_, spoil, sentence) => {
    const text = spoil(solved)
    expect(text).not.toBe(solved)
    const said = await saidBy('form', text)
    expect(said).toMatch(/^comprension\.json, línea \d+: /)
    expect(said).toContain(sentence)
    const finding = await findingOf('form', text)
    expect(finding.location).toBe(`comprension.json:${String(finding.params['line'])}`)
    expect(lost(await judged(text))).toHaveLength(26)
  })
})
