import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Lab } from '../checks/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await Lab.open()
})
afterAll(() => lab.close())

/** Ended processes of this one that nobody has asked about: each keeps a place in the system's table. */
function zombies(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [state, parent] = afterName(pid)
      return state === 'Z' && parent === String(process.pid)
    })
}

/** `/proc/<pid>/stat` behind the name, which may hold anything. */
function afterName(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

it.skipIf(process.platform !== 'linux')('A class leaves no ended processes behind while it is graded', async () => {
  const folder = lab.submission({})
  for (let k = 0; k < 10; k++) await lab.run(folder, { slugs: ['rnn-bptt'], only: ['rnn-bptt/softmax-reference'] })
  expect(zombies()).toEqual([])
})
