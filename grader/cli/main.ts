import { Command, CommanderError, Option } from 'commander'
import { LabError } from '../model/errors.ts'
import type { Language } from '../model/verdict.ts'
import { languageOf } from '../messages/language.ts'
import { say, sayAny, type MessageId } from '../messages/say.ts'
import type { Workshop } from '../running/catalogue.ts'
import { identities } from '../reports/moodle.ts'
import { oneLine } from '../reports/neutral.ts'
import type { AuditOptions } from './audit.ts'
import type { CertifyOptions } from './certify.ts'
import type { CheckOptions } from './checker.ts'
import { commandContext, type CommandContext } from './context.ts'
import { closeInherited } from './descriptors.ts'
import { exit, type ExitCode } from './exit.ts'
import { formatNames } from './format-names.ts'
import type { GalleryOptions } from './gallery.ts'
import type { GradeOptions } from './grade.ts'
import type { MarkOptions } from './mark.ts'
import type { MutantsOptions } from './mutants.ts'
import type { QuestionsOptions } from './questions.ts'
import type { ReportOptions } from './report.ts'
import type { ToleranceOptions } from './tolerances.ts'
import type { TrainOptions } from './train.ts'
import {
  backend,
  certifiedSeeds,
  choice,
  defaultSeed,
  isNear,
  largestSeed,
  nearest,
  outFolder,
  outPage,
  severalOf,
  wholeNumber,
} from './values.ts'

/** Runs one command line and returns its exit code. Never throws: whatever goes wrong becomes a sentence. */
export async function main(workshop: Workshop, argv: readonly string[]): Promise<ExitCode> {
  // A student's process could otherwise open the inspector of this one: see the threats of the design.
  process.on('SIGUSR1', () => undefined)
  closeInherited()
  const language = askedLanguage(argv)
  let clean: () => ExitCode | undefined = () => undefined
  const context = commandContext(workshop, language, (action) => {
    clean = action
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const code = clean()
      if (code === undefined) process.stderr.write(`\n${say(language, 'progress.interrupted')}\n`)
      process.exit(code ?? exit.interrupted)
    })
  }
  try {
    return await dispatch(context, argv)
  } catch (error) {
    return explain(error, context, argv)
  }
}

async function dispatch(context: CommandContext, argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exit.done
  const program = buildProgram(context, (result) => {
    code = result
  })
  if (argv.length === 0) {
    context.note(program.helpInformation())
    return exit.usage
  }
  await program.parseAsync([...argv], { from: 'user' })
  return code
}

