import { createGunzip } from 'node:zlib'
import { extract, type Extract, type Header } from 'tar-stream'
import type { Count, PackedEntry } from './packed.ts'

/** The entries of a gzipped tar. All of it is inflated, and counted, on the way to any of them. */
export async function* tarGzEntries(bytes: Buffer, count: Count): AsyncGenerator<PackedEntry> {
  const entries = extract()
  void feed(entries, bytes, count)
  for await (const entry of entries) {
    yield {
      name: entry.header.name,
      kind: kindOf(entry.header.type),
      content: () => entry as AsyncIterable<Uint8Array>,
    }
    // What nobody has read is skipped.
    entry.resume()
  }
}

/** An error on this side comes out of the walk over the entries. */
async function feed(entries: Extract, bytes: Buffer, count: Count): Promise<void> {
  const inflated = createGunzip()
  inflated.end(bytes)
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      count(chunk.length)
      if (entries.destroyed) return
      if (!entries.write(chunk)) await drained(entries)
    }
    entries.end(null)
  } catch (error) {
    entries.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

function drained(entries: Extract): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      entries.off('drain', done)
      entries.off('close', done)
      resolve()
    }
    entries.on('drain', done)
    entries.on('close', done)
  })
}

/** A type that tar-stream does not know comes as null. A hard link could be to anything, too. */
function kindOf(type: Header['type'] | null): PackedEntry['kind'] {
  if (type === 'file' || type === 'contiguous-file') return 'file'
  if (type === 'directory') return 'folder'
  return type === 'link' || type === 'symlink' ? 'link' : 'special'
}
