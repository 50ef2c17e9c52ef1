import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import {
  exampleBlocks,
  handout,
  handoutFiles,
  headings,
  required,
  sections,
  solution,
  starter,
  type Example,
} from './handout.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const assignments = readdirSync(path.join(root, 'assignments'))
/** Those that ask for code. */
const slugs = assignments.filter((slug) => existsSync(path.join(root, 'starter', slug, `${slug}.ts`)))

describe.each(slugs)('the handout of %s', (slug) => {
  it('has one worked example, the same in both languages', () => {
    const [spanish = [], english = []] = handoutFiles.map((file) => exampleBlocks(handout(slug, file)))
    expect(spanish).toHaveLength(1)
    expect(english).toEqual(spanish)
  })

  it('has an example that the solution gives, to four decimals', async () => {
    const example = JSON.parse(exampleBlocks(handout(slug, 'README.md'))[0] ?? '') as Example
    // A live object with weights inside has a test of its own, which sets them by hand.
    if ('source' in example) return
    const fn = (await solution(slug))[example.call]
    const result = await fn?.(...(usesTensors(slug) ? example.arguments : example.arguments.map(withMatrices)))
    expect(rounded(answerOf(result, example), example.result)).toEqual(example.result)
  })

  it.each(handoutFiles)('has a section for every function in %s, the bonus ones marked as such', async (file) => {
    const exported = Object.keys(await solution(slug)).sort()
    const wanted = await required(slug)
    const found = sections(handout(slug, file))
    expect(found.map(({ fn }) => fn).sort()).toEqual(exported)
    expect(found.filter(({ bonus }) => !bonus).map(({ fn }) => fn)).toEqual(wanted)
    expect(found.map(({ anchor }) => anchor)).toEqual(found.map(({ id }) => id.toLowerCase()))
    expect(new Set(found.map(({ anchor }) => anchor)).size).toBe(found.length)
  })

  it.each(handoutFiles)('is where the starter leads, task by task: %s', (file) => {
    const tasks = [...starter(slug).matchAll(/new NotImplemented\('(\w+)', '(\w+)', '([^']+)'\)/g)]
    const found = sections(handout(slug, file))
    expect(tasks.map(([, id, fn]) => ({ id, fn }))).toEqual(found.map(({ id, fn }) => ({ id, fn })))
    expect(tasks.map(([, , , place]) => place)).toEqual(
      found.map(({ anchor }) => `assignments/${slug}/README.md#${anchor}`),
    )
  })
})

describe.each(assignments)('the handout of %s', (slug) => {
  it.each(handoutFiles)('has only links within it that lead somewhere: %s', (file) => {
    const text = handout(slug, file)
    const anchors = new Set([...text.matchAll(/<a id="(\w+)"><\/a>/g)].map(([, anchor]) => anchor))
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([])
  })

  it('has the same headings in both languages, level by level', () => {
    const [spanish, english] = handoutFiles.map((file) => headings(handout(slug, file)))
    expect(spanish?.length).toBeGreaterThan(5)
    expect(english).toEqual(spanish)
  })
})

/** What the example shows: the result of the call, or what a model with the weights given answers to the input. */
function answerOf(result: unknown, { weights, input }: Example): unknown {
  if (!(result instanceof tf.LayersModel) || weights === undefined || input === undefined) return result
  return tf.tidy(() => {
    result.setWeights(weights.map((weight) => tf.tensor(weight)))
    return (result.predict(tf.tensor(input)) as tf.Tensor).arraySync()
  })
}

/** Whether lists of lists are what the function is given, and not matrices. */
function usesTensors(slug: string): boolean {
  return starter(slug).includes("from '@tensorflow/tfjs'")
}

/** Matrices are written as their rows. */
function withMatrices(value: unknown): unknown {
  if (isRows(value)) return new Matrix(value)
  if (Array.isArray(value)) return value.map(withMatrices)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withMatrices(part)]))
}

function isRows(value: unknown): value is number[][] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && row.every(isNumber))
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

/** The parts of `value` that `like` lists, as rows and with four decimals. */
function rounded(value: unknown, like: unknown): unknown {
  if (value instanceof Matrix) return value.to2DArray().map((row) => row.map(fourDecimals))
  if (typeof value === 'number') return fourDecimals(value)
  if (Array.isArray(value)) return value.map((item, k) => rounded(item, Array.isArray(like) ? like[k] : undefined))
  const parts = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries((like ?? {}) as Record<string, unknown>).map(([key, part]) => [key, rounded(parts[key], part)]),
  )
}

/** Without a negative zero, which JSON does not tell from zero. */
function fourDecimals(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0
}
