import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report, ReportCurve } from '../../model/report.ts'
import type { Language } from '../../model/verdict.ts'
import { say, type MessageId } from '../../messages/say.ts'
import { htmlReport } from '../../reports/html.ts'
import { forStudent } from '../../reports/student.ts'
import { courseReports, type CourseReports } from './course.ts'
import { reportOf, result, telling } from './example.ts'

const es = (id: MessageId, params = {}): string => escaped(say('es', id, params))
const failing = reportOf([result('demo/a', { kind: 'failed', finding: telling }), result('demo/b', { kind: 'passed' })])

/** What is to be read of a page, without tags. */
function read(page: string): string {
  return page
    .slice(Math.max(0, page.indexOf('<body>')))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** What of a page is as it must not be; a failing test that shows a whole page shows nothing. */
function found(pattern: RegExp, page: string): string {
  return pattern.exec(page)?.[0] ?? ''
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`=]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`)
}

/** The part of a page under one of its headings. */
function section(page: string, id: string): string {
  return new RegExp(`<section[^>]* aria-labelledby="${id}">[^]*?</section>`).exec(page)?.[0] ?? ''
}

let course: CourseReports
beforeAll(async () => {
  course = await courseReports()
})
let made: readonly string[] | undefined
/** Both copies of every report, in both languages. */
const pages = (): readonly string[] =>
  (made ??= (['es', 'en'] as Language[]).flatMap((language) =>
    [course.perfect, course.starter, course.mixed, failing, reportOf([])].flatMap((report) => [
      htmlReport(report, language),
      htmlReport(forStudent(report, language), language),
    ]),
  ))

