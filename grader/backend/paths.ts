import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'

/**
 * The folder of tfjs's `.wasm` binaries, with a separator at its end. Whoever bundles tfjs itself hands it to
 * `setWasmPaths`, because a bundle looks for them beside itself.
 */
export function wasmFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep
}
