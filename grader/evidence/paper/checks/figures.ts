import type { EvidenceCheck, Judgement } from '../../evidence.ts'
import { failed, passed } from '../../evidence.ts'
import { hasDiagram } from '../diagram.ts'
import { goodNames, type Shown } from '../figures.ts'
import { figures, least } from '../guide.ts'
import { inPart, onPaper, seen, whether } from '../look.ts'
import type { Paper } from '../paper.ts'
import type { Finding } from '../../../model/finding.ts'

/** What a report shows: that its figures are there and are pictures, and not whether they say what they should. */
export const figureChecks: readonly EvidenceCheck[] = [
  onPaper(
    {
      name: 'figures',
      task: 'p8',
      claim: {
        es: 'El reporte muestra al menos cuatro figuras de `artifacts/`.',
        en: 'The report shows at least four figures of `artifacts/`.',
      },
    },
    ({ figures }) => {
      const count = goodNames(figures).length
      return inPart(count / least.figures, (share) =>
        seen('paper.figures-few', { count, wanted: least.figures, share }),
      )
    },
  ),
  onPaper(
    {
      name: 'figures-whole',
      task: 'p8',
      claim: {
        es: 'Todas las figuras que muestra el reporte están y son imágenes.',
        en: 'All figures that the report shows are there and are pictures.',
      },
    },
    ({ figures }) => {
      const broken = figures.filter(({ found }) => found.kind !== 'good')
      const [first] = broken
      if (first) return failed(brokenFinding(first, broken.length - 1))
      return figures.length > 0
        ? passed
        : failed(seen('paper.figures-few', { count: 0, wanted: least.figures, share: 0 }))
    },
  ),
  onPaper(
    {
      name: 'diagram',
      task: 'p1',
      claim: {
        es: 'Hay un diagrama de arquitectura: una figura o un dibujo en un bloque de texto.',
        en: 'There is a diagram of an architecture: a figure, or a drawing in a block of text.',
      },
    },
    (paper) => whether(hasDiagram(paper), () => seen('paper.no-diagram')),
  ),
  named('gradient-figure', 'gradient', 'p3', {
    es: 'El reporte muestra la figura de las normas del gradiente.',
    en: 'The report shows the figure of the gradient norms.',
  }),
  named('gates-figure', 'gates', 'p3', {
    es: 'El reporte muestra la figura de las puertas de la LSTM.',
    en: 'The report shows the figure of the gates of the LSTM.',
  }),
  named('series-figure', 'forecast', 'p4', {
    es: 'El reporte muestra la figura de la predicción de la serie.',
    en: "The report shows the figure of the series' forecast.",
  }),
  named('benchmark-figure', 'benchmark', 'p2', {
    es: 'El reporte muestra la figura del benchmark.',
    en: 'The report shows the figure of the benchmark.',
  }),
]

function named(
  name: string,
  figure: keyof typeof figures,
  task: string,
  claim: EvidenceCheck['meta']['claim'],
): EvidenceCheck {
  return onPaper({ name, task, claim }, (paper) => judgeNamed(paper, figures[figure]))
}

function judgeNamed({ figures: shown }: Paper, { prefix, command }: { prefix: string; command: string }): Judgement {
  const isIt = (name: string): boolean => (name.split('/').at(-1) ?? '').startsWith(prefix)
  return whether(goodNames(shown).some(isIt), () => seen('paper.figure-not-shown', { name: prefix, command }))
}

function brokenFinding({ url, line, found }: Shown, more: number): Finding {
  const params = { path: url.slice(0, 120), line, more }
  switch (found.kind) {
    case 'case':
      return seen('paper.figure-case', { ...params, found: found.path }, line)
    case 'outside':
      return seen('paper.figure-outside', params, line)
    case 'no-picture':
      return seen('paper.figure-no-picture', params, line)
    case 'missing':
      if (found.near !== null) return seen('paper.figure-near', { ...params, near: found.near }, line)
      return seen('paper.figure-missing', params, line)
    case 'good':
      throw new Error(`a figure that is there is called broken: ${url}`)
  }
}
