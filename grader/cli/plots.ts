import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from '../grading/session.ts'
import { LabError } from '../model/errors.ts'
import type { Slug } from '../model/verdict.ts'
import { sayAny } from '../messages/say.ts'
import { drawFigure } from '../plots/draw.ts'
import { readFigures, type Figure } from '../plots/figures.ts'
import { toPng } from '../plots/png.ts'
import { oneLine } from '../reports/neutral.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'
import { trainInto, type TrainOptions } from './train.ts'
import { chosenSlugs } from './values.ts'
import { ownSubmission, withSession } from './with-session.ts'

type OwnFigure = Figure & { readonly slug: Slug }

/** Draws the figures of the report into `artifacts/`, making first whatever data they lack. */
export async function plotsCommand(
  context: CommandContext,
  asked: readonly string[],
  { submission, timeout }: TrainOptions,
): Promise<ExitCode> {
  return withSession(context, async (session) => {
    const figures = chosenFigures(context, session, asked)
    const { root } = await ownSubmission(context, session, { submission })
    const artifacts = path.join(root, 'artifacts')
    const reasons = await makeData(context, session, { figures, root, timeout })
    const fonts = await typefaces(context.workshop.root)
    let all = true
    for (const figure of figures) all = (await draw(context, figure, { artifacts, fonts, reasons })) && all
    context.print(`${oneLine(context.say('plot.where', { path: artifacts }))}\n`)
    return all ? exit.done : exit.notYet
  })
}

function chosenFigures(context: CommandContext, session: Session, asked: readonly string[]): readonly OwnFigure[] {
  const figures = session.slugs.flatMap((slug) => figuresOf(context.workshop.root, slug))
  const known = [...new Set(figures.map(({ slug }) => slug))]
  const slugs = chosenSlugs(asked, session.slugs)
  const other = asked.length === 0 ? undefined : slugs.find((slug) => !known.includes(slug))
  if (other !== undefined) throw new LabError('usage', 'plot.none', { slug: other, known: known.join(', ') })
  return figures.filter(({ slug }) => slugs.includes(slug))
}

/** What a deliverable declares; most have figures, none must. */
function figuresOf(root: string, slug: Slug): readonly OwnFigure[] {
  const file = path.join(root, 'grader', 'deliverables', slug, 'figures.json')
  if (!existsSync(file)) return []
  return readFigures(readFileSync(file, 'utf8'), file).map((figure) => ({ ...figure, slug }))
}

/** Trains the deliverables whose data is missing. Returns why some of it could not be made. */
async function makeData(
  context: CommandContext,
  session: Session,
  { figures, root, timeout }: { figures: readonly OwnFigure[]; root: string; timeout: number },
): Promise<ReadonlyMap<Slug, string>> {
  const missing = figures.filter(({ data }) => data !== null && !existsSync(path.join(root, 'artifacts', data)))
  const slugs = session.deliverables
    .filter(({ slug, training }) => training !== null && missing.some((figure) => figure.slug === slug))
    .map(({ slug }) => slug)
  return slugs.length === 0 ? new Map<Slug, string>() : trainInto(context, session, { root, slugs, timeout })
}

interface Easel {
  readonly artifacts: string
  readonly fonts: readonly Uint8Array[]
  readonly reasons: ReadonlyMap<Slug, string>
}

/** False when the figure could not be drawn, after saying why. */
async function draw(
  context: CommandContext,
  figure: OwnFigure,
  { artifacts, fonts, reasons }: Easel,
): Promise<boolean> {
  const { language } = context
  const { name, data, slug } = figure
  try {
    const file = data === null ? '' : path.join(artifacts, data)
    const bytes = data === null ? Buffer.from('{}') : await readFile(file).catch(() => undefined)
    if (bytes === undefined) {
      const reason = reasons.get(slug) ?? context.say('plot.no-data', { file })
      context.print(`${context.say('plot.skipped', { name, reason })}\n`)
      return false
    }
    const svg = await drawFigure(figure, { bytes, file: `artifacts/${data ?? ''}` }, language)
    writeWhole(path.join(artifacts, `${name}.svg`), svg)
    writeWhole(path.join(artifacts, `${name}.png`), await toPng(svg, fonts))
    context.print(`${context.say('plot.drawn', { name })}\n`)
    return true
  } catch (error) {
    if (!(error instanceof LabError) || error.blame !== 'submission') throw error
    const reason = oneLine(sayAny(language, error.messageId, error.params))
    context.print(`${context.say('plot.skipped', { name, reason })}\n`)
    return false
  }
}

/** The fonts that a PNG is set in, so that it looks the same on every machine. */
function typefaces(root: string): Promise<Uint8Array[]> {
  const folder = path.join(root, 'grader', 'plots', 'fonts')
  return Promise.all(['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => readFile(path.join(folder, name))))
}
