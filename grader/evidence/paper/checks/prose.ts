import type { EvidenceCheck } from '../../evidence.ts'
import { initialQuestions, labs, least } from '../guide.ts'
import { labsNamed } from '../labs.ts'
import { inPart, onPaper, seen, whether } from '../look.ts'
import { countWords, ownOf, type Own, type Paper } from '../paper.ts'
import { answerWords } from '../questions.ts'
import type { Piece } from '../piece.ts'
import { plain } from '../words.ts'

/** What a report speaks of. Whether it is true, deep or its author's own is for a person to say. */
export const proseChecks: readonly EvidenceCheck[] = [
  onPaper(
    {
      name: 'gradient-text',
      task: 'p3',
      claim: {
        es: 'La sección 3 explica el gradiente desvaneciente con 60 palabras tuyas o más.',
        en: 'Section 3 explains the vanishing gradient in 60 words of yours or more.',
      },
    },
    (paper) => {
      const words = countWords(ownOf(paper, 'gradient'))
      return inPart(words / least.gradientWords, (share) => wordsShort(3, words, least.gradientWords, share))
    },
  ),
  onPaper(
    {
      name: 'gradient-formula',
      task: 'p3',
      claim: { es: 'La sección 3 tiene al menos una fórmula.', en: 'Section 3 has at least one formula.' },
    },
    ({ sections }) => whether((sections.get('gradient')?.pieces ?? []).some(isFormula), () => seen('paper.no-formula')),
  ),
  onPaper(
    {
      name: 'initial-questions',
      task: 'p7',
      claim: {
        es: 'Cada una de las siete preguntas iniciales está respondida bajo su título, con 25 palabras tuyas o más.',
        en: 'Each of the seven initial questions is answered under its heading, in 25 words of yours or more.',
      },
    },
    (paper) => {
      const answers = answerWords(paper)
      const earned = answers.map((words) => Math.min(1, words / least.answerWords))
      const open = earned.flatMap((part, k) => (part < 1 ? [k + 1] : []))
      const fraction = earned.reduce((sum, part) => sum + part, 0) / initialQuestions.length
      return inPart(fraction, (share) =>
        seen('paper.questions-open', { open: open.join(', '), count: open.length, least: least.answerWords, share }),
      )
    },
  ),
  onPaper(
    {
      name: 'gates-named',
      task: 'p3',
      claim: {
        es: 'El texto nombra las tres puertas de la LSTM: olvido, entrada y salida.',
        en: 'The text names the three gates of the LSTM: forget, input and output.',
      },
    },
    ({ own }) =>
      missing(
        own.filter((each) => /\b(?:com)?puerta|\bgate/.test(plain(each.text))),
        gates,
        'paper.gates-unnamed',
      ),
  ),
  onPaper(
    {
      name: 'gates-forget-bias',
      task: 'p3',
      claim: {
        es: 'El texto habla del sesgo de la puerta de olvido.',
        en: 'The text speaks of the bias of the forget gate.',
      },
    },
    ({ own, pieces }) =>
      whether(
        own.some(({ text }) => /\b(?:sesgo|bias)/.test(plain(text)) && /\b(?:olvid|forget)/.test(plain(text))) ||
          pieces.some(
            (piece) => (piece.kind === 'formula' || piece.kind === 'code') && /\bb_?\{?f\}?\s*=\s*1/.test(piece.text),
          ),
        () => seen('paper.no-forget-bias'),
      ),
  ),
  onPaper(
    {
      name: 'series-baselines',
      task: 'p4',
      claim: {
        es: 'El texto compara la predicción con repetir el último valor y con el ingenuo estacional.',
        en: 'The text compares the forecast with repeating the last value and with the seasonal naive one.',
      },
    },
    ({ own }) => missing(own, baselines, 'paper.baselines-unnamed'),
  ),
  onPaper(
    {
      name: 'architectures',
      task: 'p4',
      claim: {
        es: 'El texto explica la LSTM bidireccional, la apilada y el codificador-decodificador.',
        en: 'The text explains the bidirectional LSTM, the stacked one and the encoder-decoder.',
      },
    },
    ({ own }) =>
      missing(
        own.filter(({ words }) => words.length >= least.explanationWords),
        architectures,
        'paper.architectures-unnamed',
      ),
  ),
  onPaper(
    {
      name: 'conclusions',
      task: 'p2',
      claim: {
        es: 'La sección 2 saca conclusiones de la comparación, con 60 palabras tuyas o más.',
        en: 'Section 2 draws conclusions from the comparison, in 60 words of yours or more.',
      },
    },
    (paper) => {
      const words = countWords(ownOf(paper, 'comparison'))
      return inPart(words / least.conclusionWords, (share) => wordsShort(2, words, least.conclusionWords, share))
    },
  ),
  onPaper(
    {
      name: 'reflection',
      task: 'p5',
      claim: {
        es: 'La sección 5 compara LSTM y Transformers, con 60 palabras tuyas o más.',
        en: 'Section 5 compares LSTM and Transformers, in 60 words of yours or more.',
      },
    },
    (paper) => judgeReflection(paper),
  ),
  onPaper(
    {
      name: 'earlier-labs',
      task: 'p5',
      claim: {
        es: 'El texto conecta con al menos dos laboratorios anteriores.',
        en: 'The text connects with at least two earlier laboratories.',
      },
    },
    ({ own }) => {
      const earlier = [...labsNamed(own)].filter((lab) => lab >= 1 && lab < labs.own)
      return inPart(earlier.length / least.earlierLabs, (share) =>
        seen('paper.labs-few', { count: earlier.length, wanted: least.earlierLabs, share }),
      )
    },
  ),
  onPaper(
    {
      name: 'next-lab',
      task: 'p5',
      claim: { es: 'El texto conecta con el Lab 12.', en: 'The text connects with Lab 12.' },
    },
    ({ own }) => whether(labsNamed(own).has(labs.next), () => seen('paper.no-next-lab', { lab: labs.next })),
  ),
]

