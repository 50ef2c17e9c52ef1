import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { devNull } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { permissionFlag, portable } from '../../subject/confinement.ts'
import { crimeFolder, failureOf, root, workbench } from './workbench.ts'

describe("A subject's process", () => {
  it('has an empty environment, no arguments, no channel of Node and no test framework', async () => {
    const bench = workbench()
    const around = (await (await bench.subject('looks-around')).call('around')) as Record<string, unknown>
    const system = process.platform === 'win32' ? ['SystemRoot'] : []
    const known = process.platform === 'darwin' ? ['__CF_USER_TEXT_ENCODING'] : system
    expect((around['env'] as string[]).filter((name) => !known.includes(name))).toEqual([])
    expect(around).toMatchObject({ argv: [], ipc: 'undefined', globals: [] })
    expect(path.basename(around['cwd'] as string)).toBe('cwd')
  })

  it('reads its own bundle and the runtime, and no other file or folder', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('reads-files'))
    if (bundle.kind !== 'ready') throw new Error('Expected a bundle')
    const others = [
      path.join(root, 'rubric.json'),
      path.join(root, 'solutions', 'lstm-cell', 'lstm-cell.ts'),
      path.join(root, 'node_modules', 'ml-matrix', 'package.json'),
      path.join(path.dirname(bundle.runtime.file), '..'),
      bundle.map,
      path.dirname(bundle.file),
      bench.pids,
      bench.cwd,
      '.',
      process.execPath,
      '/proc/self/environ',
      `/proc/${String(process.pid)}/environ`,
      '/etc/passwd',
    ]
    const subject = bench.start(bundle)
    expect(await subject.call('attempt', [bundle.file, bundle.runtime.file])).toEqual([
      expect.stringMatching(/^read \d+$/),
      expect.stringMatching(/^read \d+$/),
    ])
    expect(await subject.call('attempt', others)).toEqual(others.map(() => 'ERR_ACCESS_DENIED'))
  })

  it('writes nowhere, not even where it may read', async () => {
    const bench = workbench()
    const bundle = await bench.bundle(crimeFolder('writes-files'))
    if (bundle.kind !== 'ready') throw new Error('Expected a bundle')
    const places = [
      'results.json',
      path.join(bench.folder, 'x'),
      bundle.file,
      bundle.runtime.file,
      '/dev/shm/x',
      '/dev/stdout',
    ]
    expect(await bench.start(bundle).call('attempt', places)).toEqual(places.map(() => 'ERR_ACCESS_DENIED'))
    expect(readdirSync(bench.cwd)).toEqual([])
  })

  it.each([
    ['act', 'eval'],
    ['construct', 'the Function constructor'],
  ])('makes no code out of text: %s', async (fn) => {
    const { finding } = await failureOf((await workbench().subject('evals')).call(fn))
    expect(finding.messageId).toBe('subject.threw')
    expect(finding.params['error']).toMatch(/^EvalError|Code generation/)
  })

  it.each(['spawns-process', 'starts-worker', 'dynamic-import-of-node'])('is denied by Node: %s', async (crime) => {
    const { finding } = await failureOf((await workbench().subject(crime)).call('act'))
    expect(finding.messageId).toBe('subject.denied')
  })
})

describe('The portable confinement', () => {
  it('names only what may be read, and the script last', () => {
    const { file, args } = portable.command({
      script: '/s/demo.mjs',
      reads: ['/s/demo.mjs', '/r/runtime.mjs'],
      wasm: false,
    })
    expect(portable.level).toBe('L0')
    expect(file).toBe(process.execPath)
    expect(args.filter((arg) => arg.startsWith('--allow'))).toEqual([
      '--allow-fs-read=/s/demo.mjs',
      '--allow-fs-read=/r/runtime.mjs',
    ])
    expect(args[0]).toBe(permissionFlag())
    expect(args.at(-1)).toBe('/s/demo.mjs')
  })

  it('shuts what the permission model leaves open, on every Node that has it', () => {
    const { args } = portable.command({ script: '/s/demo.mjs', reads: [], wasm: false })
    const { status, stderr } = spawnSync(process.execPath, [...args.slice(0, -1), '--version'], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(args).toEqual(
      expect.arrayContaining([
        `--trace-event-file-pattern=${devNull}`,
        `--diagnostic-dir=${devNull}`,
        '--freeze-flags-after-init',
      ]),
    )
    const hasSqlite = process.allowedNodeEnvironmentFlags.has('--no-experimental-sqlite')
    expect(args.includes('--no-experimental-sqlite')).toBe(hasSqlite)
  })

  it('knows the name that this Node gives to its permission model', () => {
    expect(process.allowedNodeEnvironmentFlags.has(permissionFlag())).toBe(true)
  })
})
