import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import type { Count, PackedEntry } from './packed.ts'

/** The entries of a ZIP file, by its central directory; what the local headers say does not count. */
export async function* zipEntries(bytes: Buffer, count: Count): AsyncGenerator<PackedEntry> {
  // Names are decoded here, because yauzl would end the whole walk at the first bad one in words of its own.
  const zip = await fromBufferPromise(bytes, { decodeStrings: false })
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    const locked = lockOf(entry)
    yield {
      name,
      kind: kindOf(entry, name),
      ...(locked === undefined ? {} : { locked }),
      content: () => contentOf(zip, entry, count),
    }
  }
}

/** Old Windows tools write backslashes; whatever a name leads to is judged afterwards, with `/`. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

/** The upper half of the attributes is a Unix mode, whoever claims to have made the file; Windows leaves it 0. */
function kindOf({ externalFileAttributes }: Entry, name: string): PackedEntry['kind'] {
  const type = (externalFileAttributes >>> 16) & 0o170000
  if (type === 0o120000) return 'link'
  if (type === 0o040000 || name.endsWith('/')) return 'folder'
  return type === 0 || type === 0o100000 ? 'file' : 'special'
}

function lockOf(entry: Entry): PackedEntry['locked'] {
  if (entry.isEncrypted()) return 'submission.archive-encrypted'
  return entry.canDecodeFileData() ? undefined : 'submission.archive-method'
}

/** yauzl sees to it that no more comes out than the entry claims; the checksum is left to us. */
async function* contentOf(zip: ZipFile, entry: Entry, count: Count): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    count(chunk.length)
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== entry.crc32) throw new Error('The checksum is wrong')
}
