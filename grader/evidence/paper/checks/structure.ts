import type { EvidenceCheck } from '../../evidence.ts'
import { passed } from '../../evidence.ts'
import { least, sectionNames, type SectionName } from '../guide.ts'
import { inPart, onPaper, seen, whether } from '../look.ts'
import { countWords, ownOf, type Paper } from '../paper.ts'
import { citedReferences, listedReferences } from '../references.ts'
import { nearSection } from '../sections.ts'
import { hasFigures } from '../tables.ts'
import { plain } from '../words.ts'
import type { Judgement } from '../../evidence.ts'

/** Whether there is a report, and its form: sections, length, a table, references. */
export const structureChecks: readonly EvidenceCheck[] = [
  onPaper(
    {
      name: 'written',
      task: '',
      claim: { es: '`reporte.md` está y has escrito en él.', en: '`reporte.md` is there, and you have written in it.' },
    },
    () => passed,
  ),
  ...sectionNames.map((name) =>
    onPaper(
      {
        name: `section-${name.id}`,
        task: name.task,
        claim: {
          es: `La sección «${name.title}» está, y dice algo tuyo.`,
          en: `The section "${name.title}" is there, and says something of yours.`,
        },
      },
      (paper) => judgeSection(paper, name),
    ),
  ),
  onPaper(
    {
      name: 'length',
      task: 'p0',
      claim: {
        es: 'El reporte tiene entre 800 y 2600 palabras tuyas.',
        en: 'The report has between 800 and 2600 words of yours.',
      },
    },
    (paper) => {
      const words = distinctWords(paper)
      const params = { words, least: least.words, most: least.mostWords }
      if (words > least.mostWords)
        return inPart(least.mostWords / words, (share) => seen('paper.words-many', { ...params, share }))
      return inPart(words / least.words, (share) => seen('paper.words-few', { ...params, share }))
    },
  ),
  onPaper(
    {
      name: 'table',
      task: 'p2',
      claim: { es: 'Hay al menos una tabla con números.', en: 'There is at least one table with numbers.' },
    },
    ({ pieces }) =>
      whether(
        pieces.some((piece) => piece.kind === 'table' && hasFigures(piece.rows)),
        () => seen('paper.no-table'),
      ),
  ),
  onPaper(
    {
      name: 'references',
      task: 'p6',
      claim: { es: 'La lista de referencias tiene al menos tres.', en: 'The list of references has at least three.' },
    },
    (paper) => {
      const count = listedReferences(paper).length
      return inPart(count / least.references, (share) =>
        seen('paper.references-few', { count, wanted: least.references, share }),
      )
    },
  ),
  onPaper(
    {
      name: 'citations',
      task: 'p6',
      claim: {
        es: 'Al menos tres referencias de la lista están citadas en el texto.',
        en: 'At least three references of the list are cited in the text.',
      },
    },
    (paper) => {
      const listed = listedReferences(paper)
      const cited = citedReferences(paper, listed)
      const other = listed.find((reference) => !cited.includes(reference))
      return inPart(cited.length / least.references, (share) =>
        other
          ? seen(
              'paper.not-cited',
              { count: cited.length, wanted: least.references, share, line: other.line },
              other.line,
            )
          : seen('paper.cited-few', { count: cited.length, wanted: least.references, share }),
      )
    },
  ),
]

function judgeSection(paper: Paper, name: SectionName): Judgement {
  const section = paper.sections.get(name.id)
  const { number, title } = name
  if (!section) {
    const near = nearSection(paper.pieces, name)
    if (!near) return whether(false, () => seen('paper.section-missing', { number, title }))
    const params = { number, title, found: near.text.slice(0, 80), line: near.line }
    return whether(false, () => seen('paper.section-near', params, near.line))
  }
  const { line } = section.heading
  if (name.id === 'references')
    return whether(listedReferences(paper).length > 0, () => seen('paper.section-empty', { number, title, line }, line))
  const words = countWords(ownOf(paper, name.id))
  return inPart(words / least.sectionWords, (share) =>
    words === 0
      ? seen('paper.section-empty', { number, title, line }, line)
      : seen('paper.section-short', { number, title, line, words, least: least.sectionWords, share }, line),
  )
}

/** Own words outside of the list of references; the same paragraph twice counts once. */
function distinctWords(paper: Paper): number {
  const list = new Set(paper.sections.get('references')?.pieces ?? [])
  const own = paper.own.filter(({ piece }) => !list.has(piece))
  return countWords([...new Map(own.map((each) => [plain(each.text), each])).values()])
}
