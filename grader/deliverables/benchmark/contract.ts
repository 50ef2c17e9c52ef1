/** Functions that a submission exports. */
export const required = ['buildRecurrentModel', 'makeBenchmarkData', 'runBenchmark'] as const
