import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../messages/say.ts'
import { countMessages, galleryPage, galleryTopics } from '../../reports/gallery.ts'
import { filesOf, temporary } from './folders.ts'
import { es, run } from './run.ts'

let top = ''
beforeAll(async () => {
  top = await temporary()
})

describe('gallery', () => {
  it('writes one page to out/gallery.html, and says where and how many', async () => {
    const ran = await run(['gallery'], { cwd: top })
    const count = countMessages(galleryTopics())
    expect(ran).toEqual({
      exitCode: 0,
      stdout: es('gallery.written', { count, path: 'out/gallery.html' }),
      stderr: '',
    })
    expect(await filesOf(path.join(top, 'out'))).toEqual(['gallery.html'])
    const page = await readFile(path.join(top, 'out', 'gallery.html'), 'utf8')
    expect(page).toBe(galleryPage(galleryTopics(), 'es'))
  })

  it('writes what was asked for, where it was asked for, with its own words in English', async () => {
    const out = path.join(top, 'there', 'laws.html')
    const ran = await run(['gallery', '--only', 'law.', '--out', out, '--lang', 'en'])
    expect(ran.exitCode).toBe(0)
    const page = await readFile(out, 'utf8')
    expect(page).toContain(say('en', 'gallery.title'))
    expect(page).toContain('id="law.causality"')
    expect(page).not.toContain('id="init.')
  })

  it('prints a line per text, in colours only where they are wanted', async () => {
    const plain = await run(['gallery', '--text', '--only', 'law.causality'], { cwd: top })
    expect(plain).toMatchObject({ exitCode: 0, stderr: '' })
    expect(plain.stdout.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'law.causality es',
      'law.causality en',
    ])
    const asked = ['gallery', '--text', '--only', 'law.causality']
    expect((await run(asked, { cwd: top, env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[')
    expect((await run(asked, { cwd: top, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).toBe(plain.stdout)
  })

  it('refuses a prefix that no message has, and says which topics there are', async () => {
    const topics = galleryTopics().map(({ name }) => name)
    const { exitCode, stderr } = await run(['gallery', '--only', 'lsmt'], { cwd: top })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `✗ ${es('gallery.nothing', { prefix: 'lsmt', topics: topics.join(', ') })}`,
    })
  })

  it('writes over no file that is not a page, and into no folder', async () => {
    await writeFile(path.join(top, 'notes.txt'), 'mine')
    await mkdir(path.join(top, 'folder.html'))
    const text = await run(['gallery', '--out', 'notes.txt'], { cwd: top })
    expect(text).toEqual({ exitCode: 2, stdout: '', stderr: `✗ ${es('gallery.out', { received: 'notes.txt' })}` })
    expect(await readFile(path.join(top, 'notes.txt'), 'utf8')).toBe('mine')
    const folder = await run(['gallery', '--out', 'folder.html'], { cwd: top })
    expect(folder.stderr).toBe(`✗ ${es('gallery.out-is-folder', { path: 'folder.html' })}`)
    const below = await run(['gallery', '--out', 'notes.txt/page.html'], { cwd: top })
    expect(below.exitCode).toBe(2)
    expect(below.stderr).toMatch(/^✗ No se puede escribir en «notes\.txt» \(E[A-Z]+\)\./)
  })
})