/** The commands as data; each is imported when it is called. */
function buildProgram(context: CommandContext, done: (code: ExitCode) => void): Command {
  const t = (id: MessageId): string => context.say(id)
  const program = prepare(new Command('npm run').description(t('help.program')), context)
  const seed = (fallback?: number): Option => {
    const option = new Option('--seed <n>', t('help.seed')).argParser(wholeNumber('--seed', 1, largestSeed))
    return fallback === undefined ? option : option.default(fallback)
  }
  const timeout = (fallback: number): Option =>
    new Option('--timeout <s>', t('help.timeout')).argParser(wholeNumber('--timeout', 1, 3600)).default(fallback)
  const engine = (): Option =>
    new Option('--backend <name>', t('help.backend')).argParser(backend).default('wasm' as const)
  const cases = (): Option =>
    new Option('--cases <n>', t('help.tolerances-cases')).argParser(wholeNumber('--cases', 1, 1_000_000)).default(1000)
  const lang = (): Option => new Option('--lang <es|en>', t('help.lang')).argParser(choice('--lang', ['es', 'en']))
  const command = (name: string, description: MessageId): Command =>
    prepare(program.command(name).description(t(description)), context).addOption(lang())

  command('check', 'help.check')
    .argument('[slugs...]', t('help.slugs'))
    .option('--submission <dir>', t('help.submission'))
    .option('--watch', t('help.watch'), false)
    .option('--all', t('help.all'), false)
    .option('--json', t('help.json'), false)
    .option('--quick', t('help.quick'), false)
    .addOption(seed(defaultSeed))
    .addOption(timeout(10))
    .addOption(engine())
    .action(async (slugs: string[], options: CheckOptions) => {
      done(await (await import('./check.ts')).checkCommand(context, slugs, options))
    })
  command('grade', 'help.grade')
    .argument('<dirs...>', t('help.dirs'))
    .requiredOption('--out <dir>', t('help.out'), outFolder)
    .option('--rubric <file>', t('help.rubric'))
    .option('--marks <dir>', t('help.marks'))
    .option('--deliverable <slug...>', t('help.slugs'), [])
    .addOption(
      new Option('--require-isolation <level>', t('help.isolation')).argParser(
        choice('--require-isolation', ['L0', 'U', 'L1', 'L2', 'L3']),
      ),
    )
    .addOption(seed())
    .addOption(timeout(20))
    .addOption(engine())
    .action(async (dirs: string[], options: GradeOptions) => {
      done(await (await import('./grade.ts')).gradeCommand(context, dirs, options))
    })
  command('report', 'help.report')
    .argument('<dir>', t('help.report-dir'))
    .option('--rubric <file>', t('help.rubric'))
    .option('--marks <dir>', t('help.marks'))
    .addOption(
      new Option('--format <name...>', t('help.report-format'))
        .argParser(severalOf('--format', formatNames))
        .default([]),
    )
    .option('--annotations', t('help.report-annotations'), false)
    .option('--folder <path>', t('help.report-folder'))
    .addOption(
      new Option('--identity <kind>', t('help.report-identity'))
        .argParser(choice('--identity', identities))
        .default('username'),
    )
    .addOption(new Option('--assignment <name>', t('help.report-assignment')).default('Lab 11'))
    .option('--allow-provisional', t('help.report-provisional'), false)
    .option('--pdf', t('help.pdf'), false)
    .action(async (dir: string, options: ReportOptions) => {
      done(await (await import('./report.ts')).reportCommand(context, dir, options))
    })
  command('mark', 'help.mark')
    .argument('<dir>', t('help.report-dir'))
    .addOption(new Option('--submissions <dir...>', t('help.mark-submissions')).default([]))
    .option('--criterion <id>', t('help.mark-criterion'))
    .option('--marks <dir>', t('help.marks'))
    .option('--rubric <file>', t('help.rubric'))
    .addOption(new Option('--port <n>', t('help.mark-port')).argParser(wholeNumber('--port', 1, 65_535)))
    .action(async (dir: string, options: Omit<MarkOptions, 'port'> & { port?: number }) => {
      done(await (await import('./mark.ts')).markCommand(context, dir, { port: 0, ...options }))
    })
  command('train', 'help.train')
    .argument('<slugs...>', t('help.slugs'))
    .option('--submission <dir>', t('help.submission'))
    .addOption(timeout(60))
    .action(async (slugs: string[], options: TrainOptions) => {
      done(await (await import('./train.ts')).trainCommand(context, slugs, options))
    })
  command('questions', 'help.questions')
    .requiredOption('--id <id>', t('help.questions-id'))
    .option('--submission <dir>', t('help.questions-submission'))
    .option('--force', t('help.questions-force'), false)
    .action(async (options: QuestionsOptions) => {
      done(await (await import('./questions.ts')).questionsCommand(context, options))
    })
  command('plots', 'help.plots')
    .argument('[slugs...]', t('help.slugs'))
    .option('--submission <dir>', t('help.submission'))
    .addOption(timeout(60))
    .action(async (slugs: string[], options: TrainOptions) => {
      done(await (await import('./plots.ts')).plotsCommand(context, slugs, options))
    })
  command('audit', 'help.audit')
    .option('--mutants', t('help.mutants'), false)
    .addOption(new Option('--deliverable <slug...>', t('help.mutants-deliverable')).default([]))
    .option('--open', t('help.mutants-open'), false)
    .addOption(new Option('--sample <n>', t('help.mutants-sample')).argParser(wholeNumber('--sample', 1, 100_000)))
    .option('--tolerances', t('help.tolerances'), false)
    .addOption(cases())
    .option('--quick', t('help.quick'), false)
    .addOption(seed(defaultSeed))
    .addOption(timeout(20))
    .addOption(engine())
    .action(async (options: AuditOptions & MutantsOptions & ToleranceOptions) => {
      if (options.tolerances) done(await (await import('./tolerances.ts')).tolerancesCommand(context, options))
      // It needs the compiler, which only those who work on the course have installed.
      else if (options.mutants) done(await (await import('./mutants.ts')).mutantsCommand(context, options))
      else done(await (await import('./audit.ts')).auditCommand(context, options))
    })
  command('certify', 'help.certify')
    .argument('[slugs...]', t('help.slugs'))
    .addOption(
      new Option('--seeds <n>', t('help.seeds')).argParser(wholeNumber('--seeds', 1, 10_000)).default(certifiedSeeds),
    )
    .option('--sample', t('help.sample'), false)
    .option('--repeats', t('help.repeats'), false)
    .addOption(timeout(20))
    .addOption(engine())
    .action(async (slugs: string[], options: CertifyOptions) => {
      done(await (await import('./certify.ts')).certifyCommand(context, slugs, options))
    })
  command('fingerprints', 'help.fingerprints')
    .argument('[slugs...]', t('help.slugs'))
    .option('--mutants', t('help.fingerprints-mutants'), false)
    .action(async (slugs: string[], { mutants }: { mutants: boolean }) => {
      if (mutants) done(await (await import('./fingerprint-mutants.ts')).fingerprintMutantsCommand(context, slugs))
      else done(await (await import('./fingerprints.ts')).fingerprintsCommand(context, slugs))
    })
  command('starter', 'help.starter')
    .option('--check', t('help.starter-check'), false)
    .action(async (options: { check: boolean }) => {
      done(await (await import('./starter.ts')).starterCommand(context, options))
    })
  command('gallery', 'help.gallery')
    .addOption(new Option('--out <file>', t('help.gallery-out')).argParser(outPage).default('out/gallery.html'))
    .option('--only <prefix>', t('help.gallery-only'))
    .option('--text', t('help.gallery-text'), false)
    .action(async (options: GalleryOptions) => {
      done((await import('./gallery.ts')).galleryCommand(context, options))
    })
  command('doctor', 'help.doctor').action(async () => {
    done(await (await import('./doctor.ts')).doctorCommand(context))
  })
  return program
}

