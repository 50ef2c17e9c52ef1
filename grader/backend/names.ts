/** The engines that a tensor program of this project can run on; `tfjs-node` is the optional native one. */
export const backendNames = ['wasm', 'cpu', 'tfjs-node'] as const

export type BackendName = (typeof backendNames)[number]

/** Recognises a {@link BackendName} among words from a command line. */
export function isBackendName(word: string): word is BackendName {
  return (backendNames as readonly string[]).includes(word)
}
