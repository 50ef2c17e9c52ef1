// Expected: passed
const { createTracing } = process.getBuiltinModule('node:trace_events')

/** Node traces into files beside the process, without asking whether it may. */
export async function act(): Promise<string> {
  try {
    createTracing({ categories: ['node', 'v8'] }).enable()
  } catch (error) {
    return (error as { code: string }).code
  }
  for (let k = 0; k < 5; k++) await new Promise((resolve) => setTimeout(resolve, 10))
  return 'traced'
}

export function honest(): number {
  return 42
}
