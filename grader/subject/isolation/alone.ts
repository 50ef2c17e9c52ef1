import type { SpawnOptions } from 'node:child_process'

const onWindows = process.platform === 'win32'

/** How a process of students' code is started: nothing of this process's environment, and a group of its own to end. */
export const alone = {
  env: onWindows ? { SystemRoot: process.env['SystemRoot'] } : {},
  detached: !onWindows,
  windowsHide: true,
} as const satisfies SpawnOptions
