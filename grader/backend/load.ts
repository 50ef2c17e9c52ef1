import type * as wasmBackend from '@tensorflow/tfjs-backend-wasm'
import type * as core from '@tensorflow/tfjs-core'
import type * as layers from '@tensorflow/tfjs-layers'
import { createRequire } from 'node:module'
import { LabError } from '../model/errors.ts'
import { registerChainedOps } from './chained-ops.ts'
import { registerCpuKernels, registerWasmKernels } from './kernels.ts'
import type { BackendName } from './names.ts'
import { loadTfjsNode } from './tfjs-node.ts'
import { wasmFolder } from './paths.ts'
import { withoutRethrowers } from './quiet.ts'
import type { Tf } from './tf.ts'

// tfjs is CommonJS: `require` takes about 90 ms, while `import()` scans the same files for names and takes about 340.
const require = createRequire(import.meta.url)

const loaded = new Map<BackendName, Tf>()

/**
 * TensorFlow.js on the backend of that name, loaded once per process. tfjs has one active backend per process: it is
 * the one asked for last, so a program that uses two asks again before it changes over.
 */
export async function loadTf(name: BackendName): Promise<Tf> {
  const tf = loaded.get(name) ?? loaders[name]()
  loaded.set(name, tf)
  const active = await withoutRethrowers(() => tf.setBackend(name === 'tfjs-node' ? 'tensorflow' : name))
  if (!active) throw new LabError('usage', 'backend.unavailable', { backend: name, reason: 'broken', detail: '' })
  return tf
}

const loaders: Readonly<Record<BackendName, () => Tf>> = {
  wasm() {
    const tf = loadCore()
    const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof wasmBackend
    // Once the backend has started, its path is settled and setting it throws.
    if (!('wasm' in tf.engine().registry)) wasm.setWasmPaths(wasmFolder())
    registerWasmKernels(tf)
    return tf
  },
  cpu() {
    require('@tensorflow/tfjs-backend-cpu')
    const tf = loadCore()
    registerCpuKernels(tf)
    return tf
  },
  'tfjs-node'() {
    return loadTfjsNode()
  },
}

function loadCore(): Tf {
  const tf: Tf = {
    ...(require('@tensorflow/tfjs-core') as typeof core),
    ...(require('@tensorflow/tfjs-layers') as typeof layers),
  }
  registerChainedOps(tf)
  // All that this flag does in tfjs 4.22 is to silence the banner and the warnings about kernels registered twice.
  tf.env().set('PROD', true)
  return tf
}
