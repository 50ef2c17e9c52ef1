import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** The grader's own tests. They start real processes, so their limit is generous; speed lives in the benchmarks. */
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..', '..'),
    include: ['grader/test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
