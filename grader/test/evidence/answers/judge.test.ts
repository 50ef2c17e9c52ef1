import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { questionIds } from '../../../evidence/answers/bank.ts'
import { solvedText } from '../../../cli/questions-file.ts'
import { sayAny } from '../../../messages/say.ts'
import { anyId, choiceQuestion, numberQuestion } from './draws.ts'
import { answered, findingOf, judged, knownAnswers, lost, saidBy, solvedBut, verdictOf } from './files.ts'

const hidden = questionIds.map((id) => id.toLowerCase())

describe('answers', () => {
  property.prop([anyId], { numRuns: 20 })('that are right earn everything, in either language', async (id) => {
    for (const language of ['es', 'en'] as const)
      expect(lost(await judged(solvedText(id, language), { id }))).toEqual([])
  })

  property.prop([anyId], { numRuns: 10 })('that are wrong in a known way fail, and are named', async (id) => {
    const known = knownAnswers(id)
    const most = Math.max(...known.map(({ wrong }) => wrong.length))
    for (let k = 0; k < most; k++) {
      const made = known.flatMap(({ question, wrong }) => {
        const mistake = wrong[k]
        return mistake ? [{ question, ...mistake }] : []
      })
      const text = answered(id, Object.fromEntries(made.map(({ question, answer }) => [question, answer])))
      const { results, diagnoses } = await judged(text, { id })
      const failed = results.flatMap(({ verdict }) => (verdict.kind === 'failed' ? [verdict.finding.kind] : []))
      expect(failed.filter((kind) => kind === 'answer')).toHaveLength(made.length)
      expect(results.filter(({ verdict }) => verdict.kind === 'passed')).toHaveLength(made.length < 24 ? 1 : 2)
      expect(diagnoses.map(({ task, misconceptions }) => ({ question: task, misconceptions }))).toEqual(
        made.map(({ question, misconceptions }) => ({ question, misconceptions })),
      )
    }
  })

  it('that are wrong in no known way fail without a name', async () => {
    const { results, diagnoses } = await judged(solvedBut('ana-rojas', { N1: 1, N3: 9.99 }))
    expect(results.filter(({ verdict }) => verdict.kind === 'failed').map(({ meta }) => meta.id)).toEqual([
      'comprension/n1',
      'comprension/n3',
    ])
    expect(diagnoses).toEqual([])
  })

  it('may be off by one per cent, or half a thousandth, but counts may not', async () => {
    const { right: n2 } = numberQuestion('N2', 'ana-rojas')
    const { right: n3 } = numberQuestion('N3', 'ana-rojas')
    const { right: n1 } = numberQuestion('N1', 'ana-rojas')
    const earns = async (given: Record<string, unknown>): Promise<boolean> =>
      (await verdictOf(Object.keys(given)[0]?.toLowerCase() ?? '', answered('ana-rojas', given))).kind === 'passed'
    expect(await earns({ N2: n2 * 1.0099 })).toBe(true)
    expect(await earns({ N2: n2 * 0.9901 })).toBe(true)
    expect(await earns({ N2: n2 * 1.0101 })).toBe(false)
    expect(await earns({ N2: -n2 })).toBe(false)
    expect(await earns({ N3: n3 + 0.0049 * Math.abs(n3) })).toBe(true)
    expect(await earns({ N3: n3 + 0.02 * Math.abs(n3) })).toBe(false)
    expect(await earns({ N1: n1 + 1 })).toBe(false)
    const { right: n6, given } = numberQuestion('N6', 'starter')
    expect(given).toEqual({ b: 1, k: 10 })
    const edge = await judged(answered('solutions', { N6: n6 + 0.00049 }), { id: 'solutions' })
    expect(lost(edge)).not.toContain('n6')
  })

  it('that are blank wait for somebody to begin, and never tell the answer', async () => {
    const { results, notes } = await judged(answered('ana-rojas', {}))
    const kinds = results.map(({ verdict }) => (verdict.kind === 'failed' ? verdict.finding.kind : verdict.kind))
    expect(kinds).toEqual(['passed', ...Array<string>(25).fill('not-implemented')])
    expect(notes).toEqual([])
    expect(await saidBy('n3', answered('ana-rojas', {}))).toMatch(/^N3 está sin responder\./)
  })

  it('tell nothing of what is right in what a student reads', async () => {
    for (const { question, right, wrong } of knownAnswers('ana-rojas')) {
      if (typeof right !== 'number') continue
      const text = answered('ana-rojas', { [question]: wrong[0]?.answer })
      const said = await saidBy(question.toLowerCase(), text)
      expect(said).not.toContain(String(right))
      expect(said).toContain(String(wrong[0]?.answer))
      const { diagnoses } = await judged(text)
      expect(JSON.stringify(diagnoses)).not.toContain(String(right))
    }
  })

  it('are worth the same wrong and blank: a wrong choice takes nothing away', async () => {
    const { right } = choiceQuestion('M1', 'ana-rojas')
    const other = right === 'a' ? 'b' : 'a'
    const [blank, wrong] = [
      await verdictOf('m1', answered('ana-rojas', {})),
      await verdictOf('m1', answered('ana-rojas', { M1: other })),
    ]
    expect([blank.kind, wrong.kind]).toEqual(['failed', 'failed'])
    expect('fraction' in blank || 'fraction' in wrong).toBe(false)
  })

  it.each(['B', ' b ', 'b)', '(b)', 'b.'])('may write a letter as %j', async (letter) => {
    const right = choiceQuestion('M1', 'ana-rojas').right
    const verdict = await verdictOf(
      'm1',
      answered('ana-rojas', { M1: letter.replace(/b/i, (b) => (b === 'B' ? right.toUpperCase() : right)) }),
    )
    expect(verdict.kind).toBe('passed')
  })

  it('may write numbers as text', async () => {
    const { right: n1 } = numberQuestion('N1', 'ana-rojas')
    const { right: n3 } = numberQuestion('N3', 'ana-rojas')
    const spaced = String(n1).replace(/(?=(\d{3})$)/, ' ')
    const given = { N1: spaced, N3: n3.toFixed(4).replace('.', ',') }
    expect(lost(await judged(answered('ana-rojas', given)))).not.toContain('n1')
    expect(lost(await judged(answered('ana-rojas', given)))).not.toContain('n3')
  })

  it.each([
    [
      'N1',
      142.592,
      'la respuesta a N1 es una cuenta exacta, pero dice 142.592. ¿Quisiste decir 142592? JSON usa punto decimal y no separa miles.',
    ],
    ['N1', '142592.5', 'la respuesta a N1 es una cuenta exacta, pero dice 142592.5. Escribe un número entero.'],
    ['N3', '1,234', '«1,234», en N3, puede ser 1.234 o 1234. Escribe uno de los dos.'],
    [
      'N3',
      '1/4',
      'la respuesta a N3 debe ser un número, pero dice «1/4». Escribe solo el número, con punto decimal y sin unidades ni operaciones: 0.73, 142592, 5.6e-15.',
    ],
    ['M1', 'z', 'la respuesta a M1 es la letra de una opción (a, b, c, d), pero dice «z». Escribe la letra sola.'],
    ['M1', 2, 'la respuesta a M1 es la letra de una opción (a, b, c, d), pero dice «2». Escribe la letra sola.'],
    [
      'S1',
      'muchos a uno',
      'la respuesta a S1 es la letra de una opción (a, b, c, d, e), pero dice «muchos a uno». Escribe la letra sola.',
    ],
    ['M2', ['b'], 'la respuesta a M2 es ["b"], y debe ser un número o una letra. Escríbela entre comillas.'],
    ['N5', true, 'la respuesta a N5 es true, y debe ser un número o una letra. Escríbela entre comillas.'],
  ])('that cannot be read cost only themselves: %s %j', async (question, answer, sentence) => {
    const text = solvedBut('ana-rojas', { [question]: answer })
    const line =
      1 +
      text
        .split('\n')
        .findIndex(
          (each, k, all) => each.includes('"answer"') && all.slice(0, k).some((l) => l.includes(`"${question}"`)),
        )
    const result = await judged(text)
    expect(lost(result)).toEqual(['answered', question.toLowerCase()])
    expect(await saidBy('answered', text)).toBe(`comprension.json, línea ${String(line)}: ${sentence}`)
    const finding = await findingOf(question.toLowerCase(), text)
    expect(finding).toMatchObject({ kind: 'document', location: `comprension.json:${String(line)}` })
    expect(await saidBy(question.toLowerCase(), text)).toBe(await saidBy('answered', text))
  })

  it('to numbers that were changed are judged by those that were drawn, and the message says so', async () => {
    const { given, right } = numberQuestion('N5', 'ana-rojas')
    const changed = solvedBut('ana-rojas', { N5: 448 }).replace(
      /"D": \d+,\s+"H": \d+\s+\},\s+"answer": 448/,
      '"D": 5, "H": 8 }, "answer": 448',
    )
    expect(right).not.toBe(448)
    expect(await saidBy('n5', changed)).toBe(sayAny('es', 'answers.wrong-edited', { task: 'N5', received: '448' }))
    const harmless = changed.replace('"answer": 448', `"answer": ${String(right)}`)
    expect(lost(await judged(harmless))).toEqual([])
    expect(Object.keys(given)).toEqual(['D', 'H'])
  })

  it('that are missing in part are counted and named', async () => {
    expect(await saidBy('answered', solvedBut('ana-rojas', { N3: '', M10: null, S1: '  ' }))).toBe(
      'Faltan 3 respuestas de 24: N3, M10, S1. Escríbelas en «answer»; lo que no sepas puede quedarse en blanco.',
    )
    expect(await saidBy('answered', answered('ana-rojas', {}))).toContain(': N1–N10, M1–M10, S1–S4.')
    const begun = async (given: Record<string, unknown>): Promise<string> =>
      (await findingOf('answered', answered('ana-rojas', given))).kind
    expect([await begun({}), await begun({ N1: 1 })]).toEqual(['not-implemented', 'document'])
  })

  it('to a question that the file no longer has are blank', async () => {
    const file = JSON.parse(solvedText('ana-rojas', 'es')) as { questions: Record<string, unknown> }
    const { N2: _gone, ...questions } = file.questions
    expect(lost(await judged(JSON.stringify({ ...file, questions })))).toEqual(['answered', 'n2'])
  })

  property.prop([fc.string({ unit: 'binary' }), fc.jsonValue()], { numRuns: 50 })(
    'of whatever kind never are a fault of the grader',
    async (text, value) => {
      for (const each of [text, JSON.stringify(value), answered('ana-rojas', { N1: value, M1: value })]) {
        const { results } = await judged(each)
        expect(results.filter(({ verdict }) => verdict.kind === 'faulted')).toEqual([])
      }
    },
  )

  it('are not judged in a public run, and wait for a file that can be read', async () => {
    const seen = await judged(solvedText('ana-rojas', 'es'), { mode: 'public' })
    expect(seen.results.map(({ meta }) => meta.id)).toEqual(['comprension/form', 'comprension/answered'])
    const { results } = await judged('{')
    const blocked = results.filter(({ verdict }) => verdict.kind === 'blocked').map(({ meta }) => meta.id.split('/')[1])
    expect(blocked).toEqual(['answered', ...hidden])
  })
})

