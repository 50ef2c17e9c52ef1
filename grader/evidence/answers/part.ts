import type { Localized } from '../../model/verdict.ts'
import type { EvidenceCheck, EvidencePart } from '../evidence.ts'
import { questions } from './bank.ts'
import { fileName } from './file.ts'
import { judgeAnswer, judgeAnswered, judgeForm } from './judge.ts'

const slug = 'comprension'

const form: EvidenceCheck = {
  meta: {
    id: `${slug}/form`,
    deliverable: slug,
    needs: [],
    visibility: 'public',
    claim: {
      es: '`comprension.json` se puede leer: es JSON, dice de quién es y tiene las preguntas con su nombre.',
      en: '`comprension.json` can be read: it is JSON, says whose it is, and has the questions by their names.',
    },
  },
  judge: judgeForm,
}

const answered: EvidenceCheck = {
  meta: {
    id: `${slug}/answered`,
    deliverable: slug,
    needs: [form.meta.id],
    visibility: 'public',
    claim: {
      es: 'Las 24 preguntas, con tus números, tienen una respuesta que se puede leer. Aquí no se mira si es correcta.',
      en: 'All 24 questions, with your own numbers, have an answer that can be read. Whether it is right is not looked at here.',
    },
  },
  judge: judgeAnswered,
}

/** Answers to the handout's questions, with numbers of one's own. */
export const answers: EvidencePart = {
  slug,
  reads: [fileName],
  checks: [form, answered, ...questions.map(({ id, topic }) => questionCheck(id, topic))],
}

function questionCheck(id: string, topic: Localized): EvidenceCheck {
  return {
    meta: {
      id: `${slug}/${id.toLowerCase()}`,
      deliverable: slug,
      needs: [form.meta.id],
      visibility: 'hidden',
      claim: {
        es: `${id}, sobre ${topic.es}, está bien respondida.`,
        en: `${id}, about ${topic.en}, is answered rightly.`,
      },
    },
    judge: (material) => judgeAnswer(material, id),
  }
}
