/**
 * The most memory that a subject's process may hold, in MB: heap, arrays, tensors and Node itself. Counted by looking,
 * where the system shows it.
 */
export const totalMegabytes = 1536

/** Node is one process; more than a few mean that something breeds. */
export const maxProcesses = 8

const mebibyte = 1024 * 1024

/**
 * What `prlimit` is told. Memory by `--data`, which counts what can be written: `--as` counts the address space that
 * WebAssembly reserves and never uses. It lies above `totalMegabytes`, for what grows faster than anybody looks.
 * `--nproc` is missing on purpose: it counts all processes and threads of the user, and does not bind root.
 */
export const limitArguments: readonly string[] = [
  `--data=${String(2 * totalMegabytes * mebibyte)}`,
  `--fsize=${String(mebibyte)}`,
  '--nofile=256',
  '--core=0',
]
