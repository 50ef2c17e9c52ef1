/** What a command's exit code says. */
export const exit = {
  done: 0,
  /** `check`, `audit`, `report`: something is not yet right. */
  notYet: 1,
  /** The person at the keyboard asked for something that does not exist or cannot be had here. */
  usage: 2,
  /** A submission could not be graded; it was named, and the others were graded. */
  submission: 3,
  /** The grader's own fault. */
  fault: 4,
  interrupted: 130,
} as const

export type ExitCode = (typeof exit)[keyof typeof exit]
