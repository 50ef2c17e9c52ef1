import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Bundle } from '../../subject/bundle.ts'
import { crimeFolder, failureOf, root, workbench } from './workbench.ts'

describe('A bundle may import', () => {
  it('ml-matrix, the shared helpers and files of its own folder', async () => {
    const subject = await workbench().subject('well-behaved')
    const m = { rows: 1, columns: 2, data: new Float64Array([1, -2]) }
    expect(await subject.call('double', m)).toEqual({ ...m, data: new Float64Array([2, -4]) })
    expect(await subject.call('draw', 3)).toBe(await subject.call('draw', 3))
  })

  it.each([
    ['without an extension', './helper'],
    ['as the JavaScript it would become', './helper.js'],
    ['by way of its own folder', '../demo/helper.ts'],
    ['a folder deeper', './parts/helper.ts'],
  ])('a helper %s', async (_, specifier) => {
    const subject = await workbench().written({
      'demo/demo.ts': `export { act } from '${specifier}'`,
      'demo/helper.ts': 'export const act = (): number => 1',
      'demo/parts/helper.ts': 'export const act = (): number => 1',
    })
    expect(await subject.call('act')).toBe(1)
  })

  it('what only the types need, which is gone when the code runs', async () => {
    expect(await (await workbench().subject('imports-unused-types')).call('act')).toBe(1)
  })

  it('from a temporary folder that is reached through a link', async () => {
    const bench = workbench()
    mkdirSync(path.join(bench.folder, 'real'))
    symlinkSync(path.join(bench.folder, 'real'), path.join(bench.folder, 'link'), 'junction')
    const staging = path.join(bench.folder, 'link', 'staging')
    const bundle = await bench.bundle(crimeFolder('well-behaved'), { staging, out: path.join(staging, '..', 'out') })
    expect(await bench.start(bundle).call('honest')).toBe(42)
  })
})

describe('A bundle may not import', () => {
  const secret = 'export const secret = 100\n'

  it('a file outside of its staging folder, although it is there', async () => {
    const bench = workbench()
    writeFileSync(path.join(bench.folder, 'solution.ts'), secret)
    expectRefused(await bench.bundle(crimeFolder('imports-outside')), '../../solution.ts', 'demo/demo.ts:2:24')
  })

  it('it through a helper either, whatever the helper is called', async () => {
    const bench = workbench()
    writeFileSync(path.join(bench.folder, 'solution.ts'), secret)
    const bundle = await bench.bundle(crimeFolder('imports-outside-from-entry'))
    expectRefused(bundle, '../../solution.ts', 'demo/entry.ts:1:24')
  })

  it('another deliverable, although it is staged beside it', async () => {
    const bench = workbench()
    const bundle = await bench.bundleStaged(crimeFolder('imports-other-deliverable'))
    expectRefused(bundle, '../other/other.ts', 'demo/demo.ts:2:24')
  })

  it('a file behind a link', async () => {
    const bench = workbench()
    const staging = path.join(bench.folder, 'staging')
    mkdirSync(path.join(staging, 'demo'), { recursive: true })
    writeFileSync(path.join(bench.folder, 'solution.ts'), secret)
    symlinkSync(path.join(bench.folder, 'solution.ts'), path.join(staging, 'demo', 'link.ts'))
    writeFileSync(path.join(staging, 'demo', 'demo.ts'), "export { secret } from './link.ts'")
    expectRefused(await bench.bundleStaged(staging), './link.ts', 'demo/demo.ts:1:24')
  })

  it.each([
    ['node:fs', "import fs from 'node:fs'\nexport const act = () => fs"],
    ['fs', "export * from 'fs'"],
    ['child_process', "export const act = () => require('child_process')"],
    ['node:vm', "export const act = async () => import('node:vm')"],
    ['@tensorflow/tfjs-core', "import '@tensorflow/tfjs-core'"],
    ['ml-matrix/matrix.js', "export * from 'ml-matrix/matrix.js'"],
    ['vitest', "import { vi } from 'vitest'\nexport const act = () => vi"],
    ['/etc/hosts', "import '/etc/hosts'"],
    ['file:///etc/hosts', "import 'file:///etc/hosts'"],
    ['https://example.org/x.js', "import 'https://example.org/x.js'"],
    ['data:text/javascript,1', "import 'data:text/javascript,1'"],
    ['#helper', "import '#helper'"],
    ['../../../../etc/hosts', "import '../../../../etc/hosts'"],
    ['..', "import '..'"],
    ['../other/other', "export const act = () => import('../other/other')"],
  ])('%s', async (specifier, source) => {
    const bundle = await workbench().bundleWritten({ 'demo/demo.ts': `// Line 1.\n${source}\n` })
    const location = `demo/demo.ts:2:${String(source.indexOf(`'${specifier}'`) + 1)}`
    expectRefused(bundle, specifier, location)
  })
})

