import type { MessageParams } from '../../model/finding.ts'

const slip = (slip: string, text: string, meant = ''): MessageParams => ({ line: 14, slip, text, meant })

/** Examples for the messages of `catalogue/answers.ts`. */
export const answers: Readonly<Record<string, readonly MessageParams[]>> = {
  'answers.not-json': [
    slip('empty', ''),
    slip('decimal', '0,73', '0.73'),
    slip('thousands', '142 592', '142592'),
    slip('unquoted', 'b', '"b"'),
    slip('quotes', '“b”'),
    slip('comma', '"answer": 448'),
    slip('trailing', '}'),
    slip('value', '},'),
    slip('comment', '// listo'),
    slip('ends', ''),
    slip('twice', '"N1"'),
    slip('deep', '[[[['),
    slip('other', '=> 448'),
  ],
  'answers.bad-id': [{ line: 3, id: 'Ana Rojas', near: 'ana-rojas' }],
  'answers.missing-key': [{ line: 1, key: 'id' }],
  'answers.unknown-question': [
    { line: 80, key: 'n1', near: 'N1' },
    { line: 80, key: 'bonus', near: 'none' },
  ],
  'answers.unknown-key': [
    { line: 12, key: 'anwser', near: 'answer', where: 'questions.N1' },
    { line: 2, key: 'nombre', near: 'none', where: 'none' },
  ],
  'answers.other-schema': [{ line: 2, received: '"lab10/v1"', expected: 'lab11/comprension/v1' }],
  'answers.wrong-type': [
    { line: 4, at: 'questions.N1', expected: 'object' },
    { line: 3, at: 'id', expected: 'string' },
    { line: 9, at: 'questions.N1.given.d', expected: 'number' },
    { line: 1, at: 'none', expected: 'object' },
    { line: 1, at: 'none', expected: 'boolean' },
  ],
  'answers.unanswered': [
    { count: 1, total: 24, names: 'N3', handout: false },
    { count: 2, total: 24, names: 'N3, M10', handout: true },
  ],
  'answers.handout-numbers': [{ id: 'starter' }],
  'answers.blank': [{ task: 'N3' }],
  'answers.wrong': [{ task: 'N3', received: '0.3568' }],
  'answers.wrong-edited': [{ task: 'N3', received: '0.3568' }],
  'answers.clue': [{ task: 'N3', received: '0.3568' }],
  'answers.not-an-answer': [{ line: 14, task: 'N3', received: '[0.73]' }],
  'answers.not-a-number': [{ line: 14, task: 'N3', received: '1/4' }],
  'answers.ambiguous': [{ line: 14, task: 'N3', received: '1,234', decimal: '1.234', thousands: '1234' }],
  'answers.not-whole': [
    { line: 14, task: 'N1', received: '142.592', meant: '142592' },
    { line: 14, task: 'N1', received: '142592.5', meant: 'none' },
  ],
  'answers.not-a-letter': [{ line: 14, task: 'M1', received: 'dh', letters: 'a, b, c, d' }],
  'flag.answers-of-another-id': [{ file: 'ana-rojas', id: 'luis' }],
  'flag.handout-numbers': [{ id: 'starter' }],
  'questions.bad-id': [{ id: 'Ana Rojas', near: 'ana-rojas' }],
  'questions.other-id': [
    { path: 'starter/comprension.json', found: 'luis', id: 'ana-rojas', count: 1 },
    { path: 'starter/comprension.json', found: 'luis', id: 'ana-rojas', count: 3 },
  ],
  'questions.unreadable': [
    {
      path: 'starter/comprension.json',
      why: 'comprension.json, línea 14: dice 0,73, pero en JSON los decimales llevan punto.',
    },
  ],
  'questions.written': [
    { path: 'starter/comprension.json', total: 24, id: 'ana-rojas', kept: 0 },
    { path: 'starter/comprension.json', total: 24, id: 'ana-rojas', kept: 1 },
    { path: 'starter/comprension.json', total: 24, id: 'ana-rojas', kept: 3 },
  ],
  'questions.next': [{ handout: 'assignments/comprension/README.md' }],
}
