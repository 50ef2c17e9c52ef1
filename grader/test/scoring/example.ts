import type { Rubric } from '../../model/rubric.ts'
import { plain } from './bounds.ts'

/** A rubric small enough to reckon by hand: 60 + 40 points, of which 40 are pending, and 5 of bonus. */
export const example: Rubric = {
  schema: 'lab11/rubric/v1',
  deliverables: ['demo'],
  bands: [
    { level: 'excelente', from: 0.9 },
    { level: 'bueno', from: 0.75 },
    { level: 'aceptable', from: 0.6 },
    { level: 'insuficiente', from: 0 },
  ],
  stages: [
    { id: 'concebir', title: { es: 'Concebir', en: 'Conceive' }, weight: 40 },
    { id: 'implementar', title: { es: 'Implementar', en: 'Implement' }, weight: 60 },
  ],
  criteria: [
    {
      ...plain,
      id: 'codigo',
      title: { es: 'Código', en: 'Code' },
      points: 60,
      pending: false,
      rows: [
        { id: 'r1', points: 20, stage: 'concebir', checks: { 'demo/a': 1, 'demo/b': 3 } },
        { id: 'r2', points: 40, stage: 'implementar', checks: { 'demo/b': 1, 'demo/c': 1 } },
      ],
    },
    { ...plain, id: 'informe', title: { es: 'Informe', en: 'Report' }, points: 40, pending: true, rows: [] },
  ],
  bonus: [{ id: 'extra', points: 5, checks: { 'demo/x': 1 }, gates: ['demo/x-opens'] }],
  gates: ['demo/loads'],
}
