import type { TopLevelSpec } from 'vega-lite'
import type { DataNode } from './data.ts'
import type { Words } from './words.ts'

/** A figure as Vega-Lite describes it. */
export type Spec = TopLevelSpec

/** One of several panels beside each other. */
export type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number]

/** A chart of some data, still without its title. A `LabError` names what is odd in the data. */
export type Chart = (data: DataNode, words: Words) => Spec
