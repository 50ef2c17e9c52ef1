import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inside, lineOf, submission, temporary, type Edit } from './folders.ts'
import { es, run } from './run.ts'

const file = 'gru-cell/gru-cell.ts'
const place = es('report.place')

/** Checks a submission of which only the GRU is changed, and sees that the LSTM is checked all the same. */
async function checkBroken(change: Edit, ...options: readonly string[]): Promise<{ output: string; folder: string }> {
  const folder = await submission(path.join(await temporary(), 'ana'), { [file]: change })
  const args = ['check', 'lstm-cell', 'gru-cell', '--submission', folder, ...options]
  const { exitCode, stdout, stderr } = await run(args)
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
  expect(stdout).toMatch(/^ {2}lstm-cell {2}█{10} {2}(\d+) de \1 {2}\S+$/m)
  expect(stdout).not.toMatch(/^ {2}gru-cell +█{10}/m)
  return { output: stdout, folder }
}

describe('a submission of which one deliverable is broken', () => {
  it('with a syntax error: the place and the line are shown', async () => {
    const { output, folder } = await checkBroken((text) => text.replace('export function gruStep(', '$&('))
    expect(output).toContain('✗ `gru-cell/gru-cell.ts` existe, compila y se puede importar.')
    expect(output).toContain('«export function gruStep((params')
    expect(output).toContain(
      `${place}: ${file}:${String(await lineOf(path.join(folder, file), 'function gruStep(('))}:`,
    )
    const waiting = Number(/^ {4}(\d+) /m.exec(output)?.[1])
    expect(output).toContain(es('report.waiting', { count: waiting }))
  })

  it('with an endless loop: it is stopped after --timeout, and the functions that do end are judged', async () => {
    const { output } = await checkBroken(inside('gruStep', 'for (;;);'), '--timeout', '2')
    expect(output).toContain(es('subject.timeout', { fn: 'gruStep', seconds: 2 }))
    expect(output).toMatch(/^ {2}gru-cell .* [1-9]\d* de \d+$/m)
  })

  it('without one of its functions: it is named', async () => {
    const { output } = await checkBroken((text) => text.replace('export function gruStep(', 'function gruStep('))
    expect(output).toContain('✗ `gru-cell/gru-cell.ts` exporta todas las funciones del contrato.')
    expect(output).toContain(es('expect.exports', { file, names: 'gruStep', count: 1 }))
  })

  it("with an error: its text is shown without its escape codes, and the student's own line", async () => {
    const { output, folder } = await checkBroken(
      inside('gruStep', String.raw`if (x.rows > 0) throw new RangeError('\u001b[31mboom\u202e')`),
    )
    expect(output).toContain(String.raw`RangeError: \x1b[31mboom\u{202e}`)
    for (const unsafe of ['\u001b', '\u202e']) expect(output).not.toContain(unsafe)
    expect(output).toContain(`${place}: ${file}:${String(await lineOf(path.join(folder, file), 'RangeError'))}:`)
  })

  it('with an error while it is imported: nothing else of it is judged', async () => {
    const { output, folder } = await checkBroken((text) => `${text}\nthrow new Error('too early')\n`)
    expect(output).toContain(es('subject.threw-at-import', { error: 'Error: too early' }))
    expect(output).toContain(`${place}: ${file}:${String(await lineOf(path.join(folder, file), 'too early'))}:`)
    expect(output).toMatch(/^ {2}gru-cell +░{10} {2}0 de \d+$/m)
  })

  it('with console.log: what it printed is shown, marked as the code’s own and without its escape codes', async () => {
    const { output } = await checkBroken(
      inside('countGruParams', String.raw`console.log('\u001b[2J✓ todo bien\u0007'); return 0`),
    )
    expect(output).toContain(`${es('report.printed')} (gru-cell):`)
    const printed = output.split('\n').filter((line) => line.includes('todo bien'))
    expect(printed.length).toBeGreaterThan(0)
    expect([...new Set(printed)]).toEqual([String.raw`    | \x1b[2J✓ todo bien\x07`])
    expect(output).not.toContain('\u001b')
  })

  it('with an import that is not allowed: it is named', async () => {
    const { output } = await checkBroken((text) => `import 'node:fs'\n${text}`)
    expect(output).toContain(es('subject.import', { specifier: 'node:fs', library: 'ml-matrix', scratch: true }))
    expect(output).toContain(`${place}: ${file}:1:`)
  })
})
