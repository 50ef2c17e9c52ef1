import { failed, passed, type EvidenceCheck, type Judgement, type Material } from '../evidence.ts'
import { chances } from './chance.ts'
import { check, commonest, falling, oneDigit, percent, perHundred } from './checks.ts'
import type { Stage } from './inspector/said.ts'
import { lookAt, type Look, type Placed } from './look.ts'
import { repetition } from './repetition.ts'
import { graded, implemented, listed, notStarted, style, worksIn } from './share.ts'
import { ownFiles, ownLineCount } from './sources.ts'

/** From so many in a hundred own lines on, types and lint earn nothing; and nobody calls the code readable. */
const tooMany = 10
/** Own lint remarks that a hundred lines may have. */
const tolerated = 1

/** The share of documented functions, and of repeated tokens, that keep the code clear of a cap. */
const [leastDocumented, mostRepeated] = [0.8, 0.15]
/** Repetition below this costs nothing. */
const tolerableRepetition = 0.05

/** What is seen by reading the code. */
export const writing: readonly EvidenceCheck[] = [
  check(
    'implemented',
    {
      es: 'Funciona al menos la mitad de los entregables',
      en: 'At least half of the deliverables work',
    },
    (material) => {
      const share = implemented(material)
      if (share.done === 0) return failed(notStarted)
      return 2 * share.done >= share.of ? passed : failed(style('quality.half', { ...share }))
    },
  ),
  check(
    'types',
    {
      es: 'Tus líneas compilan con los tipos estrictos del curso',
      en: 'Your lines compile under the strict types of the course',
    },
    async (material) => {
      const look = await lookAt(material)
      return (
        unreadBy(material, look, 'types') ?? remarked(material, look, 'quality.types', { remarks: look.types, free: 0 })
      )
    },
  ),
  check(
    'lint',
    {
      es: 'ESLint apenas tiene nada que decir de tus líneas: como mucho un aviso por cada cien',
      en: 'ESLint has next to nothing to say of your lines: at most one remark in a hundred',
    },
    async (material) => {
      const look = await lookAt(material)
      const about = { remarks: look.lint, free: tolerated }
      return unreadBy(material, look, 'lint') ?? remarked(material, look, 'quality.lint', about)
    },
  ),
  check(
    'readable',
    {
      es: 'Es legible: como mucho un error de tipos y diez avisos por cada cien líneas tuyas',
      en: 'It is readable: at most one type error and ten remarks in a hundred of your lines',
    },
    async (material) => {
      const look = await lookAt(material)
      if (look.files.length === 0) return failed(notStarted)
      const lines = ownLineCount(look.files)
      const [types, lint] = [perHundred(look.types.length, lines), perHundred(look.lint.length, lines)]
      if (look.unread.length === 0 && types <= tolerated && lint <= tooMany) return passed
      return failed(
        style('quality.readable', { types: oneDigit(types), lint: oneDigit(lint), unread: look.unread.length }),
      )
    },
  ),
  check(
    'doc-comments',
    {
      es: 'Cada función que exportas tiene su comentario `/** … */`, con las formas de matrices y tensores',
      en: 'Every function that you export has its `/** … */` comment, with the shapes of matrices and tensors',
    },
    async (material) => {
      const look = await lookAt(material)
      const poor = undocumented(look)
      const share = documentedShare(look)
      if (poor.length === 0) return unreadBy(material, look, 'docs') ?? graded(material, 1)
      const [first] = poor
      const places = listed(poor.map(({ name, place }) => `${name} (${place})`))
      const params = {
        count: poor.length,
        of: look.exports.length,
        percent: percent(share),
        places,
        shapes: String(first?.onlyShapes === true),
      }
      return graded(material, share, style('quality.doc-comments', params, first?.place))
    },
  ),
  check(
    'repetition',
    {
      es: 'No hay bloques copiados dentro de un entregable',
      en: 'No blocks are copied within a deliverable',
    },
    (material) => {
      const { share, repeats } = repetition(ownFiles(material))
      const [longest] = repeats
      if (!longest || share <= tolerableRepetition) return graded(material, 1)
      const { first, second, tokens } = longest
      const params = { percent: percent(share), count: repeats.length, first, second, tokens }
      const quality = falling(share, tolerableRepetition, 2 * mostRepeated)
      return graded(material, quality, style('quality.repetition', params, second))
    },
  ),
  check(
    'tidy',
    {
      es: 'Está ordenado: documentadas al menos ocho de cada diez funciones y repetido como mucho el 15 %',
      en: 'It is tidy: at least eight functions in ten documented, and at most 15 % repeated',
    },
    async (material) => {
      const look = await lookAt(material)
      if (look.files.length === 0) return failed(notStarted)
      const [documented, repeated] = [documentedShare(look), repetition(look.files).share]
      if (documented >= leastDocumented && repeated <= mostRepeated) return passed
      return failed(style('quality.tidy', { documented: percent(documented), repeated: percent(repeated) }))
    },
  ),
  check(
    'no-chance',
    {
      es: 'Nada depende del azar sin semilla ni del reloj',
      en: 'Nothing hangs on chance without a seed, nor on the clock',
    },
    (material) => {
      const found = chances(ownFiles(material), material.code?.timed ?? [])
      const [first] = found
      if (!first) return graded(material, 1)
      const places = listed(found.map(({ place }) => place))
      return graded(
        material,
        0,
        style('quality.chance', { name: first.name, count: found.length, places }, first.place),
      )
    },
  ),
  check(
    'same-seed',
    {
      es: 'La misma semilla da siempre los mismos pesos y los mismos resultados',
      en: 'The same seed always gives the same weights and the same results',
    },
    sameSeed,
    'hidden',
  ),
]

