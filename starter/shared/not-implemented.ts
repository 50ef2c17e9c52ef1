/** Thrown by every function of the starter that is still to be written. Replace the `throw` by your code. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented'
  /** The task's id in the handout, such as `R2`. */
  readonly task: string

  /**
   * @param task - the task's id
   * @param functionName - the function to write
   * @param handout - where the handout explains it
   */
  constructor(task: string, functionName: string, handout: string) {
    super(
      language() === 'en'
        ? `${task} · ${functionName}: not written yet. Start at ${handout}`
        : `${task} · ${functionName}: aún no está escrita. Empieza por ${handout}`,
    )
    this.task = task
  }
}

/** The value of LAB_LANG, also where there is no `process`. */
function language(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.['LAB_LANG']
}
