import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeTrial, isolationLines, requireIsolation } from '../../../cli/isolation.ts'
import { say } from '../../../messages/say.ts'
import { LabError } from '../../../model/errors.ts'
import { reaches } from '../../../model/report.ts'
import { Mine } from '../../../subject/isolation/canary.ts'
import { chooseIsolation, surveyIsolation, type Choice } from '../../../subject/isolation/choose.ts'
import { confinementOf, levels, unprobed } from '../../../subject/isolation/levels.ts'
import { root } from '../workbench.ts'

const canary = path.join(root, 'grader', 'subject', 'isolation', 'canary.js')
const readable = path.join(root, 'package.json')
const speaker = {
  language: 'en',
  say: (...args: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never) => say('en', ...args),
} as const

describe('A canary', () => {
  it.skipIf(process.platform !== 'linux')(
    'in no box at all reaches everything, so that silence means something',
    async () => {
      const mine = new Mine(canary, readable)
      try {
        expect(await mine.send(unprobed, true, await mine.open())).toEqual({ kind: 'sang', reached: [...reaches] })
      } finally {
        mine.close()
      }
    },
  )

  it('under the permission model alone reaches what L0 does not promise to keep, and leaves nothing behind', async () => {
    const mine = new Mine(canary, readable)
    try {
      const song = await mine.send(unprobed, false, await mine.open())
      const promised =
        song.kind === 'sang'
          ? song.reached.filter((reach) => ['read', 'write', 'spawn', 'proc'].includes(reach))
          : ['?']
      expect(promised).toEqual([])
    } finally {
      mine.close()
    }
    expect(existsSync(mine.folder)).toBe(false)
  })

  it('that does not start is told from one that cannot get out', async () => {
    const mine = new Mine(readable, readable)
    try {
      expect(await mine.send(unprobed, false, await mine.open())).toMatchObject({ kind: 'silent' })
    } finally {
      mine.close()
    }
  })
})

describe('The level of a run', () => {
  it('is the strongest that holds, and those above it are named with their reasons', async () => {
    const [choice, trials] = [await chooseIsolation(root), await surveyIsolation(root)]
    expect(trials.map(({ level }) => level)).toEqual(['L2', 'L1', 'U', 'L0'])
    const best = trials.find((trial) => 'isolation' in trial)
    expect(choice.isolation).toEqual(best?.isolation)
    expect(choice.reached).toEqual(best?.reached)
    expect(choice.missed.map(({ level }) => level)).toEqual(
      trials
        .slice(
          0,
          trials.findIndex((trial) => trial === best),
        )
        .map(({ level }) => level),
    )
    for (const trial of trials) expect(describeTrial(speaker, trial)).toContain(trial.level)
  })

  const noBwrap = { level: 'L2', why: { messageId: 'isolation.no-tool', params: { tool: 'bwrap' } } } as const
  const noRoot = { level: 'U', why: { messageId: 'isolation.not-root', params: {} } } as const
  const weak: Choice = { isolation: unprobed, reached: ['signal', 'connect'], missed: [noBwrap, noRoot] }

  it('is printed with what it leaves open and what would help', () => {
    const text = isolationLines(speaker, weak)
    expect(text).toContain('L0')
    expect(text).toContain(say('en', 'reach.connect'))
    expect(text).toContain('apt-get install bubblewrap')
    expect(isolationLines(speaker, { ...weak, reached: [], missed: [] })).toContain('nothing')
  })

  it.each(['U', 'L1', 'L2', 'L3'] as const)('is refused below %s when that is required, with the reason', (wanted) => {
    const refusal = (): void => {
      requireIsolation(speaker, wanted, weak)
    }
    expect(refusal).toThrow(LabError)
    const reasons = { U: 'root', L1: 'isolation.md', L2: 'bubblewrap', L3: 'isolation.md' } as const
    expect(refusal).toThrow(reasons[wanted])
  })

  it('is enough when it is at least what is required', () => {
    for (const wanted of [undefined, 'L0'] as const)
      expect(() => {
        requireIsolation(speaker, wanted, weak)
      }).not.toThrow()
    expect(levels).toEqual(['L0', 'U', 'L1', 'L2', 'L3'])
  })
})

describe('The command line of a level', () => {
  const node = { script: '/s/demo.mjs', reads: ['/s/demo.mjs', '/r/runtime.mjs'], wasm: true }
  const tools = { prlimit: '/bin/prlimit', setpriv: '/bin/setpriv', unshare: '/bin/unshare', bwrap: '/bin/bwrap' }
  const l2 = {
    level: 'L2',
    tools,
    files: [{ at: '/lib64/ld.so', from: '/usr/lib/ld.so' }],
    disableUserns: true,
  } as const

  it('ends in what Node is told at L0, so that no level is weaker than that', () => {
    const { args: portable } = confinementOf(unprobed).command(node)
    for (const isolation of [l2, { level: 'L1', tools }, { level: 'U', tools, uid: 65534 }] as const) {
      const { file, args } = confinementOf(isolation).command(node)
      expect(path.isAbsolute(file)).toBe(true)
      expect(args.slice(-portable.length)).toEqual([...portable])
      expect(args).toContain(process.execPath)
      expect(args.join(' ')).toMatch(/--data=\d+/)
      // The address space that WebAssembly reserves is no memory that it uses.
      expect(args.join(' ')).not.toContain('--as')
    }
  })

  it('of L2 brings only the files that are read into the box, and nothing that can be written', () => {
    const { args } = confinementOf(l2).command(node)
    const bound = args.flatMap((arg, k) => (arg === '--ro-bind' ? [args[k + 2]] : []))
    expect(bound).toEqual(['/lib64/ld.so', ...node.reads])
    expect(args.filter((arg) => /^--(bind|dev-bind|tmpfs)/.test(arg))).toEqual([])
    expect(args).toEqual(
      expect.arrayContaining(['--unshare-all', '--disable-userns', '--clearenv', '--die-with-parent']),
    )
    expect(confinementOf({ ...l2, disableUserns: false }).command(node).args).not.toContain('--disable-userns')
  })

  it('takes WebAssembly away from those who need none', () => {
    const flags = (wasm: boolean): readonly string[] => confinementOf(unprobed).command({ ...node, wasm }).args
    expect(flags(false)).toContain('--wasm-max-mem-pages=0')
    expect(flags(true)).not.toContain('--wasm-max-mem-pages=0')
  })
})
