import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { largestSeed } from '../../cli/values.ts'
import { say, type MessageId } from '../../messages/say.ts'
import type { MessageParams } from '../../model/finding.ts'
import { filesOf, submission, temporary } from './folders.ts'
import { everything } from './reports.ts'
import { es, repository, run } from './run.ts'

const slugs = everything.join(', ')
const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
/** What npm runs of ours. */
const commands = Object.entries(scripts).flatMap(([name, script]) => (script.includes('cli/start.js') ? [name] : []))

let top = ''
beforeAll(async () => {
  top = await temporary()
})

type Case = readonly [args: readonly string[], id: MessageId, params?: MessageParams]

const mistakes: readonly Case[] = [
  [['chek'], 'usage.unknown-command', { command: 'chek', near: 'check' }],
  [['xyzzy'], 'usage.unknown-command', { command: 'xyzzy', near: 'none' }],
  [['check', '--sed', '3'], 'usage.unknown-option-near', { option: '--sed', near: '--seed' }],
  [['check', '--zzz'], 'usage.unknown-option', { option: '--zzz', command: 'check' }],
  [['audit', '--json'], 'usage.unknown-option', { option: '--json', command: 'audit' }],
  [['--lang', 'en', 'check'], 'usage.unknown-option', { option: '--lang', command: 'check' }],
  [['check', '--submission'], 'usage.missing-value', { option: '--submission', command: 'check' }],
  [['grade', 'starter', '--out'], 'usage.missing-value', { option: '--out', command: 'grade' }],
  [['grade', 'starter'], 'usage.missing-option', { option: '--out', command: 'grade' }],
  [['grade', '--out', 'out'], 'usage.missing-argument', { argument: '<dirs>', command: 'grade' }],
  [['doctor', 'please'], 'usage.too-many-arguments', { command: 'doctor' }],
  [['check', '--seed', '1.5'], 'usage.not-a-number', { option: '--seed', low: 1, high: largestSeed, received: '1.5' }],
  [['check', '--seed', '0'], 'usage.not-a-number', { option: '--seed', low: 1, high: largestSeed, received: '0' }],
  [
    ['check', '--seed', '2147483648'],
    'usage.not-a-number',
    { option: '--seed', low: 1, high: largestSeed, received: '2147483648' },
  ],
  [['check', '--timeout', '-1'], 'usage.not-a-number', { option: '--timeout', low: 1, high: 3600, received: '-1' }],
  [['certify', '--seeds', 'x'], 'usage.not-a-number', { option: '--seeds', low: 1, high: 10_000, received: 'x' }],
  [
    ['check', '--backend', 'webgl'],
    'usage.not-a-choice',
    { option: '--backend', choices: 'wasm, cpu, tfjs-node', received: 'webgl' },
  ],
  [
    ['report', 'out', '--format', 'junit', 'xml'],
    'usage.not-a-choice',
    {
      option: '--format',
      choices: 'github-summary, github-annotations, classroom, classroom50, gradescope, junit, moodle, canvas',
      received: 'xml',
    },
  ],
  [
    ['report', 'out', '--identity', 'dni'],
    'usage.not-a-choice',
    { option: '--identity', choices: 'idnumber, email, username', received: 'dni' },
  ],
  [['report', 'out', '--formt', 'junit'], 'usage.unknown-option-near', { option: '--formt', near: '--format' }],
  [['report'], 'usage.missing-argument', { argument: '<dir>', command: 'report' }],
  [['mark'], 'usage.missing-argument', { argument: '<dir>', command: 'mark' }],
  [['mark', 'nowhere-at-all'], 'usage.no-reports', { path: 'nowhere-at-all' }],
  [['mark', 'out', '--port', '0'], 'usage.not-a-number', { option: '--port', low: 1, high: 65_535, received: '0' }],
  [['check', '--lang', 'fr'], 'usage.not-a-choice', { option: '--lang', choices: 'es, en', received: 'fr' }],
  [['check', 'lstm-cel'], 'usage.unknown-slug', { slug: 'lstm-cel', near: 'lstm-cell', all: slugs }],
  [
    ['grade', 'starter', '--out', 'never', '--deliverable', 'gru'],
    'usage.unknown-slug',
    { slug: 'gru', near: 'gru-cell', all: slugs },
  ],
  [['check', '--submission', 'nowhere-at-all'], 'submission.not-found', { path: 'nowhere-at-all' }],
  [['check', '--submission', 'solutoins'], 'submission.not-found-near', { path: 'solutoins', near: 'solutions' }],
  [['grade', 'stater', '--out', 'package.json'], 'submission.not-found-near', { path: 'stater', near: 'starter' }],
  [['check', '--submission', 'package.json'], 'submission.is-file', { path: 'package.json' }],
  [
    ['check', '--submission', 'solutions/gru-cell'],
    'submission.is-deliverable',
    { path: 'solutions/gru-cell', slug: 'gru-cell', parent: 'solutions' },
  ],
]

