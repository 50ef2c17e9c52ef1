import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { studentTfjs } from '../backend/students/bundle.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const tfjs = await studentTfjs(root, path.join(root, 'node_modules', '.cache', 'lab11'))

/** The grader's own tests. They start real processes, so their limit is generous; speed lives in the benchmarks. */
export default defineConfig({
  // Solutions import what the subject process would give them.
  resolve: { alias: { '@tensorflow/tfjs': tfjs.file } },
  test: {
    root,
    include: ['grader/test/**/*.test.ts'],
    testTimeout: 240_000,
    // The reference is graded whole once, trainings included.
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