/** Errors come back to us instead of ending the process, and the help speaks the reader's language. */
function prepare(command: Command, { language, print }: CommandContext): Command {
  const titles: Record<string, MessageId> = {
    'Usage:': 'help.usage',
    'Arguments:': 'help.arguments',
    'Options:': 'help.options',
    'Commands:': 'help.commands',
  }
  return command
    .exitOverride()
    .helpOption('-h, --help', say(language, 'help.help'))
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => {
        const id = titles[title]
        return id === undefined ? title : say(language, id)
      },
      optionDescription: (option) => describeOption(option, language),
      commandUsage: (target) => {
        const usage = target.usage().replace('[options]', say(language, 'help.options-word'))
        return target.parent ? `npm run ${target.name()} -- ${usage}` : 'npm run <…> -- …'
      },
    })
}

function describeOption({ description, defaultValue }: Option, language: Language): string {
  const value: unknown = defaultValue
  if (typeof value !== 'string' && typeof value !== 'number') return description
  return say(language, 'help.default', { description, value })
}

function explain(error: unknown, context: CommandContext, argv: readonly string[]): ExitCode {
  const { language, note, colors } = context
  const complain = (text: string): void => {
    note(`${colors.red('✗')} ${oneLine(text)}\n`)
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exit.done
    complain(usageMessage(error, context, argv))
    return exit.usage
  }
  if (error instanceof LabError) {
    complain(sayAny(language, error.messageId, error.params))
    return { usage: exit.usage, submission: exit.submission, fault: exit.fault }[error.blame]
  }
  complain(say(language, 'fault.unexpected', { error: error instanceof Error ? error.message : String(error) }))
  if (error instanceof Error && error.stack !== undefined) note(`${error.stack.split('\n').map(oneLine).join('\n')}\n`)
  return exit.fault
}

/** Commander's errors by their code, in our own words. */
function usageMessage(error: CommanderError, context: CommandContext, argv: readonly string[]): string {
  const { language } = context
  const commands = buildProgram(context, () => undefined).commands
  const target = commands.find((candidate) => candidate.name() === argv[0])
  const command = target?.name() ?? 'check'
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption':
      return unknownOption(quoted, command, context, target)
    case 'commander.missingMandatoryOptionValue':
      return say(language, 'usage.missing-option', { option: quoted.split(' ')[0] ?? '', command })
    case 'commander.optionMissingArgument':
      return say(language, 'usage.missing-value', { option: quoted.split(' ')[0] ?? '', command })
    case 'commander.missingArgument':
      return say(language, 'usage.missing-argument', { argument: `<${quoted}>`, command })
    case 'commander.unknownCommand':
    case 'commander.help':
      return unknownCommand(argv[0] ?? '', commands, language)
    case 'commander.excessArguments':
      return say(language, 'usage.too-many-arguments', { command })
    default:
      return error.message
  }
}

function unknownCommand(command: string, commands: readonly Command[], language: Language): string {
  const names = commands.map((known) => known.name())
  const near = nearest(command, names)
  return say(language, 'usage.unknown-command', { command, near: isNear(command, near) ? near : 'none' })
}

/** Suggests an option of the same command only. */
function unknownOption(option: string, command: string, context: CommandContext, target: Command | undefined): string {
  const near = nearest(option, [...(target?.options.flatMap(({ long }) => long ?? []) ?? []), '--help'])
  const close = near.slice(0, 4) === option.slice(0, 4)
  return close
    ? context.say('usage.unknown-option-near', { option, near })
    : context.say('usage.unknown-option', { option, command })
}

/** Before anything is parsed, so that even a usage error speaks the reader's language. */
function askedLanguage(argv: readonly string[]): Language {
  const index = argv.indexOf('--lang')
  const inline = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
  return languageOf(inline ?? (index >= 0 ? argv[index + 1] : undefined) ?? process.env['LAB_LANG'])
}
