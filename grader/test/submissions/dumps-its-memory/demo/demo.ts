// Expected: passed
const { takeCoverage, writeHeapSnapshot } = process.getBuiltinModule('node:v8')

/** What each way of writing this process's memory to a file comes to. */
export function act(): string[] {
  process.env.NODE_V8_COVERAGE = '.'
  process.report.directory = '/tmp'
  const dumps = [
    () => process.report.writeReport(),
    () => process.report.writeReport('report.json'),
    () => writeHeapSnapshot(),
    () => writeHeapSnapshot('/tmp/left.heapsnapshot'),
  ]
  takeCoverage()
  return dumps.map((dump) => {
    try {
      return `wrote ${dump()}`
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })
}

export function honest(): number {
  return 42
}
