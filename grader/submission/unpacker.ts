import { rmSync } from 'node:fs'
import { type FileHandle, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { LabError } from '../model/errors.ts'
import { Ledger } from './ledger.ts'
import { limits, megabytes } from './limits.ts'
import { lost } from './opening.ts'
import { systemCode } from './problem.ts'
import { openToRead } from './read.ts'
import { unpackInto } from './unpack.ts'

/** Unpacks archives, each to a folder of its own below `home`, which belongs to whoever made this and removes it. */
export class Unpacker {
  readonly #home: string
  #count = 0

  constructor(home: string) {
    this.#home = home
  }

  /**
   * Unpacks the archive `file`, shown as `shown`, and returns its folder. An archive from inside another one is given
   * the ledger of that one. Whatever is wrong with an archive is a LabError.
   */
  async unpack(file: string, shown: string, ledger = new Ledger()): Promise<string> {
    const folder = join(this.#home, String(++this.#count))
    try {
      const bytes = await readArchive(file, shown)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await unpackInto(folder, { shown, bytes }, ledger)
      return folder
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw explained(error, shown)
    }
  }
}

/** What the readers throw at bytes that are no archive after all, they throw in words of their own. */
function explained(error: unknown, path: string): LabError {
  if (error instanceof LabError) return error
  const code = systemCode(error)
  if (code === undefined) return lost('submission', 'submission.archive-damaged', { path }, error)
  return lost('usage', 'submission.archive-not-unpacked', { path, code }, error)
}

/** Reads it once and whole, so that nobody can exchange it between looking and unpacking. */
async function readArchive(file: string, shown: string): Promise<Buffer> {
  const handle = await openToRead(file)
  try {
    await requireArchive(handle, shown)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

async function requireArchive(handle: FileHandle, path: string): Promise<void> {
  const stats = await handle.stat()
  if (!stats.isFile()) throw lost('submission', 'submission.not-a-file', { path })
  if (stats.size <= limits.archiveBytes) return
  const [size, limit] = [megabytes(stats.size), megabytes(limits.archiveBytes)]
  throw lost('submission', 'submission.archive-too-large', { path, size, limit })
}
