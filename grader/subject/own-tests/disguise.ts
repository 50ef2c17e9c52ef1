/** How the results of the functions under test are changed, on purpose, to see whether a test notices. */
export const variants = ['none', 'scaled', 'negated', 'cut'] as const

export type Variant = (typeof variants)[number]

let variant: Variant = 'none'

/** From now on, everything that a disguised module's functions give back is changed like this. */
export function wear(chosen: Variant): void {
  variant = chosen
}

/** A module whose functions give wrong results while a variant is worn. What they do inside of the module stays right. */
export function disguised(module: object): object {
  const exports: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(module)) exports[name] = callable(value) ? wrapped(value) : value
  return exports
}

type Callable = (...args: unknown[]) => unknown

function wrapped(fn: Callable): Callable {
  return new Proxy(fn, {
    apply: (target, self, args: unknown[]) => changed(Reflect.apply(target, self, args)),
  })
}

/** Numbers, matrices, tensors, models and whatever holds them, as the variant has it. Nothing that is given is altered. */
function changed(value: unknown): unknown {
  if (variant === 'none') return value
  if (typeof value === 'number') return moved(value)
  if (typeof value === 'boolean') return variant === 'scaled' ? value : !value
  if (typeof value === 'string') return variant === 'cut' ? value.slice(0, -1) : `${value} `
  if (Array.isArray(value)) return (variant === 'cut' ? value.slice(0, -1) : value).map(changed)
  if (callable(value)) return wrapped(value)
  if (typeof value !== 'object' || value === null) return value
  return object(value)
}

/** What the libraries' objects are known by. */
interface Part {
  readonly then?: unknown
  readonly rows?: unknown
  readonly columns?: unknown
  readonly clone?: unknown
  readonly set?: unknown
  readonly get?: unknown
  readonly dataSync?: unknown
  readonly add?: unknown
  readonly mul?: unknown
  readonly getWeights?: unknown
  readonly setWeights?: unknown
}

function object(value: Part): unknown {
  if (value instanceof Promise) return value.then(changed)
  if (ArrayBuffer.isView(value)) return typed(value as Float64Array)
  if (callable(value.clone) && typeof value.rows === 'number' && callable(value.set)) return matrix(value as Matrix)
  if (callable(value.dataSync) && callable(value.mul)) return tensor(value as Tensor)
  if (callable(value.getWeights) && callable(value.setWeights)) return model(value as Model)
  if (isRecord(value)) return record(value)
  // An object with methods of its own, such as a live encoder-decoder: what its methods give back is changed.
  return new Proxy(value, {
    get: (target, key) => {
      const part: unknown = Reflect.get(target, key)
      return callable(part) ? (...args: unknown[]) => changed(Reflect.apply(part, target, args)) : part
    },
  })
}

function moved(value: number): number {
  return variant === 'scaled' ? 1.5 * value + 0.5 : variant === 'negated' ? -value - 0.25 : value + 1
}

function typed(values: Float64Array): Float64Array {
  return variant === 'cut' ? values.slice(0, -1) : values.map(moved)
}

interface Matrix {
  readonly rows: number
  readonly columns: number
  clone(): Matrix
  get(i: number, j: number): number
  set(i: number, j: number, value: number): void
  subMatrix?(fromRow: number, toRow: number, fromColumn: number, toColumn: number): Matrix
}

function matrix(value: Matrix): Matrix {
  if (variant === 'cut' && value.subMatrix && value.rows > 1)
    return value.subMatrix(0, value.rows - 2, 0, value.columns - 1)
  const copy = value.clone()
  for (let i = 0; i < copy.rows; i++) for (let j = 0; j < copy.columns; j++) copy.set(i, j, moved(copy.get(i, j)))
  return copy
}

interface Tensor {
  mul(factor: number): Tensor
  add(summand: number): Tensor
}

function tensor(value: Tensor): Tensor {
  if (variant === 'scaled') return value.mul(1.5).add(0.5)
  return variant === 'negated' ? value.mul(-1).add(-0.25) : value.add(1)
}

interface Model {
  getWeights(): Tensor[]
  setWeights(weights: Tensor[]): void
}

/** The model itself, which may be passed on to another function, with other weights. */
function model(value: Model): Model {
  value.setWeights(value.getWeights().map(tensor))
  return value
}

function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function record(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part)]))
}

function callable(value: unknown): value is Callable {
  return typeof value === 'function'
}
