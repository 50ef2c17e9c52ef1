/** What `autograding-grading-reporter` reads of one step. */
interface Result {
  readonly status: string
  readonly max_score: number
  readonly tests: readonly {
    readonly name: string
    readonly status: string
    readonly score: number
    readonly line_no: number
    readonly message?: string
    readonly test_code?: string
  }[]
}

/**
 * What the reporter makes of the variable of a step: the text of its notice on points, which adds the scores up as
 * floating point, what it prints of each test, and whether the job is red.
 */
export function reported(variable: string): { points: string; printed: string; red: boolean; result: Result } {
  const result = JSON.parse(Buffer.from(variable, 'base64').toString('utf8')) as Result
  const total = result.tests.reduce((sum, { score }) => sum + score, 0)
  const printed = result.tests.map(({ name, status, line_no, message, test_code }) => {
    const place = line_no === 0 ? '' : ` - line ${String(line_no)}`
    const line = status === 'error' ? `Error: ${message ?? `Failed to run test '${name}'`}` : `${name}${place}`
    return line + (test_code === undefined ? '' : `\nTest code:\n${test_code}`)
  })
  return {
    points: `Points ${String(total)}/${String(result.max_score)}`,
    printed: printed.join('\n'),
    red: result.status === 'fail' || result.status === 'error',
    result,
  }
}