describe('The page of a report', () => {
  test('needs nothing and runs nothing: no address, script, attribute of style or of events', () => {
    for (const page of pages()) {
      expect(found(/https?:|\/\/[a-z]|<(?:script|link|img|iframe|object|embed|form|base|a href="[^#])/i, page)).toBe('')
      expect(found(/<[^>]+\s(?:style|on[a-z]+|src|srcset)=/i, page)).toBe('')
      expect(found(/url\(|@import/, page)).toBe('')
    }
  })

  test('allows its one style sheet by its hash, and nothing else', () => {
    for (const page of pages()) {
      const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
      expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
      expect(page.match(/<style/g)).toHaveLength(1)
      expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
    }
  })

  test('says nothing that it does not know, in either language', () => {
    const unknown = /undefined|\[object|\{\{|\ue000|measure\.|="[^"]*(?:NaN|Infinity)/
    for (const page of pages()) expect(found(unknown, page)).toBe('')
    expect(htmlReport(failing, 'es')).toContain('<html lang="es">')
    expect(htmlReport(failing, 'en')).toContain('<html lang="en">')
    expect(htmlReport(failing, 'en')).toContain(say('en', 'page.cdio-about'))
  })

  test('leads only to places that it has, and names each place once', () => {
    for (const page of pages()) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids).toEqual([...new Set(ids)])
      const asked = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].flatMap(([, id = '']) => id.split(' '))
      expect(asked.filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  test('has headings that skip no level', () => {
    for (const page of pages()) {
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
      expect(levels[0]).toBe(1)
      levels.slice(1).forEach((level, k) => {
        expect(level).toBeLessThanOrEqual((levels[k] ?? 0) + 1)
      })
    }
  })

  test('says when it was handed in and graded, to the minute', () => {
    const text = read(htmlReport(course.mixed, 'es'))
    expect(text).toContain('entregada el 2026-11-20 23:10 UTC')
    expect(text).toContain('Calificado 2026-11-21 00:00 UTC')
  })

  test('is the same for the same report', () => {
    expect(htmlReport(course.mixed, 'es')).toBe(htmlReport(course.mixed, 'es'))
  })

  test('has its parts in the order in which one asks for them', () => {
    const page = htmlReport(course.mixed, 'es')
    const order = ['score', 'next', 'criteria', 'profile', 'diagnoses', 'models', 'flags', 'about']
    const places = order.map((id) =>
      page.indexOf(`<section${id === 'score' ? ' class="card score"' : ''} aria-labelledby="${id}"`),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('The score', () => {
  const shown = (score: Partial<Report['score']>): string =>
    read(section(htmlReport({ ...failing, score: { ...failing.score, ...score } }, 'es'), 'score'))

  test('is points, maximum and level', () => {
    expect(shown({})).toContain('35,0 de 40,0 puntos Nivel: bueno')
    expect(htmlReport(failing, 'en')).toContain('<strong>35.0</strong> <span>of 40.0 points</span>')
  })

  test('says what is firm and what is to be reviewed only where something is', () => {
    expect(shown({})).not.toContain('firmes')
    expect(shown({ provisional: 3 })).toContain('32,0 firmes + hasta 3,0 por revisar')
  })

  test('says what the bonus and lateness did, only where there is some', () => {
    expect(shown({})).not.toMatch(/Bono|retraso/)
    expect(shown({ bonus: 5 })).toContain('Bono: 5,0 puntos, ya sumados. El total nunca pasa de 40,0.')
    expect(shown({ late: { days: 2, factor: 0.8 } })).toContain('2 días de retraso: el total se multiplica por 0,8.')
  })
})

describe('What to do next', () => {
  const next = (report: Report): string => section(htmlReport(report, 'es'), 'next')

  test('is the first check that fails, with what was seen, where to read on and what waits for it', () => {
    const report = reportOf([
      result('demo/b', { kind: 'blocked', by: 'demo/a' }),
      result('demo/a', { kind: 'failed', finding: telling }),
      result('demo/c', { kind: 'failed', finding: telling }),
    ])
    const text = read(next(report))
    expect(text).toContain('Promesa de demo/a.')
    expect(text).toContain('En hs[2][1,0] se esperaba 0.31 (según float64), pero llegó 0.62.')
    expect(text).toContain('enunciado assignments/demo/README.md')
    expect(text).toContain(es('page.worth', { points: '5,0' }))
    expect(text).toContain(es('page.unlocks', { count: 1, points: '35,0' }))
    expect(text).toContain(es('page.more', { count: 1 }))
    expect(next(report)).toContain('href="#check-demo-a"')
  })

  test('is a public one before a hidden one, which shows no numbers', () => {
    const report = reportOf([
      result('demo/a', { kind: 'failed', finding: telling }, 'hidden'),
      result('demo/b', { kind: 'failed', finding: telling }),
    ])
    expect(read(next(report))).toContain('Promesa de demo/b.')
  })

  test('names the mistake that the outputs show', () => {
    expect(read(next(course.mixed))).not.toContain(say('es', 'diagnosis.title'))
    const [diagnosis] = course.mixed.diagnoses
    const known = { ...failing, diagnoses: diagnosis ? [{ ...diagnosis, deliverable: 'demo' }] : [] }
    expect(next(known)).toContain(es('diagnosis.title'))
    expect(next(known)).toContain('<code>lstmForward</code>')
    expect(next(known)).toContain('assignments/demo/README.md#l3')
  })

  test('is nothing where everything passes, and the bonus that is left', () => {
    expect(next(course.perfect)).toContain(es('page.next-done'))
    const left = reportOf([
      result('demo/a', { kind: 'passed' }),
      result('demo/x', { kind: 'failed', finding: telling }),
    ])
    expect(read(next(left))).toContain('Queda el bono: demo/x.')
  })

  test('is nothing of theirs where only we were at fault', () => {
    const text = next(reportOf([result('demo/a', { kind: 'faulted', fault: 'x' })]))
    expect(text).toContain(es('page.next-ours'))
  })
})

describe('The criteria', () => {
  const cards = (report: Report): string[] =>
    section(htmlReport(report, 'es'), 'criteria').split('<article').slice(1).map(read)

  test('are all there, with points and band, pending ones as such', () => {
    const [code = '', pending = ''] = cards(failing)
    expect(code).toContain('Código 35,0 de 40,0 Nivel: bueno Comprobaciones: 1 pasa · 1 no pasa')
    expect(pending).toContain(`Informe Nivel: pendiente ${say('es', 'page.pending')}`)
    expect(cards(course.perfect).slice(0, 9)).toHaveLength(9)
  })

  test('say what was not begun in a line, and list no failures of it', () => {
    const all = cards(course.starter)
    expect(all.join(' ')).not.toContain('✗')
    expect(all[1]).toMatch(/lstm-cell Sin empezar\. Quedan \d+ comprobaciones y [\d,]+ puntos por ganar\./)
    expect(all[1]).toMatch(/Comprobaciones: \d+ sin empezar/)
    expect(all[1]).toContain('Nivel: sin empezar')
    expect(all[1]).not.toContain('insuficiente')
  })

  test('that nobody has begun wait for nobody to look at them', () => {
    const reviewed = (report: Report): string[] => report.criteria.flatMap(({ id, review }) => (review ? [id] : []))
    expect(reviewed(course.starter)).toEqual([])
    expect(reviewed(course.perfect).length).toBeGreaterThan(0)
  })

  test('show what a person gave, and why', () => {
    const mark = { points: 31.5, reason: 'Defensa oral <b>', date: '2026-11-21', stale: false }
    const [first, ...others] = failing.criteria
    if (!first) throw new Error('Expected a criterion')
    const [code = ''] = cards({ ...failing, criteria: [{ ...first, points: 31.5, mark }, ...others] })
    expect(code).toContain('Código: 31.50 puntos, puestos a mano el 2026-11-21. Defensa oral &lt;b&gt;')
  })

  test('tell of however many wait for one check in one line, and that their points are not lost', () => {
    const report = reportOf([
      result('demo/a', { kind: 'failed', finding: telling }),
      result('demo/b', { kind: 'blocked', by: 'demo/a' }),
      result('demo/c', { kind: 'blocked', by: 'demo/a' }),
    ])
    const [code = ''] = cards(report)
    expect(code).toContain(say('es', 'page.waiting', { count: 2, root: 'Promesa de demo/a', points: '55,0' }))
    expect(code.match(/comprobaci[óo]n(?:es)? esperan?/g)).toHaveLength(1)
    expect(code).toContain('1 no pasa · 2 en espera')
  })

  test('say where a cap or a floor moved the points, with the reason', () => {
    expect(cards(course.mixed)[1]).toMatch(
      /como máximo «aceptable» \([\d,]+ en vez de [\d,]+\)\. BPTT falta o es incorrecto\./,
    )
  })

  test('say what was earned in part', () => {
    const report = reportOf([result('demo/b', { kind: 'failed', finding: telling, fraction: 0.5 })])
    expect(cards(report)[0]).toMatch(/◐ en parte: Promesa de demo\/b\. pública · 17,5 de 35,0/)
  })

  test('say what is to be reviewed', () => {
    expect(cards(course.mixed)[4]).toContain('7,0 firmes + hasta 3,0 por revisar')
    expect(cards(course.mixed)[4]).toContain(say('es', 'page.review'))
  })

  test('have the bonus, the gates and faults of the grader behind them', () => {
    const report = reportOf([
      result('demo/x', { kind: 'passed' }),
      result('demo/loads', { kind: 'passed' }),
      result('demo/a', { kind: 'faulted', fault: 'It broke.' }),
    ])
    expect(cards(report).slice(2)).toEqual([
      expect.stringContaining('Bono 5,0 de 5,0'),
      expect.stringContaining(`Requisitos ${say('es', 'page.gates-about')}`),
      expect.stringContaining('It broke.'),
    ])
    expect(htmlReport(forStudent(report, 'es'), 'es')).not.toContain('It broke.')
  })

  test('tell of a check once, and elsewhere where that is', () => {
    const page = htmlReport(course.mixed, 'es')
    const both = course.mixed.checks.filter(({ verdict, weights }) => verdict === 'failed' && weights.length > 1)
    for (const { id } of both) expect(page.split(`id="check-${id.replace(/\W+/g, '-')}"`)).toHaveLength(2)
  })

  test('say that a mistake costs once, and how near a figure was', () => {
    expect(cards(course.mixed).join(' ')).toContain(say('es', 'report.follow-through'))
    expect(cards(course.perfect).join(' ')).toContain('margen +0.13 ± 0.0031')
  })
})

describe('Drawings', () => {
  test('of the profile say the same as the table beside them', () => {
    const profile = section(htmlReport(failing, 'es'), 'profile')
    expect(profile).toMatch(/<svg[^>]*role="img" aria-labelledby="profile-title profile-text">/)
    expect(profile).toMatch(/<desc id="profile-text">Concebir: 75\s%; Implementar: 100\s%<\/desc>/)
    expect(read(profile)).toMatch(/Etapa Peso Logrado Concebir 40\s% 75\s% Implementar 60\s% 100\s%/)
    expect(profile.match(/scope="row"/g)).toHaveLength(2)
  })

  const drawn = (...curves: readonly ReportCurve[]): string =>
    section(htmlReport({ ...failing, curves }, 'es'), 'models')

  test('of curves have a point for every value, and their numbers in words', () => {
    const page = drawn(
      { deliverable: 'demo', name: 'trainLoss', values: [0.8, 0.4, 0.2] },
      { deliverable: 'demo', name: 'valLoss', values: [0.9, 0.5, 0.6] },
    )
    const lines = [...page.matchAll(/<polyline class="([^"]+)" points="([^"]+)"/g)]
    expect(lines.map(([, style]) => style)).toEqual(['line-first', 'line-second'])
    const places = lines.map(([, , points = '']) => points.split(' ').map((point) => point.split(',').map(Number)))
    expect(places.map(({ length }) => length)).toEqual([3, 3])
    // Further right at every epoch, and higher where the loss is.
    const [train = [], validation = []] = places
    expect(train.map(([x]) => x)).toEqual(train.map(([x]) => x).toSorted((a = 0, b = 0) => a - b))
    expect(train[0]?.[1]).toBeLessThan(train[2]?.[1] ?? NaN)
    expect(validation[0]?.[1]).toBeLessThan(train[0]?.[1] ?? NaN)
    expect(page).toContain('Validación: empieza en 0,9 y acaba en 0,6; mínimo 0,5, máximo 0,9.')
    expect(read(page)).toContain('Curva Inicio Final Mínimo Máximo Entrenamiento 0,8 0,2 0,2 0,8')
  })

  test('of one value are a dot, and of values that are all the same a line', () => {
    expect(drawn({ deliverable: 'demo', name: 'valLoss', values: [3] })).toMatch(/<circle [^>]*cx="\d[\d.]*" cy="\d/)
    const flat = drawn({ deliverable: 'demo', name: 'actual', values: [0, 0] })
    expect(flat).toMatch(/<polyline class="line-ground" points="[\d.]+,([\d.]+) [\d.]+,\1"/)
  })

  test('stay in their frame whatever the values are', () => {
    const page = drawn(
      { deliverable: 'demo', name: 'actual', values: [1e12, -1e12, 1e-12, 0] },
      { deliverable: 'demo', name: 'predicted.rnn', values: [-7] },
    )
    const numbers = [...page.matchAll(/ (?:points|cx|cy|x|y|x1|x2|y1|y2)="([^"]+)"/g)].flatMap(([, text = '']) =>
      text.split(/[ ,]/).map(Number),
    )
    expect(numbers.length).toBeGreaterThan(10)
    expect(numbers.filter((number) => !(number >= 0 && number <= 680))).toEqual([])
  })

  test('are not there where there is nothing to draw', () => {
    expect(drawn()).toBe('')
  })
})

describe("A student's copy", () => {
  test('has no seed, no data of hidden checks and no word to the instructor', () => {
    const hidden = reportOf([result('demo/a', { kind: 'failed', finding: telling }, 'hidden')])
    const [own, copy] = [htmlReport(hidden, 'es'), htmlReport(forStudent(hidden, 'es'), 'es')]
    const secrets = ['hs[2][1,0]', '0.62', '--seed', say('es', 'page.for-instructor'), `>${say('es', 'page.seed')}<`]
    for (const secret of secrets) {
      expect(own).toContain(secret)
      expect(copy).not.toContain(secret)
    }
    expect(copy).toContain(say('es', 'report.hidden-finding'))
  })
})
