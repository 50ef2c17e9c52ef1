import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Documents } from '../../submission/documents.ts'
import { limits } from '../../submission/limits.ts'
import { folder } from './folder.ts'

it('A document is its text, without a byte order mark and with line ends of one kind', async () => {
  const documents = new Documents(await folder({ 'reporte.md': '\uFEFF# Uno\r\n\r\nDos\n' }))
  expect(await documents.text('reporte.md')).toEqual({ kind: 'text', text: '# Uno\n\nDos\n' })
})

it('A document that is not there is absent, and so is one outside of the submission', async () => {
  const root = await folder({ 'inner/reporte.md': 'x', 'secret.md': 'x' })
  const documents = new Documents(join(root, 'inner'))
  for (const path of ['comprension.json', '../secret.md', 'artifacts/../../secret.md', '', '/etc/hostname'])
    expect(await documents.text(path), path).toEqual({ kind: 'absent' })
})

it('A document that cannot be read as text says why', async () => {
  const documents = new Documents(
    await folder({ 'a.md': Buffer.from([0xff, 0xfe, 65, 0]), 'b.md': Buffer.from([0xe1]) }),
  )
  expect(await documents.text('a.md')).toMatchObject({ kind: 'refused', problem: { messageId: 'submission.utf-16' } })
  expect(await documents.text('b.md')).toMatchObject({
    kind: 'refused',
    problem: { messageId: 'submission.not-utf-8' },
  })
})

it('A document that is too large is refused before it is read', async () => {
  const documents = new Documents(await folder({ 'reporte.md': Buffer.alloc(limits.documentBytes + 1, 65) }))
  expect(await documents.text('reporte.md')).toMatchObject({
    kind: 'refused',
    problem: { messageId: 'submission.too-large', params: { path: 'reporte.md', limit: 4096 } },
  })
})

it.skipIf(process.platform === 'win32')('A link leads nowhere, neither a file nor a folder', async () => {
  const root = await folder({ 'secret/a.md': 'x', 'own/artifacts/real.md': 'y' })
  await symlink(join(root, 'secret'), join(root, 'own/artifacts/linked'))
  await symlink(join(root, 'secret/a.md'), join(root, 'own/reporte.md'))
  await symlink(join(root, 'secret'), join(root, 'own/figures'))
  const documents = new Documents(join(root, 'own'))
  expect(await documents.list('artifacts')).toEqual(['real.md'])
  expect(await documents.list('figures')).toEqual([])
  expect(await documents.text('artifacts/real.md')).toEqual({ kind: 'text', text: 'y' })
  expect(await documents.text('artifacts/linked/a.md')).toEqual({ kind: 'absent' })
  expect(await documents.text('reporte.md')).toMatchObject({ kind: 'refused' })
})
