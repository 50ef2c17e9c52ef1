import { describe, expect, it } from 'vitest'
import { sayAny } from '../../../messages/say.ts'
import { paper as catalogue } from '../../../messages/catalogue/paper.ts'
import { changed, findingOf, judge, template, without, type Files } from './judge.ts'

type Case = readonly [
  id: keyof typeof catalogue,
  check: string,
  es: RegExp,
  en: RegExp,
  report: () => string | null,
  files?: Files,
]

const gone = (name: string): Files => ({ [`artifacts/${name}`]: null })
const gates = /!\[[^\]]*\]\(artifacts\/lstm_gates\.svg\)/

/** What a student reads, and of which report. */
const cases: readonly Case[] = [
  ['paper.absent', 'written', /no tiene «reporte\.md»/, /has no "reporte\.md"/, () => null],
  [
    'paper.absent-near',
    'written',
    /pero está «reporte\.pdf».*pasa tu texto/,
    /but found "reporte\.pdf"/,
    () => null,
    { 'reporte.pdf': '%PDF' },
  ],
  ['paper.untouched', 'written', /todavía la plantilla/, /still the template/, () => template],
  ['paper.line-long', 'written', /La línea 3 .* más de 20,?.?000/, /Line 3 /, () => `# a\n\n${'x'.repeat(20_001)}`],
  [
    'paper.too-long',
    'written',
    /pasa de 120 mil caracteres/,
    /more than 120 thousand/,
    () => 'hola mundo\n'.repeat(11_000),
  ],
  ['paper.tangled', 'written', /mira la línea 2/, /look at line 2/, () => `a\n${'> '.repeat(13)}a`],
  [
    'paper.section-missing',
    'section-reflection',
    /Falta la sección 5.*## 5\. Reflexión: LSTM o Transformers/,
    /Section 5 is missing/,
    () => without('5. Reflexión'),
  ],
  [
    'paper.section-near',
    'section-summary',
    /hay un título «1\. Resumne»: ¿quisiste decir «Resumen»\?/,
    /did you mean "Resumen"/,
    () => changed(['## 1. Resumen', '## 1. Resumne']),
  ],
  [
    'paper.section-empty',
    'section-reflection',
    /La sección 5, «Reflexión.*no tiene todavía nada tuyo/,
    /has nothing of yours yet/,
    () => without('5. Reflexión', true),
  ],
  [
    'paper.section-short',
    'section-summary',
    /tiene 3 palabras tuyas: por ahora cuenta un 10 %/,
    /has 3 words of yours: for now it counts 10 %/,
    () => '## Resumen\n\nHice una red.',
  ],
  [
    'paper.words-few',
    'length',
    /tiene 3 palabras tuyas.*cuenta un 0 %.*entre 800 y/,
    /has 3 words of yours/,
    () => '## Resumen\n\nHice una red.',
  ],
  [
    'paper.words-many',
    'length',
    /más de las 2,?.?600/,
    /more than the 2,?600/,
    () => changed(['## 1. Resumen', `## 1. Resumen\n\n${'otra cosa más\n'.repeat(1000)}`]),
  ],
  [
    'paper.words-short',
    'conclusions',
    /La sección 2 tiene 4 palabras tuyas: por ahora cuenta un 6 %/,
    /Section 2 has 4 words/,
    () => '## 2. Comparación\n\nGana la LSTM, creo.',
  ],
  [
    'paper.section-silent',
    'conclusions',
    /La sección 2 no está, o no dice nada tuyo/,
    /Section 2 is not there/,
    () => without('2. Comparación'),
  ],
  [
    'paper.no-table',
    'table',
    /no tiene ninguna tabla con números/,
    /no table with numbers/,
    () => '## 1. Resumen\n\nHola.\n\n| a | b |\n|---|---|\n| x | y |',
  ],
  [
    'paper.references-few',
    'references',
    /tiene 1 referencia, y se piden 3: cuenta un 33 %/,
    /has 1 reference,/,
    () => '## Referencias\n\n- Cho, 2014.',
  ],
  [
    'paper.not-cited',
    'citations',
    /se cita 1 referencia de las 3 .* La de la línea 9/,
    /cites 1 reference .* line 9/,
    () => '# R\n\n## 1. Resumen\n\nComo dice [1].\n\n## Referencias\n- Vaswani, 2017.\n- Cho, 2014.\n',
  ],
  [
    'paper.cited-few',
    'citations',
    /tiene 1 citada en el texto/,
    /has 1 that is cited/,
    () => '## 1. Resumen\n\nComo dice [1].\n\n## Referencias\n\n- Cho, 2014.',
  ],
  ['paper.figures-few', 'figures', /no muestra ninguna figura, y se piden 4/, /shows no figure, and 4/, () => 'Hola.'],
  [
    'paper.figure-missing',
    'figures-whole',
    /«artifacts\/a\.svg» de la línea \d+ no está en tu entrega\. Dibújala/,
    /is not in your submission\. Draw/,
    () => changed([gates, '![a](artifacts/a.svg)']),
  ],
  [
    'paper.figure-near',
    'figures-whole',
    /¿Quisiste decir «artifacts\/lstm_gates\.svg»\?/,
    /Did you mean/,
    () => changed([gates, '![a](artifacts/lstm_gate.png)']),
  ],
  [
    'paper.figure-case',
    'figures-whole',
    /se llama en realidad «artifacts\/lstm_gates\.svg»/,
    /is really called/,
    () => changed([gates, '![a](artifacts/Lstm_gates.svg)']),
  ],
  [
    'paper.figure-outside',
    'figures-whole',
    /no está dentro de `artifacts\/`/,
    /is not inside/,
    () => changed([gates, '![a](lstm_gates.svg)']),
  ],
  [
    'paper.figure-no-picture',
    'figures-whole',
    /no es una imagen SVG, PNG o JPEG/,
    /no SVG, PNG or JPEG/,
    () => changed(),
    { 'artifacts/lstm_gates.svg': 'x' },
  ],
  [
    'paper.figure-not-shown',
    'series-figure',
    /`prediccion…`\. Dibújala con `npm run plots -- time-series`/,
    /Draw it with/,
    () => changed([/!\[.*prediccion_series\.svg\)/, '']),
  ],
  ['paper.no-diagram', 'diagram', /ningún diagrama de arquitectura/, /No diagram/, () => 'Hola.'],
  [
    'paper.no-formula',
    'gradient-formula',
    /La sección 3 no tiene ninguna fórmula/,
    /Section 3 has no formula/,
    () => without('3. Análisis', true),
  ],
  [
    'paper.questions-open',
    'initial-questions',
    /la pregunta inicial 4: por ahora cuentan un 85 %/,
    /Initial question 4 .* 85 %/,
    () => without('Pregunta 4'),
  ],
  [
    'paper.gates-unnamed',
    'gates-named',
    /no nombra la puerta de entrada: cuenta un 66 %/,
    /does not name the input gate/,
    () => 'La puerta de olvido olvida y la puerta de salida enseña.',
  ],
  [
    'paper.no-forget-bias',
    'gates-forget-bias',
    /sesgo de la puerta de olvido/,
    /bias of the forget gate/,
    () => 'La puerta de olvido olvida.',
  ],
  [
    'paper.baselines-unnamed',
    'series-baselines',
    /no nombra el ingenuo estacional .*: cuenta un 50 %/,
    /does not name the seasonal naive/,
    () => 'Comparo con la persistencia.',
  ],
  [
    'paper.architectures-unnamed',
    'architectures',
    /explica la LSTM bidireccional, entre otras: cuenta un 0 %/,
    /bidirectional LSTM, among others/,
    () => 'BiLSTM, apilada, seq2seq.',
  ],
  [
    'paper.reflection-one-side',
    'reflection',
    /no nombra a la vez LSTM y Transformers/,
    /does not name both/,
    () => '## Reflexión\n\nLa LSTM es mejor.',
  ],
  [
    'paper.labs-few',
    'earlier-labs',
    /nombra 1 laboratorio anterior, y se piden 2: cuenta un 50 %/,
    /names 1 earlier laboratory/,
    () => 'Como en el Lab 05, y este es el Lab 11.',
  ],
  ['paper.no-next-lab', 'next-lab', /no nombra el Lab 12/, /does not name Lab 12/, () => 'Como en el Lab 05.'],
  [
    'paper.no-benchmark-table',
    'benchmark-table',
    /Tu §2 no tiene una tabla con las filas RNN, LSTM y GRU/,
    /Your §2 has no table/,
    () => 'Hola.',
  ],
  [
    'paper.no-series-table',
    'series-table',
    /Tu §4 no tiene una tabla con las filas LSTM y GRU/,
    /Your §4 has no table/,
    () => 'Hola.',
  ],
  [
    'paper.no-experiments-table',
    'experiments-table',
    /Tu §4 no tiene una tabla de configuraciones/,
    /no table of configurations/,
    () => 'Hola.',
  ],
  [
    'paper.table-without-figures',
    'benchmark-agrees',
    /no hay números que comparar/,
    /no numbers to hold/,
    () => 'Hola.\n\n| Modelo | Parámetros | Otra |\n|---|---|---|\n| RNN | | 1 |\n| LSTM | | 2 |\n| GRU | | 3 |',
  ],
  [
    'paper.table-disagrees',
    'benchmark-agrees',
    /la fila «GRU» dice 43 906 en los parámetros, pero «artifacts\/benchmark\.json» dice 43522: la tabla cuenta un 91 %/,
    /the row "GRU" says 43 906 for the parameters/,
    () => changed(['43 522', '43 906']),
  ],
  [
    'paper.experiments-table-short',
    'experiments-table',
    /tiene 1 fila, y se piden 3: cuenta un 33 %/,
    /has 1 row, and 3/,
    () => 'Hola.\n\n| H | Exactitud |\n|---|---|\n| 8 | 0,925 |',
  ],
  [
    'paper.experiments-table-unknown',
    'experiments-table',
    /La fila de la línea \d+ no es de ninguna configuración/,
    /is of no configuration/,
    () => changed([/^(\| Elegida.*)$/m, ['$1', ...Array<string>(5).fill('$1')].join('\n')]),
    { 'artifacts/experimentos.json': '{"experiments":[]}' },
  ],
  [
    'paper.accuracy-unsaid',
    'accuracy',
    /es 0\.985, pero en tu reporte no aparece/,
    /is 0\.985, but your report/,
    () => 'Hola.',
  ],
  [
    'paper.artifact-absent',
    'benchmark-agrees',
    /Hazlo con `npm run train -- benchmark`/,
    /Make it with/,
    () => changed(),
    gone('benchmark.json'),
  ],
  [
    'paper.artifact-unreadable',
    'accuracy',
    /no se puede leer como lo que escribe `npm run train -- sentiment`/,
    /cannot be read/,
    () => changed(),
    { 'artifacts/sentiment/history.json': '{}' },
  ],
  [
    'paper.experiments-absent',
    'experiments',
    /no tiene «artifacts\/experimentos\.json»/,
    /has no "artifacts\/experimentos\.json"/,
    () => null,
    gone('experimentos.json'),
  ],
  [
    'paper.experiments-not-json',
    'experiments',
    /no se puede leer como JSON/,
    /cannot be read as JSON/,
    () => null,
    { 'artifacts/experimentos.json': '{' },
  ],
  [
    'paper.experiments-odd',
    'experiments',
    /falta «experiments\[0\]\.seed»/,
    /"experiments\[0\]\.seed" is missing/,
    () => null,
    { 'artifacts/experimentos.json': '{"experiments":[{}]}' },
  ],
  [
    'paper.experiments-few',
    'experiments',
    /tiene cero configuraciones, y se piden 3/,
    /has no configuration, and 3/,
    () => null,
    { 'artifacts/experimentos.json': '{"experiments":[]}' },
  ],
  [
    'paper.experiments-one-way',
    'experiments-regularization',
    /falta una de cada/,
    /one of each is missing/,
    () => null,
    { 'artifacts/experimentos.json': '{"experiments":[]}' },
  ],
]

describe('A student reads, in both languages', () => {
  for (const [id, check, es, en, report, files] of cases)
    it(id, async () => {
      const finding = findingOf(await judge(report(), files), check)
      expect(finding.messageId).toBe(id)
      expect(sayAny('es', finding.messageId, finding.params)).toMatch(es)
      expect(sayAny('en', finding.messageId, finding.params)).toMatch(en)
    })

  it('every message that there is', () => {
    expect(cases.map(([id]) => id).toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })

  it('never how many words are too few, without what they count for', () => {
    for (const [id, { es }] of Object.entries(catalogue))
      if (es.includes('{words')) expect(es, id).toContain('{share} %')
  })
})
