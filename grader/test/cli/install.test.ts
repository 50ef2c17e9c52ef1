import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { filesOf, temporary } from './folders.ts'
import { run, startScript } from './run.ts'

it('a fresh copy says what to run before anything else, in either language', async () => {
  const copy = await temporary()
  await mkdir(path.dirname(startScript(copy)), { recursive: true })
  await cp(startScript(), startScript(copy))
  const spanish = { exitCode: 2, stdout: '', stderr: '✗ Aún no hay nada instalado. Ejecuta: npm ci' }
  const english = { exitCode: 2, stdout: '', stderr: '✗ Nothing is installed yet. Run: npm ci' }
  expect(await run(['check'], { of: copy })).toEqual(spanish)
  expect(await run(['check', '--lang', 'en'], { of: copy })).toEqual(english)
  expect(await run(['check'], { of: copy, env: { LAB_LANG: 'en' } })).toEqual(english)
  expect(await filesOf(copy)).toEqual(['grader/cli/start.js'])
})
