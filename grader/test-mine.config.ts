import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** The tests beside the student's own files, run in one process for a quick start. */
export default defineConfig({
  // Nothing is left behind in the submission.
  cacheDir: path.resolve(import.meta.dirname, '..', 'node_modules', '.vite'),
  test: {
    root: path.resolve(import.meta.dirname, '..', process.env['LAB_SUBMISSION'] ?? 'starter'),
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    maxWorkers: 1,
    isolate: false,
  },
})
