import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execa } from 'execa'
import { beforeAll, describe, expect, it } from 'vitest'
import { tarGzOf, zip, zipOf } from '../submission/archives.ts'
import { submission, temporary, untouched } from './folders.ts'
import { checkOf, lost, storedReport } from './reports.ts'
import { es, repository, run, type Ran } from './run.ts'

let top = ''
beforeAll(async () => {
  top = await temporary()
})

describe('grade of a class', () => {
  let ran: Ran
  let out = ''
  beforeAll(async () => {
    const folder = path.join(top, 'class')
    await submission(path.join(folder, 'Ana Rojas'))
    await untouched(path.join(folder, 'ana-rojas'))
    await submission(path.join(folder, 'Íñigo Peña', 'starter'), { 'gru-cell/gru-cell.ts': 'export const = 1\n' })
    await mkdir(path.join(folder, 'vacío'))
    await writeFile(path.join(folder, 'notas.txt'), 'nadie')
    out = path.join(top, 'out')
    ran = await run(['grade', folder, '--deliverable', 'gru-cell', '--out', out, '--seed', '7'])
  })

  it('exits 3 and names the one that cannot be graded, with the reason', () => {
    expect(ran.exitCode).toBe(3)
    const reason = es('submission.empty', { path: 'vacío' })
    expect(ran.stderr).toBe(es('progress.not-graded', { name: 'vacío', reason }))
  })

  it('grades the others, whatever they hold', () => {
    expect(ran.stdout).toContain(es('progress.summary', { count: 3, seed: 7 }))
    const good = storedReport(out, 'ana-rojas')
    expect(lost(good)).toEqual([])
    expect(good.score.points).toBe(good.score.max)
    const starter = storedReport(out, 'ana-rojas-2')
    expect(starter.score.points).toBe(0)
    expect(checkOf(starter, 'gru-cell/init-shapes').finding?.kind).toBe('not-implemented')
    const broken = storedReport(out, 'inigo-pena')
    expect(broken.score.points).toBe(0)
    expect(checkOf(broken, 'gru-cell/loads').finding?.kind).toBe('syntax')
    expect(broken.checks.slice(1).every(({ verdict }) => verdict === 'blocked')).toBe(true)
  })

  it('keeps the names, and makes ids of them without accents, each its own', () => {
    expect(readdirSync(out).sort()).toEqual(['ana-rojas', 'ana-rojas-2', 'inigo-pena'])
    const ids = ['ana-rojas', 'ana-rojas-2', 'inigo-pena']
    const submissions = ids.map((id) => storedReport(out, id).submission)
    expect(submissions.map(({ id }) => id)).toEqual(ids)
    expect(submissions.map(({ name }) => name)).toEqual(['Ana Rojas', 'ana-rojas', 'Íñigo Peña'])
    expect(new Set(submissions.map(({ hash }) => hash)).size).toBe(3)
  })

  it('is not what check looks at: it says what to do instead', async () => {
    const folder = path.join(top, 'class')
    expect(await run(['check', '--submission', folder])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${es('usage.class-given', { path: folder })}`,
    })
  })
})

describe('grade of submissions whose file cannot be read as code', () => {
  const file = path.join('gru-cell', 'gru-cell.ts')
  const shown = 'gru-cell/gru-cell.ts'
  let ran: Ran
  let out = ''
  beforeAll(async () => {
    const folder = path.join(top, 'odd')
    await submission(path.join(folder, 'big'), { [file]: '/'.repeat(10 * 1024 * 1024) })
    await submission(path.join(folder, 'binary'), { [file]: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]) })
    await submission(path.join(folder, 'utf-16'), {
      [file]: Buffer.from('\ufeffexport function initGru() {}\n', 'utf16le'),
    })
    await submission(path.join(folder, 'latin-1'), { [file]: Buffer.from('// línea\n', 'latin1') })
    await submission(path.join(folder, 'renamed'), {
      [file]: null,
      [path.join('gru-cell', 'gru_cell.ts')]: 'export {}\n',
    })
    await submission(path.join(folder, 'linked'), { [file]: null })
    await symlink(path.join(repository, 'solutions', file), path.join(folder, 'linked', file))
    await submission(path.join(folder, 'pipe'), { [file]: null })
    await execa('mkfifo', [path.join(folder, 'pipe', file)])
    await mkdir(path.join(folder, 'wrong-names', 'GRU_cell'), { recursive: true })
    await mkdir(path.join(folder, 'wrong-names', 'notes'))
    await symlink(path.join(repository, 'solutions'), path.join(folder, 'link'))
    const packed = { [`lab11-main/${shown}`]: readFileSync(path.join(folder, 'utf-16', file)) }
    await writeFile(path.join(folder, 'zipped.zip'), zipOf(packed))
    await writeFile(path.join(folder, 'tarred.tar.gz'), await tarGzOf(packed))
    await writeFile(path.join(folder, 'cheats.zip'), zip([{ name: shown, mode: 0o120777, content: '/etc/passwd' }]))
    await writeFile(path.join(folder, '\u001b[2J\u202e.zip'), 'no')
    out = path.join(top, 'odd-out')
    ran = await run(['grade', folder, '--deliverable', 'gru-cell', '--out', out, '--seed', '7'])
  })

  it.each([
    ['big', 'submission.too-large', { path: shown, size: 10240, limit: 256 }],
    ['binary', 'submission.binary', { path: shown }],
    ['utf-16', 'submission.utf-16', { path: shown }],
    ['latin-1', 'submission.not-utf-8', { path: shown, line: 1 }],
    ['renamed', 'submission.missing-file-near', { path: shown, near: 'gru-cell/gru_cell.ts' }],
    ['linked', 'submission.symlink', { path: shown }],
    ['pipe', 'submission.not-a-file', { path: shown }],
    ['zipped', 'submission.utf-16', { path: shown }],
    ['tarred', 'submission.utf-16', { path: shown }],
  ] as const)('%s: says what it expected and what to do', (id, messageId, params) => {
    const report = storedReport(out, id)
    const loads = checkOf(report, 'gru-cell/loads')
    expect(loads).toMatchObject({ verdict: 'failed', finding: { messageId, message: es(messageId, params) } })
    expect(report.score.points).toBe(0)
    expect(report.checks.slice(1).every(({ blockedBy }) => blockedBy === 'gru-cell/loads')).toBe(true)
  })

  it('gives an archive the name of its file, its own replay command and the hash of the same folder', () => {
    for (const [id, name] of [
      ['zipped', 'zipped.zip'],
      ['tarred', 'tarred.tar.gz'],
    ] as const) {
      const report = storedReport(out, id)
      expect(report.submission).toMatchObject({ id, name: id, submittedAt: null })
      expect(checkOf(report, 'gru-cell/loads').finding?.replay).toContain(path.join('odd', name))
    }
    const hashes = ['zipped', 'tarred'].map((id) => storedReport(out, id).submission.hash)
    expect(hashes[0]).toBe(hashes[1])
  })

  it('names what holds no submission: a link, near-miss names, and archives that are refused', () => {
    expect(ran.exitCode).toBe(3)
    const reasons = [
      ['\\x1b[2J\\u{202e}.zip', es('submission.archive-kind', { path: '\\u{1b}[2J\\u{202e}.zip' })],
      ['cheats.zip', es('submission.archive-link', { path: 'cheats.zip', entry: shown })],
      ['link', es('submission.linked', { path: 'link' })],
      [
        'wrong-names',
        es('submission.no-deliverable-near', {
          path: 'wrong-names',
          slug: 'gru-cell',
          near: 'GRU_cell',
          found: 'GRU_cell/, notes/',
        }),
      ],
    ] as const
    expect(ran.stderr.split('\n')).toEqual(reasons.map(([name, reason]) => es('progress.not-graded', { name, reason })))
  })

  it('check reads an archive as it reads a folder', async () => {
    const archive = path.join(top, 'odd', 'zipped.zip')
    const { exitCode, stdout } = await run(['check', 'gru-cell', '--submission', archive])
    expect(exitCode).toBe(1)
    expect(stdout).toContain(es('submission.utf-16', { path: shown }))
  })

  it.each([
    ['check', '--watch'],
    ['train', 'sentiment'],
    ['plots', 'sentiment'],
  ])('%s %s, which would write to it or wait for changes, does not take one', async (command, word) => {
    const archive = path.join(top, 'odd', 'zipped.zip')
    const stderr = `✗ ${es('submission.is-archive', { path: archive })}`
    expect(await run([command, word, '--submission', archive])).toEqual({ exitCode: 2, stdout: '', stderr })
  })
})
