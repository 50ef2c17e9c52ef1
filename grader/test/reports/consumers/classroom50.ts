import type { Classroom50Run } from '../../../reports/classroom50.ts'

/** What the runner of Classroom 50 tells its autograder. */
export const classroom50: Classroom50Run = {
  classroom: 'dl-2026',
  assignment: 'lab11',
  assignmentType: 'individual',
  owner: 'ana-rojas',
  submission: 'submit/2026-11-20T23-10-00Z-a1b2c3d',
  commit: 'https://github.example/dl/lab11-ana-rojas/commit/a1b2c3d',
  release: 'https://github.example/dl/lab11-ana-rojas/releases/tag/x',
  review: 'https://github.example/dl/lab11-ana-rojas/compare/0...a1b2c3d',
}
