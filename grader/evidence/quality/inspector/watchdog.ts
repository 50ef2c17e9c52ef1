import { Worker } from 'node:worker_threads'

/**
 * Has another thread end this process when one step has taken so much processor time: the thread that is at it cannot.
 * The function that it returns begins a step.
 */
export function watchedSteps(cpuMs: number): () => void {
  const began = new Float64Array(new SharedArrayBuffer(8))
  const dog = new Worker(watching, { eval: true, workerData: { began, cpuMs } })
  dog.unref()
  return () => {
    const { user, system } = process.cpuUsage()
    began[0] = (user + system) / 1000
  }
}

const watching = `
const { workerData: { began, cpuMs } } = require('node:worker_threads')
setInterval(() => {
  const { user, system } = process.cpuUsage()
  if ((user + system) / 1000 - began[0] > cpuMs) process.kill(process.pid, 'SIGKILL')
}, 250)
`