describe('whose answers they are', () => {
  const solved = solvedText('ana-rojas', 'es')

  it('is nothing to speak of when the file has the id of the submission', async () => {
    expect((await judged(solved)).notes).toEqual([])
  })

  it('is noted when the ids differ, and graded by the numbers of the file', async () => {
    const result = await judged(solved, { id: 'luis' })
    expect(lost(result)).toEqual([])
    expect(result.notes).toEqual([
      { messageId: 'flag.answers-of-another-id', params: { file: 'ana-rojas', id: 'luis' } },
    ])
  })

  it('does not matter in a public run, where the id is the name of a folder', async () => {
    const result = await judged(solved, { id: 'starter', mode: 'public' })
    expect(lost(result)).toEqual([])
    expect(result.notes).toEqual([])
  })

  it.each(['starter', 'solutions'])(
    'cannot be the handout: its numbers as %s are graded for nobody else',
    async (own) => {
      const text = solvedText(own, 'es')
      const result = await judged(text)
      expect(lost(result)).toEqual(['answered', ...hidden])
      expect(await findingOf('m4', text)).toMatchObject({ kind: 'document', messageId: 'answers.handout-numbers' })
      expect(await saidBy('m4', text)).toBe(
        `Estas respuestas son para los números del enunciado («${own}»), que no se califican. Crea los tuyos con \`npm run questions -- --id tu-id --force\` y respóndelos.`,
      )
      expect(result.diagnoses).toEqual([])
    },
  )

  it('leaves the untouched starter as it is, in whosever submission', async () => {
    const { results } = await judged(answered('starter', {}))
    const kinds = results
      .slice(1)
      .map(({ verdict }) => (verdict.kind === 'failed' ? verdict.finding.kind : verdict.kind))
    expect(new Set(kinds)).toEqual(new Set(['not-implemented']))
    expect(await saidBy('answered', answered('starter', {}), { id: 'starter', mode: 'public' })).toContain(
      'Estos números son los del enunciado; los que se califican son los tuyos: créalos con `npm run questions -- --id tu-id`.',
    )
  })

  it('may be the solutions in a folder of that name', async () => {
    const text = solvedText('solutions', 'es')
    for (const mode of ['full', 'public'] as const) {
      const result = await judged(text, { id: 'solutions', mode })
      expect(lost(result)).toEqual([])
      expect(result.notes).toEqual([])
    }
  })

  it('is told to whoever answers the handout in the starter, where students work', async () => {
    const text = solvedText('starter', 'es')
    expect(await findingOf('answered', text, { id: 'starter', mode: 'public' })).toMatchObject({
      messageId: 'answers.handout-numbers',
    })
    expect((await judged(text, { id: 'starter' })).notes).toEqual([
      { messageId: 'flag.handout-numbers', params: { id: 'starter' } },
    ])
  })
})
