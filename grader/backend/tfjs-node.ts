import { createRequire } from 'node:module'
import { LabError } from '../model/errors.ts'
import type { Tf } from './tf.ts'

/**
 * The optional package `@tensorflow/tfjs-node`, looked for from the file or URL `from`. Throws `backend.unavailable`
 * with the reason `absent` (npm leaves the package out when its binary does not install) or `broken` (it is there and
 * does not load; `detail` says why).
 */
export function loadTfjsNode(from: string = import.meta.url): Tf {
  const require = createRequire(from)
  if (!isInstalled(require)) throw unavailable('absent', '')
  restoreTypeTests(require('node:util') as Record<string, unknown>)
  // The native library writes a note about the processor's instructions to stderr below this level.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2'
  try {
    return require(packageName) as Tf
  } catch (error) {
    throw unavailable('broken', error instanceof Error ? firstLine(error.message) : String(error), error)
  }
}

/**
 * Puts back the type tests that Node 23 took out of `util`: the newest release of tfjs-node, 4.22.0, still calls
 * `util.isNullOrUndefined`. See https://github.com/tensorflow/tfjs/pull/8425, merged and never released.
 */
export function restoreTypeTests(util: Record<string, unknown>): void {
  for (const [name, test] of Object.entries(typeTests)) util[name] ??= test
}

const packageName = '@tensorflow/tfjs-node'

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  isArray: (value) => Array.isArray(value),
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => Buffer.isBuffer(value),
  isDate: (value) => value instanceof Date,
  isError: (value) => value instanceof Error,
  isFunction: (value) => typeof value === 'function',
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isObject: (value) => typeof value === 'object' && value !== null,
  isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  isRegExp: (value) => value instanceof RegExp,
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
}

function isInstalled(require: NodeJS.Require): boolean {
  try {
    require.resolve(`${packageName}/package.json`)
    return true
  } catch {
    return false
  }
}

function unavailable(reason: 'absent' | 'broken', detail: string, cause?: unknown): LabError {
  return new LabError('usage', 'backend.unavailable', { backend: 'tfjs-node', reason, detail }, cause)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
