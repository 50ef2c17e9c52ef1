import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { studentTfjs } from './backend/students/bundle.ts'

const root = path.resolve(import.meta.dirname, '..')
const tfjs = await studentTfjs(root, path.join(root, 'node_modules', '.cache', 'lab11'))

/** The tests beside the student's own files, run in one process for a quick start. */
export default defineConfig({
  // Nothing is left behind in the submission.
  cacheDir: path.join(root, 'node_modules', '.vite'),
  // What students import is what the grader's subject process gives them.
  resolve: { alias: { '@tensorflow/tfjs': tfjs.file } },
  test: {
    root: path.resolve(root, process.env['LAB_SUBMISSION'] ?? 'starter'),
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    maxWorkers: 1,
    isolate: false,
  },
})