describe('A bundle that cannot be made says where', () => {
  it('an unclosed bracket', async () => {
    const bundle = await workbench().bundleWritten({ 'demo/demo.ts': 'export function act() {\n  return (1\n}\n' })
    expect(bundle).toMatchObject({
      finding: { kind: 'syntax', messageId: 'subject.syntax', params: { line: '}' }, location: 'demo/demo.ts:3:1' },
    })
  })

  it('a pattern that only the engine finds wrong, which the bundler lets pass', async () => {
    const subject = await workbench().written({
      'demo/demo.ts': 'export interface Seen {\n  n: number\n}\n\nexport const act = (s: string) => /(/.test(s)\n',
    })
    const { finding } = await failureOf(subject.call('act', ''))
    const params = {
      error: 'SyntaxError: Invalid regular expression: /(/: Unterminated group',
      line: 'act = (s) => /(/.test(s);',
    }
    expect(finding).toMatchObject({ kind: 'syntax', messageId: 'subject.syntax', params })
    expect(finding.location).toMatch(/^demo\/demo\.ts:5:/)
  })

  it('a helper that is not there, as a mistake and not as a crime', async () => {
    const bundle = await workbench().bundleWritten({ 'demo/demo.ts': "export * from './helpr.ts'" })
    const params = { error: 'Could not resolve "./helpr.ts"', line: "export * from './helpr.ts'" }
    expect(bundle).toMatchObject({ finding: { messageId: 'subject.syntax', params, location: 'demo/demo.ts:1:15' } })
  })

  it('a name that a helper does not export', async () => {
    const bundle = await workbench().bundleWritten({
      'demo/demo.ts': "import { sigmod } from './helper.ts'\nexport const act = () => sigmod\n",
      'demo/helper.ts': 'export const sigmoid = 1\n',
    })
    const error = 'No matching export in "demo/helper.ts" for import "sigmod"'
    expect(bundle).toMatchObject({ finding: { params: { error }, location: 'demo/demo.ts:1:10' } })
  })

  it('a line that was written by a machine is cut', async () => {
    const bundle = await workbench().bundleWritten({ 'demo/demo.ts': `const x = [${'1,'.repeat(10_000)}` })
    expect(bundle.kind === 'broken' && String(bundle.finding.params['line']).length).toBe(200)
  })
})

describe("No configuration of the student's is read", () => {
  it('neither tsconfig.json, nor package.json, nor node_modules, staged or not', async () => {
    const bench = workbench()
    const untouched = { fields: true, matrix: 'function', helper: 'helper' }
    const staged = await bench.subject('hostile-configuration')
    expect(await staged.call('untouched')).toEqual(untouched)
    // Staging leaves those files behind; here they lie where the bundler looks.
    const staging = path.join(bench.folder, 'with configuration')
    cpSync(crimeFolder('hostile-configuration'), staging, { recursive: true })
    for (const folder of [staging, path.join(staging, 'demo')]) {
      const library = path.join(folder, 'node_modules', 'ml-matrix')
      mkdirSync(library, { recursive: true })
      writeFileSync(path.join(library, 'package.json'), '{ "name": "ml-matrix", "main": "index.js" }')
      writeFileSync(path.join(library, 'index.js'), "export const Matrix = { zeros: 'evil' }")
    }
    expect(await bench.start(await bench.bundleStaged(staging)).call('untouched')).toEqual(untouched)
  })
})

describe('The shared runtime', () => {
  it('is built once for one content', async () => {
    const bench = workbench()
    const [first, second] = [await bench.bundleWritten(), await bench.bundleWritten()]
    if (first.kind !== 'ready' || second.kind !== 'ready') throw new Error('Expected two bundles')
    expect(first.runtime.file).toBe(second.runtime.file)
    expect(path.basename(first.runtime.file)).toMatch(/^runtime-[0-9a-f]{16}\.mjs$/)
    expect(path.relative(root, first.runtime.file).startsWith('..')).toBe(false)
  })
})

function expectRefused(bundle: Bundle, specifier: string, location: string): void {
  expect(bundle).toMatchObject({
    kind: 'broken',
    finding: { kind: 'import', messageId: 'subject.import', params: { specifier }, location },
  })
}
