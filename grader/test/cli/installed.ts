import { createRequire } from 'node:module'

/** Whether npm could install the optional native backend on this machine. */
export function tfjsNodeIsInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json')
    return true
  } catch {
    return false
  }
}
