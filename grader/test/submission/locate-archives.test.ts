import { execFile } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { loadDeliverable } from '../../submission/load.ts'
import { type Located, locate } from '../../submission/locate.ts'
import { Unpacker } from '../../submission/unpacker.ts'
import { tarGzOf, zip, zipOf } from './archives.ts'
import { folder } from './folder.ts'
import { shapeOf } from './shape-of.ts'

const slugs = ['lstm-cell', 'gru-cell']
const source = { 'lstm-cell/lstm-cell.ts': 'x' }

/** The same files one folder deeper. */
function below(wrapper: string, files: Readonly<Record<string, string>> = source): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${wrapper}/${path}`, content]))
}

async function find(path: string): Promise<Located> {
  return locate(path, slugs, new Unpacker(join(await folder(), 'unpacked')))
}

/** What was found, and why the rest was not. */
function listed(located: Located): unknown {
  if (located.kind === 'one') return located.root.name
  return [located.roots.map(({ name, id }) => `${name} ${id}`), located.skipped.map(({ error }) => shapeOf(error))]
}

describe('An archive on the command line', () => {
  test.each([
    ['the deliverables at its top', source],
    ['a starter', below('starter')],
    ['the folder that GitHub adds', below('lab11-main')],
    ['its own name twice', below('ana/ana', below('starter'))],
    ['notes beside the wrapper', { ...below('lab11-main'), 'leeme.txt': '' }],
    ['what macOS adds', { ...below('ana'), '__MACOSX/ana/._x': '', '.DS_Store': '' }],
  ])('is one submission when it holds %s', async (_, files) => {
    const top = await folder({ 'Ana Rojas.zip': zipOf(files) })
    const path = join(top, 'Ana Rojas.zip')
    const located = await find(path)
    expect(located).toMatchObject({ kind: 'one', root: { folder: path, name: 'Ana Rojas', id: 'ana-rojas' } })
    const { root } = located.kind === 'one' ? located.root : { root: '' }
    expect((await loadDeliverable(root, 'lstm-cell')).files).toHaveLength(1)
  })

  test('may be a link of the instructor, and a gzipped tar', async () => {
    const top = await folder({ 'real.tar.gz': await tarGzOf(source) })
    await symlink(join(top, 'real.tar.gz'), join(top, 'ana.tar.gz'))
    expect(listed(await find(join(top, 'ana.tar.gz')))).toBe('ana')
  })

  test('may hold a class, whose members may be archives again', async () => {
    const luis = zipOf(below('lab11'))
    const files = { ...below('Ana Rojas'), 'Luis_12_file/tarea.zip': luis, 'vacío/nada.txt': '', 'eva.zip': 'no' }
    const top = await folder({ 'entregas.zip': zipOf(files) })
    const located = await find(join(top, 'entregas.zip'))
    expect(listed(located)).toEqual([
      ['Ana Rojas ana-rojas', 'Luis_12_file luis_12_file'],
      [
        ['submission', 'submission.archive-kind', { path: 'eva.zip' }],
        ['submission', 'submission.no-deliverable', expect.objectContaining({ path: 'vacío' })],
      ],
    ])
    const roots = located.kind === 'class' ? located.roots : []
    expect(roots.map((root) => root.folder)).toEqual([join(top, 'entregas.zip'), join(top, 'entregas.zip')])
  })

  test.each([
    ['nothing', {}, 'submission.archive-empty'],
    ['what tools keep', { 'node_modules/lstm-cell/x.ts': '' }, 'submission.archive-empty'],
    ['a misnamed folder', { 'ana/LSTM_cell/x.ts': '' }, 'submission.no-deliverable-near'],
    ['a loose file', { 'ana/lstm-cell.ts': '' }, 'submission.no-deliverable-loose'],
    ['something else', { 'tarea.docx': '' }, 'submission.no-deliverable'],
  ])('that holds %s is refused', async (_, files, messageId) => {
    const path = join(await folder({ 'ana.zip': zipOf(files) }), 'ana.zip')
    await expect(find(path)).rejects.toMatchObject({ blame: 'submission', messageId, params: { path } })
  })

  test('is refused by a command that would write to it', async () => {
    const path = join(await folder({ 'ana.zip': zipOf(source) }), 'ana.zip')
    await expect(locate(path, slugs)).rejects.toMatchObject({ blame: 'usage', messageId: 'submission.is-archive' })
  })
})

describe('A class', () => {
  test('may hold folders, archives, and folders with an archive in them', async () => {
    const top = await folder({
      'ana/lstm-cell/lstm-cell.ts': '',
      'ana.zip': zipOf(below('lab11-main')),
      'Luis Paz_77_assignsubmission_file/tarea.tgz': await tarGzOf(below('tarea')),
      'eva.zip': zipOf({ ...below('lab11'), 'capturas/1.png': '' }),
      'notas.txt': '',
    })
    expect(listed(await find(top))).toEqual([
      ['Luis Paz_77_assignsubmission_file luis-paz_77_assignsubmission_file', 'ana ana', 'ana ana-2', 'eva eva'],
      [],
    ])
  })

  test('names the archives that cannot be graded, each with its reason', async () => {
    const top = await folder({
      'ana.zip': zipOf(source),
      'bad.zip': zip([{ name: '../x.ts' }]),
      'link.zip': zip([{ name: 'lstm-cell/lstm-cell.ts', mode: 0o120777, content: '/etc/passwd' }]),
      'nest.zip': zipOf({ 'inner.zip': zipOf(source) }),
      'two/a.zip': zipOf(source),
      'two/b.zip': zipOf(source),
      'x.rar': 'Rar!',
    })
    await symlink(join(top, 'ana.zip'), join(top, 'z.zip'))
    expect(listed(await find(top))).toEqual([
      ['ana ana'],
      [
        ['submission', 'submission.archive-escape', { path: 'bad.zip', entry: '../x.ts' }],
        ['submission', 'submission.archive-link', { path: 'link.zip', entry: 'lstm-cell/lstm-cell.ts' }],
        ['submission', 'submission.no-deliverable', expect.objectContaining({ path: 'nest.zip', found: 'inner.zip' })],
        ['submission', 'submission.no-deliverable', expect.objectContaining({ path: 'two', found: 'a.zip, b.zip' })],
        ['submission', 'submission.archive-kind', { path: 'x.rar' }],
        ['submission', 'submission.linked', { path: 'z.zip' }],
      ],
    ])
  })

  test('does not wait for a pipe that is called like an archive', async () => {
    const top = await folder({ 'ana.zip': zipOf(source) })
    await promisify(execFile)('mkfifo', [join(top, 'eve.zip')])
    expect(listed(await find(top))).toEqual([
      ['ana ana'],
      [['submission', 'submission.not-a-file', { path: 'eve.zip' }]],
    ])
  })

  test('of one bad archive is that archive; of several it is a class of none', async () => {
    const bad = zip([{ name: '../x.ts' }])
    const one = await folder({ 'bad.zip': bad })
    await expect(find(one)).rejects.toMatchObject({
      messageId: 'submission.archive-escape',
      params: { path: 'bad.zip' },
    })
    const two = await find(await folder({ 'bad.zip': bad, 'worse.zip': bad }))
    expect(two.kind === 'class' && [two.roots.length, two.skipped.length]).toEqual([0, 2])
  })
})