describe('a mistake on the command line', () => {
  const cases = mistakes.map(([args, id, params]) => ({ line: args.join(' '), args, id, params }))
  it.each(cases)('is answered by one sentence and exit code 2: $line', async ({ args, id, params }) => {
    const language = args.includes('en') ? 'en' : 'es'
    expect(await run(args, args.includes('never') ? { cwd: top } : {})).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${say(language, id, params)}`,
    })
    expect(await filesOf(path.join(top, 'never'))).toBeUndefined()
  })

  it.each(commands)('is told of by the name of its command: %s', async (command) => {
    const { exitCode, stderr } = await run([command, '--zzz'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`npm run ${command} -- --help`)
    const near = await run([`${command}x`])
    expect(near.stderr).toBe(`✗ ${es('usage.unknown-command', { command: `${command}x`, near: command })}`)
  })

  it('is answered in English where that is the language', async () => {
    const params = { slug: 'lstm-cel', near: 'lstm-cell', all: slugs }
    const { stderr } = await run(['check', 'lstm-cel'], { env: { LAB_LANG: 'en' } })
    expect(stderr).toBe(`✗ ${say('en', 'usage.unknown-slug', params)}`)
    expect(stderr).toContain('Did you mean "lstm-cell"?')
  })

  it('in a name keeps its escape codes to itself', async () => {
    const { stderr } = await run(['check', '\u001b[2Jx'])
    expect(stderr).toContain(String.raw`«\x1b[2Jx»`)
    expect(stderr).not.toContain('\u001b')
  })
})

describe('a folder that is no submission', () => {
  it('is named when it is empty: exit code 3', async () => {
    const folder = path.join(top, 'empty')
    await mkdir(folder)
    const sentence = `✗ ${es('submission.empty', { path: folder })}`
    expect(await run(['check', '--submission', folder])).toEqual({ exitCode: 3, stdout: '', stderr: sentence })
    const out = path.join(top, 'out-empty')
    expect(await run(['grade', folder, '--out', out])).toEqual({ exitCode: 3, stdout: '', stderr: sentence })
    expect(await filesOf(out)).toBeUndefined()
  })

  it('is told which folder to rename when it holds one of a similar name', async () => {
    const folder = path.join(top, 'near')
    await mkdir(path.join(folder, 'lstm_cell'), { recursive: true })
    const params = { path: folder, slug: 'lstm-cell', near: 'lstm_cell', found: 'lstm_cell/' }
    expect(await run(['check', '--submission', folder])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `✗ ${es('submission.no-deliverable-near', params)}`,
    })
  })

  it('is told to move a file that lies loose', async () => {
    const folder = path.join(top, 'loose')
    await mkdir(folder)
    await writeFile(path.join(folder, 'gru-cell.ts'), '')
    const params = { path: folder, slug: 'gru-cell', near: 'gru-cell.ts', found: 'gru-cell.ts' }
    expect(await run(['check', '--submission', folder])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `✗ ${es('submission.no-deliverable-loose', params)}`,
    })
  })
})

describe('a place for reports that cannot take them is refused before anything is graded, and nothing is written', () => {
  const refused = async (out: string, id: MessageId, params: MessageParams, folder = 'starter'): Promise<void> => {
    const before = await filesOf(top)
    expect(await run(['grade', folder, '--out', out])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `✗ ${es(id, params)}`,
    })
    expect(await filesOf(top)).toEqual(before)
  }

  it('a file', async () => {
    const out = path.join(top, 'a-file')
    await writeFile(out, 'mine')
    await refused(out, 'usage.out-is-file', { path: out })
    expect(await readFile(out, 'utf8')).toBe('mine')
  })

  it('a place below a file', async () => {
    const file = path.join(top, 'another-file')
    await writeFile(file, 'mine')
    await refused(path.join(file, 'x', 'y'), 'usage.out-is-file', { path: file })
  })

  it('a place inside the submission', async () => {
    const folder = await submission(path.join(top, 'ana'))
    await refused(path.join(folder, 'out'), 'usage.out-inside', { path: folder }, folder)
    await refused(folder, 'usage.out-inside', { path: folder }, folder)
  })

  it('a folder that holds something else under the name of the submission', async () => {
    const out = path.join(top, 'foreign')
    await mkdir(path.join(out, 'starter'), { recursive: true })
    await writeFile(path.join(out, 'starter', 'thesis.md'), 'mine')
    await refused(out, 'usage.out-foreign', { path: path.join(out, 'starter'), found: 'thesis.md' })
    expect(await readFile(path.join(out, 'starter', 'thesis.md'), 'utf8')).toBe('mine')
  })

  it('a folder that holds a file under the name of the submission', async () => {
    const out = path.join(top, 'taken')
    await mkdir(out)
    await writeFile(path.join(out, 'starter'), 'mine')
    await refused(out, 'usage.out-is-file', { path: path.join(out, 'starter') })
  })
})

describe('help', () => {
  it('comes without arguments too, with every command, but as a mistake', async () => {
    const { exitCode, stdout, stderr } = await run([])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe((await run(['--help'])).stdout)
    for (const command of commands) expect(stderr).toMatch(new RegExp(`^ {2}${command} `, 'm'))
  })

  it('of the program lists the commands', async () => {
    const { exitCode, stdout, stderr } = await run(['--help'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatchInlineSnapshot(`
      "Uso: npm run <…> -- …

      Lab 11: RNN, LSTM y GRU, con corrección automática.

      Opciones:
        -h, --help                         muestra esta ayuda

      Órdenes:
        check [options] [slugs...]         Ejecuta las comprobaciones públicas de tu
                                           entrega y dice cuál es el siguiente paso.
        grade [options] <dirs...>          Califica una o varias entregas con todas
                                           las comprobaciones, también las ocultas.
        report [options] <dir>             Rehace los informes guardados con otra
                                           rúbrica, con las notas puestas a mano o en
                                           otro idioma, sin ejecutar nada.
        mark [options] <dir>               Sirve en esta máquina una página para
                                           calificar a mano, criterio por criterio.
        train [options] <slugs...>         Entrena tus modelos con tu configuración y
                                           guarda los artefactos.
        questions [options]                Escribe comprension.json con las preguntas
                                           y los números que te tocan.
        plots [options] [slugs...]         Dibuja las figuras del reporte en SVG y
                                           PNG.
        audit [options]                    Comprueba el curso: el starter saca 0, la
                                           solución el máximo, y el starter sale de la
                                           solución.
        certify [options] [slugs...]       Repite la auditoría con muchas semillas y
                                           guarda el resultado con la huella del
                                           código fuente.
        fingerprints [options] [slugs...]  Registra lo que responden la referencia y
                                           cada error con nombre a las pruebas
                                           públicas.
        starter [options]                  Genera starter/ a partir de solutions/, y
                                           el comprension.json de los dos.
        gallery [options]                  Escribe una página con todos los mensajes,
                                           en español y en inglés, para leerlos de
                                           corrido.
        doctor [options]                   Dice qué hay en esta máquina, qué falta y
                                           cómo conseguirlo."
    `)
  })

  it('of check', async () => {
    expect((await run(['check', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run check -- [opciones] [slugs...]

      Ejecuta las comprobaciones públicas de tu entrega y dice cuál es el siguiente
      paso.

      Argumentos:
        slugs               entregables (por defecto, todos)

      Opciones:
        --lang <es|en>      idioma: es o en
        --submission <dir>  carpeta de la entrega, o su .zip o .tar.gz (por defecto,
                            starter/)
        --watch             vuelve a comprobar cada vez que guardas
        --all               muestra todos los fallos, no solo el siguiente
        --json              escribe el informe como JSON
        --quick             deja fuera los entrenamientos largos
        --seed <n>          semilla de los números al azar (por defecto: 11)
        --timeout <s>       segundos que puede durar cada llamada a tu código (por
                            defecto: 10)
        --backend <name>    motor de tfjs para los oráculos: wasm, cpu o tfjs-node
                            (por defecto: wasm)
        -h, --help          muestra esta ayuda"
    `)
  })

  it('of grade', async () => {
    expect((await run(['grade', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run grade -- [opciones] <dirs...>

      Califica una o varias entregas con todas las comprobaciones, también las
      ocultas.

      Argumentos:
        dirs                         carpetas de entregas, o una carpeta con toda la
                                     clase; también .zip y .tar.gz

      Opciones:
        --lang <es|en>               idioma: es o en
        --out <dir>                  carpeta donde se escriben los informes
        --rubric <file>              archivo de la rúbrica (por defecto, rubric.json)
        --marks <dir>                carpeta de las notas puestas a mano (por defecto,
                                     la de los informes más -marks)
        --deliverable <slug...>      entregables (por defecto, todos)
        --require-isolation <level>  nivel de aislamiento mínimo que se exige
        --seed <n>                   semilla de los números al azar
        --timeout <s>                segundos que puede durar cada llamada a tu código
                                     (por defecto: 20)
        --backend <name>             motor de tfjs para los oráculos: wasm, cpu o
                                     tfjs-node (por defecto: wasm)
        -h, --help                   muestra esta ayuda"
    `)
  })

  it('of report', async () => {
    expect((await run(['report', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run report -- [opciones] <dir>

      Rehace los informes guardados con otra rúbrica, con las notas puestas a mano o
      en otro idioma, sin ejecutar nada.

      Argumentos:
        dir                  la carpeta que escribió grade con --out

      Opciones:
        --lang <es|en>       idioma: es o en
        --rubric <file>      archivo de la rúbrica (por defecto, rubric.json)
        --marks <dir>        carpeta de las notas puestas a mano (por defecto, la de
                             los informes más -marks)
        --format <name...>   escribe además las notas en la forma de otros sistemas:
                             github-summary, github-annotations, classroom,
                             classroom50, gradescope, junit, moodle, canvas
        --annotations        escribe en la salida las órdenes con que GitHub Actions
                             anota el código
        --folder <path>      con las anotaciones: carpeta de la entrega en su
                             repositorio, por ejemplo starter
        --identity <kind>    con moodle y canvas: qué son los nombres de las entregas,
                             idnumber, email o username (por defecto: username)
        --assignment <name>  con moodle y canvas: nombre de la actividad en el libro
                             de notas (por defecto: Lab 11)
        --allow-provisional  con moodle y canvas: pasa también notas que todavía
                             pueden cambiar; sin esta opción no se escribe nada y el
                             código de salida es 1
        --pdf                escribe también report.pdf, con Chromium o Chrome
        -h, --help           muestra esta ayuda"
    `)
  })

  it('of mark', async () => {
    expect((await run(['mark', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run mark -- [opciones] <dir>

      Sirve en esta máquina una página para calificar a mano, criterio por criterio.

      Argumentos:
        dir                     la carpeta que escribió grade con --out

      Opciones:
        --lang <es|en>          idioma: es o en
        --submissions <dir...>  las mismas carpetas de entregas que se dieron a grade,
                                para ver el trabajo
        --criterion <id>        criterio por el que empezar
        --marks <dir>           carpeta de las notas puestas a mano (por defecto, la
                                de los informes más -marks)
        --rubric <file>         archivo de la rúbrica (por defecto, rubric.json)
        --port <n>              puerto de la página (por defecto, uno libre)
        -h, --help              muestra esta ayuda"
    `)
  })

  it('of audit', async () => {
    expect((await run(['audit', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run audit -- [opciones]

      Comprueba el curso: el starter saca 0, la solución el máximo, y el starter sale
      de la solución.

      Opciones:
        --lang <es|en>           idioma: es o en
        --mutants                introduce un error a la vez en la solución y mira si
                                 cuesta puntos
        --deliverable <slug...>  con --mutants: solo estos entregables
        --open                   con --mutants: solo lo que la matriz guardada deja
                                 pendiente o da por equivalente
        --sample <n>             con --mutants: solo tantos mutantes por entregable, y
                                 otros tantos errores con nombre, elegidos con la
                                 semilla
        --tolerances             mide cuánto margen deja cada tolerancia al código
                                 correcto, en cada motor
        --cases <n>              con --tolerances: casos al azar por línea (por
                                 defecto: 1000)
        --quick                  deja fuera los entrenamientos largos
        --seed <n>               semilla de los números al azar (por defecto: 11)
        --timeout <s>            segundos que puede durar cada llamada a tu código
                                 (por defecto: 20)
        --backend <name>         motor de tfjs para los oráculos: wasm, cpu o
                                 tfjs-node (por defecto: wasm)
        -h, --help               muestra esta ayuda"
    `)
  })

  it('of certify', async () => {
    expect((await run(['certify', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run certify -- [opciones] [slugs...]

      Repite la auditoría con muchas semillas y guarda el resultado con la huella del
      código fuente.

      Argumentos:
        slugs             entregables (por defecto, todos)

      Opciones:
        --lang <es|en>    idioma: es o en
        --seeds <n>       cuántas semillas (por defecto: 50)
        --sample          solo unas pocas semillas, sin guardar nada; comprueba
                          también que el certificado está al día
        --repeats         en vez de muchas semillas, la misma muchas veces: los
                          informes deben ser iguales, también con la máquina ocupada y
                          de dos en dos
        --timeout <s>     segundos que puede durar cada llamada a tu código (por
                          defecto: 20)
        --backend <name>  motor de tfjs para los oráculos: wasm, cpu o tfjs-node (por
                          defecto: wasm)
        -h, --help        muestra esta ayuda"
    `)
  })

  it('of starter', async () => {
    expect((await run(['starter', '--help'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run starter -- [opciones]

      Genera starter/ a partir de solutions/, y el comprension.json de los dos.

      Opciones:
        --lang <es|en>  idioma: es o en
        --check         no escribe: solo dice si está al día
        -h, --help      muestra esta ayuda"
    `)
  })

  it('of doctor', async () => {
    expect((await run(['doctor', '-h'])).stdout).toMatchInlineSnapshot(`
      "Uso: npm run doctor -- [opciones]

      Dice qué hay en esta máquina, qué falta y cómo conseguirlo.

      Opciones:
        --lang <es|en>  idioma: es o en
        -h, --help      muestra esta ayuda"
    `)
  })

  it.each(commands)('of %s speaks English where that is the language', async (command) => {
    const { exitCode, stdout } = await run([command, '--lang', 'en', '--help'])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Usage: npm run ${command} -- `))
    const words = stdout.replaceAll(/\s+/g, ' ')
    expect(words).toContain(say('en', `help.${command}` as MessageId))
    expect(words).toContain('Options: --lang <es|en> language: es or en')
    expect(words).toContain('-h, --help show this help')
  })
})
