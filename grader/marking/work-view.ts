import { say, sayAny } from '../messages/say.ts'
import type { Language, Slug } from '../model/verdict.ts'
import type { Desk, Place } from './desk.ts'
import type { MarkdownRenderer } from './markdown.ts'
import { visibleLines } from './visible.ts'
import type { Work } from './work.ts'

/** What was handed in, as the page shows it. All of it is text to be escaped, but for `html`, which is safe by itself. */
export interface WorkView {
  /** Why nothing of it can be shown; empty when it is. */
  readonly absent: string
  readonly changed: string
  readonly documentNotice: string
  readonly html: string
  readonly plain: string
  readonly figures: readonly { readonly file: string; readonly src: string }[]
  readonly problems: readonly string[]
  readonly sources: readonly { readonly file: string; readonly lines: readonly string[] }[]
}

const nothing: WorkView = {
  absent: '',
  changed: '',
  documentNotice: '',
  html: '',
  plain: '',
  figures: [],
  problems: [],
  sources: [],
}

/** Reads what belongs to a criterion: the report and the figures always, the code that its checks are about. */
export async function viewOf(
  { works, language, again, reports }: Desk,
  { report, criterion }: Place,
  {
    renderer,
    slugs,
    base,
  }: { readonly renderer: MarkdownRenderer; readonly slugs: readonly Slug[]; readonly base: string },
): Promise<WorkView> {
  const { id, hash } = report.submission
  const work = works.get(id)
  if (!work) return { ...nothing, absent: say(language, 'mark.absent', { command: again }) }
  const graded = new Set(reports.get(id)?.checks.map(({ deliverable }) => deliverable))
  const isSame = await work.isOf(
    hash,
    slugs.filter((slug) => graded.has(slug)),
  )
  const concerned = slugs.filter((slug) =>
    report.checks.some((check) => check.deliverable === slug && criterion.checks.includes(check.id)),
  )
  const urlOf = (file: string): string => `${base}/file/${[id, ...file.split('/')].map(encodeURIComponent).join('/')}`
  return {
    ...nothing,
    changed: isSame ? '' : say(language, 'mark.changed', { folder: work.folder }),
    ...(await documentOf(work, language, (text) => renderer.render(text, urlOf))),
    figures: (await work.figures()).map((file) => ({ file, src: urlOf(file) })),
    // A report or the way that code is written is about all of it.
    ...(await codeOf(work, concerned.length === 0 ? slugs : concerned, language)),
  }
}

async function documentOf(
  work: Work,
  language: Language,
  render: (text: string) => Promise<string | undefined>,
): Promise<Pick<WorkView, 'documentNotice' | 'html' | 'plain'>> {
  const document = await work.text('reporte.md')
  const without = { html: '', plain: '' }
  if (document.kind === 'absent') return { ...without, documentNotice: say(language, 'mark.no-document') }
  if (document.kind === 'refused') {
    const { messageId, params } = document.problem
    return { ...without, documentNotice: sayAny(language, messageId, params) }
  }
  const html = await render(visibleLines(document.text).join('\n'))
  if (html !== undefined) return { documentNotice: '', html, plain: '' }
  return { documentNotice: say(language, 'mark.plain'), html: '', plain: visibleLines(document.text).join('\n') }
}

async function codeOf(
  work: Work,
  slugs: readonly Slug[],
  language: Language,
): Promise<Pick<WorkView, 'problems' | 'sources'>> {
  const loaded = await work.sources(slugs)
  const answers = await work.text('comprension.json')
  return {
    problems: loaded.flatMap(({ problem }) => (problem ? [sayAny(language, problem.messageId, problem.params)] : [])),
    sources: [
      ...(answers.kind === 'text' ? [{ file: 'comprension.json', lines: visibleLines(answers.text) }] : []),
      ...loaded.flatMap(({ slug, files }) =>
        files.map(({ path, bytes }) => ({
          file: `${slug}/${path}`,
          lines: visibleLines(new TextDecoder().decode(bytes)),
        })),
      ),
    ],
  }
}
