import { parentPort, workerData } from 'node:worker_threads'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

// HTML in it stays text, and so do addresses that are not http, mailto and the like: micromark's own defaults.
const { text, notes } = workerData as { readonly text: string; readonly notes: string }
const layout = gfmHtml({ label: notes, backLabel: '↑' })
parentPort?.postMessage(micromark(text, { extensions: [gfm()], htmlExtensions: [layout] }))
