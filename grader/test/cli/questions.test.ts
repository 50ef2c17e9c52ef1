import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { solvedText } from '../../cli/questions-file.ts'
import { checkOf, storedReport } from './reports.ts'
import { edit, filesOf, submission, temporary, untouched } from './folders.ts'
import { es, repository, run, type Ran } from './run.ts'

interface File {
  readonly id: string
  readonly questions: Readonly<Record<string, { statement: string; given?: Record<string, number>; answer: unknown }>>
}

let folder = ''
beforeEach(async () => {
  folder = await untouched(path.join(await temporary(), 'ana'))
})

const file = (): string => path.join(folder, 'comprension.json')
const written = async (): Promise<File> => JSON.parse(await readFile(file(), 'utf8')) as File
const ask = (id: string, ...more: string[]): Promise<Ran> =>
  run(['questions', '--id', id, '--submission', folder, ...more])

describe('questions', () => {
  it('writes the questions of an id, blank, and says what to do next', async () => {
    const { exitCode, stdout, stderr } = await ask('ana-rojas')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('tiene las 24 preguntas con los números de «ana-rojas».\n')
    expect(stdout).toContain('assignments/comprension/README.md')
    const { id, questions } = await written()
    expect(id).toBe('ana-rojas')
    expect(Object.values(questions).map(({ answer }) => answer)).toEqual(Array<string>(24).fill(''))
    for (const [name, value] of Object.entries(questions['N1']?.given ?? {}))
      expect(questions['N1']?.statement).toContain(`${name} = ${String(value)}`)
    expect(await readFile(path.join(repository, 'starter', 'comprension.json'), 'utf8')).not.toContain('ana-rojas')
  })

  it('keeps what was answered when it is asked again, in another language too', async () => {
    await ask('ana-rojas')
    await edit(file(), (text) => text.replace('"answer": ""', '"answer": "142 592"'))
    const { exitCode, stdout } = await ask('ana-rojas', '--lang', 'en')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('The answer that was there is kept.')
    const { questions } = await written()
    expect(questions['N1']?.answer).toBe('142 592')
    expect(questions['N1']?.statement).toContain('How many parameters')
  })

  it('takes the place of the blank questions that a starter comes with, but of nobody’s answers', async () => {
    await writeFile(file(), await readFile(path.join(repository, 'starter', 'comprension.json')))
    expect((await ask('ana-rojas')).exitCode).toBe(0)
    await edit(file(), (text) => text.replace('"answer": ""', '"answer": 7'))
    const before = await readFile(file(), 'utf8')
    const { exitCode, stderr } = await ask('luis')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /es de «ana-rojas», y pediste los números de «luis»\. No se ha tocado\. .*--force.*\(hay 1\)/,
    )
    expect(await readFile(file(), 'utf8')).toBe(before)
    expect((await ask('luis', '--force')).exitCode).toBe(0)
    const { id, questions } = await written()
    expect([id, questions['N1']?.answer]).toEqual(['luis', ''])
  })

  it('does not touch a file that it cannot read, and says where it breaks', async () => {
    await writeFile(file(), '{\n "id": ana\n}')
    const { exitCode, stderr } = await ask('ana-rojas')
    expect(exitCode).toBe(3)
    expect(stderr).toContain(
      'no se ha tocado. comprension.json, línea 2: dice ana sin comillas. ¿Quisiste decir "ana"? Corrígelo,',
    )
    expect(await readFile(file(), 'utf8')).toBe('{\n "id": ana\n}')
    expect((await ask('ana-rojas', '--force')).exitCode).toBe(0)
    expect((await written()).id).toBe('ana-rojas')
  })

  it('does not write through a link, nor over a folder', async () => {
    const elsewhere = path.join(folder, '..', 'elsewhere.json')
    await writeFile(elsewhere, 'mine')
    await symlink(elsewhere, file())
    expect((await ask('ana-rojas')).exitCode).toBe(3)
    expect((await ask('ana-rojas', '--force')).exitCode).toBe(0)
    expect(await readFile(elsewhere, 'utf8')).toBe('mine')
    await edit(file(), null)
    await mkdir(file())
    expect((await ask('ana-rojas')).exitCode).toBe(3)
    expect((await ask('ana-rojas', '--force')).exitCode).toBe(2)
    expect((await filesOf(folder))?.filter((name) => name.includes('tmp'))).toEqual([])
  })

  it.each([
    ['Ana Rojas', 'ana-rojas'],
    ['josé', 'jose'],
    ['', 'submission'],
    ['../x', 'x'],
    ['con', 'submission-con'],
  ])('refuses the id %j and suggests %s', async (id, near) => {
    const { exitCode, stdout, stderr } = await ask(id)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe(`✗ ${es('questions.bad-id', { id, near })}`)
    expect(await filesOf(folder)).not.toContain('comprension.json')
  })

  it('wants an id', async () => {
    const { exitCode, stderr } = await run(['questions', '--submission', folder])
    expect(exitCode).toBe(2)
    expect(stderr).toBe(`✗ ${es('usage.missing-option', { option: '--id', command: 'questions' })}`)
  })
})

describe('comprension in reports', () => {
  it('of a check is not begun in the untouched starter, and leads to the command', async () => {
    const { exitCode, stdout } = await run(['check', 'comprension'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain(es('report.not-started'))
    expect(stdout).toContain('Faltan 24 respuestas de 24: N1–N10, M1–M10, S1–S4.')
    expect(stdout).toContain('npm run questions -- --id tu-id')
  })

  it('of a check says nothing of right and wrong', async () => {
    await writeFile(file(), solvedText('ana-rojas', 'es').replace(/"answer": \d+/, '"answer": 1'))
    const { exitCode, stdout } = await run(['check', 'comprension', '--submission', folder, '--all'])
    expect({ exitCode, wrong: stdout.includes('no es correcta') }).toEqual({ exitCode: 0, wrong: false })
  })

  it('of a grade has every answer; the student’s copy names the mistake and never the answer', async () => {
    const own = await submission(path.join(await temporary(), 'ana-rojas'))
    const right = JSON.parse(solvedText('ana-rojas', 'es')) as File
    const { d = NaN, H = NaN } = right.questions['N1']?.given ?? {}
    const torch = d * H + H * H + 2 * H
    await writeFile(
      path.join(own, 'comprension.json'),
      solvedText('ana-rojas', 'es').replace(/"answer": \d+/, `"answer": ${String(torch)}`),
    )
    const out = path.join(await temporary(), 'out')
    const { exitCode } = await run(['grade', own, '--out', out, '--deliverable', 'comprension'])
    expect(exitCode).toBe(0)
    const report = storedReport(out, 'ana-rojas')
    expect(report.checks.filter(({ verdict }) => verdict !== 'passed').map(({ id }) => id)).toEqual(['comprension/n1'])
    expect(checkOf(report, 'comprension/n1').finding).toMatchObject({ kind: 'answer', received: String(torch) })
    expect(report.flags).toEqual([])
    const student = storedReport(out, 'ana-rojas', 'student')
    expect(student.diagnoses).toMatchObject([{ task: 'N1', misconceptions: ['rnn.double-bias-count'] }])
    expect(checkOf(student, 'comprension/n1').finding?.message).toBe(es('report.hidden-answer'))
    expect(JSON.stringify(student)).not.toContain(String(right.questions['N1']?.answer))
  })
})