type Named = readonly (readonly [
  name: 'forget' | 'input' | 'output' | 'last' | 'seasonal' | 'bilstm' | 'stacked' | 'seq2seq',
  pattern: RegExp,
])[]

const gates: Named = [
  ['forget', /\b(?:olvid|forget)/],
  ['input', /\b(?:entrada|input)/],
  ['output', /\b(?:salida|output)/],
]

const baselines: Named = [
  ['last', /persisten|ultimo valor|valor anterior|last value/],
  ['seasonal', /estacional|seasonal/],
]

const architectures: Named = [
  ['bilstm', /\bbi ?lstm|bidireccional|bidirectional/],
  ['stacked', /\bapilad|\bstacked|\bcapas\b.*\bsobre\b/],
  ['seq2seq', /seq2seq|\bencoder|codificador|sequence to sequence/],
]

/** Each of these named somewhere in these paragraphs; the first that is not is told of. */
function missing(own: readonly Own[], named: Named, messageId: string): ReturnType<typeof inPart> {
  const texts = own.map(({ text }) => plain(text))
  const open = named.filter(([, pattern]) => !texts.some((text) => pattern.test(text)))
  return inPart((named.length - open.length) / named.length, (share) =>
    seen(messageId, { which: open[0]?.[0] ?? '', count: open.length, share }),
  )
}

function judgeReflection(paper: Paper): ReturnType<typeof inPart> {
  const own = ownOf(paper, 'reflection')
  const text = plain(own.map((each) => each.text).join(' '))
  const words = countWords(own)
  if (!/\blstm/.test(text) || !/\btransformer/.test(text))
    return inPart(0.5 * Math.min(1, words / least.reflectionWords), (share) =>
      seen('paper.reflection-one-side', { share }),
    )
  return inPart(words / least.reflectionWords, (share) => wordsShort(5, words, least.reflectionWords, share))
}

function wordsShort(number: number, words: number, wanted: number, share: number): ReturnType<typeof seen> {
  return words === 0
    ? seen('paper.section-silent', { number })
    : seen('paper.words-short', { number, words, least: wanted, share })
}

/** `$…$`, a block that says so, or code that computes with more than numbers. */
function isFormula(piece: Piece): boolean {
  if (piece.kind === 'formula') return true
  if (piece.kind !== 'code') return false
  return /[=≈≤<∝]/.test(piece.text) && /[∂∏∑Σσλ‖·⊙×^_]|tanh|diag/.test(piece.text)
}