/** A tool that was lost in a file leaves nothing to judge by. */
function unreadBy(material: Material, { unread }: Look, stage: Stage): Judgement | undefined {
  const [first] = unread.filter((each) => each.stage === stage || each.stage === 'docs')
  if (!first) return undefined
  return graded(material, 0, style('quality.unread', { place: first.path, count: unread.length }, first.path))
}

interface About {
  readonly remarks: readonly Placed[]
  /** How many in a hundred lines cost nothing. */
  readonly free: number
}

function remarked(material: Material, { files }: Look, messageId: string, { remarks, free }: About): Judgement {
  const rate = perHundred(remarks.length, ownLineCount(files))
  const often = commonest(remarks)
  if (!often || (free > 0 && rate <= free)) return graded(material, 1)
  const places = listed(remarks.map(({ place, rule }) => `${place} (${rule})`))
  // A message's choices are named without hyphens.
  const [rule, { text, place }] = [often.rule.replaceAll('-', '_'), often]
  const params = { count: remarks.length, rate: oneDigit(rate), rule, text, place, places }
  return graded(material, falling(rate, free, tooMany), style(messageId, params, place))
}

/** Words that a comment has at least, and what speaks of shapes in it. */
const leastWords = 3
const aboutShapes =
  /[×⨯]|\b\w+ [x*] \w+\b|\([^()]*,[^()]*\)|\[[^\]]*\]|\b(?:shapes?|rows?|columns?|batch|length|sizes?|dimensions?|scalar|vector|element|each|every)\b|\b(?:formas?|filas?|columnas?|lote|longitud|tamaños?|dimensi[oó]n(?:es)?|escalar|vector|elemento|cada)\b/i

/** The exports whose comment is missing or says too little, and whether it is only shapes that it lacks. */
function undocumented({ exports }: Look): readonly (Look['exports'][number] & { readonly onlyShapes: boolean })[] {
  return exports
    .map((one) => ({ ...one, onlyShapes: (one.comment.match(/[\p{L}\d]+/gu)?.length ?? 0) >= leastWords }))
    .filter(({ comment, shaped, onlyShapes }) => !onlyShapes || (shaped && !aboutShapes.test(comment)))
}

function documentedShare(look: Look): number {
  const all = look.exports.length
  return all === 0 ? 1 : (all - undocumented(look).length) / all
}

/** Checks of the code that run the same twice; every deliverable that has one names it so. */
const aboutSeeds = /(?:^|[/-])(?:seed|deterministic)$/

function sameSeed(material: Material): Judgement {
  const { code, results } = material
  const about = results.filter(({ meta }) => aboutSeeds.test(meta.id) && code && worksIn(code.earned, meta.deliverable))
  const kept = about.filter(({ verdict }) => verdict.kind === 'passed')
  if (about.length === 0) return graded(material, 0, style('quality.no-seeds', {}))
  if (kept.length === about.length) return graded(material, 1)
  const broken = about.filter(({ verdict }) => verdict.kind !== 'passed').map(({ meta }) => meta.id)
  const params = { count: broken.length, of: about.length, checks: listed(broken) }
  return graded(material, kept.length / about.length, style('quality.same-seed', params))
}
