/**
 * TensorFlow.js as students import it from `@tensorflow/tfjs`: the core with its chained operations and the layers, on
 * the wasm backend with the grader's kernels, started. One backend for everybody, and deterministic.
 */
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'
import * as core from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { registerWasmKernels } from '../kernels.ts'
import { silenceOrthogonalWarnings, withoutRethrowers } from '../quiet.ts'

export * from '@tensorflow/tfjs-core'
export * from '@tensorflow/tfjs-layers'

/** Where the bundle of this file finds tfjs's binaries; see `bundle.ts`. */
declare const LAB11_WASM_FOLDER: string

core.env().set('PROD', true)
setWasmPaths(LAB11_WASM_FOLDER)
registerWasmKernels(core)
silenceOrthogonalWarnings()
await withoutRethrowers(() => core.setBackend('wasm'))
