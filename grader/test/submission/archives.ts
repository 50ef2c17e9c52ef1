import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { pack, type Header } from 'tar-stream'

/** An entry of an archive that a test makes. By default what an honest program writes. */
export interface ZipEntry {
  readonly name: string
  readonly content?: string | Uint8Array
  /** The Unix mode, type included: 0o120777 is a link. */
  readonly mode?: number
  /** What it claims to be, when that is not the truth. */
  readonly size?: number
  readonly sum?: number
  readonly flags?: number
  readonly method?: number
}

/** A ZIP file, byte by byte, because no program writes what a cheat would. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, header } = records(entry, offset)
    locals.push(local)
    central.push(header)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** A ZIP file of text files by their names. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  return zip(Object.entries(files).map(([name, content]) => ({ name, content })))
}

function records(entry: ZipEntry, offset: number): { local: Buffer; header: Buffer } {
  const content = Buffer.from(entry.content ?? '')
  const name = Buffer.from(entry.name)
  const { method = 8, flags = 0x800, size = content.length, sum = crc32(content), mode = 0 } = entry
  const packed = method === 8 ? deflateRawSync(content) : content
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(flags, 2)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt32LE(sum, 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(size, 18)
  shared.writeUInt16LE(name.length, 22)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((mode << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]),
    header: Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, rest, name]),
  }
}

/** An entry for {@link tarGz}; a type of null is one that nobody has heard of. */
export type TarEntry = Partial<Omit<Header, 'type'>> & {
  readonly name: string
  readonly type?: Header['type'] | null
  readonly content?: string | Uint8Array
}

/** A gzipped tar. */
export async function tarGz(entries: readonly TarEntry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries))
}

async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const packing = pack()
  for (const { content = '', type = 'file', ...header } of entries)
    packing.entry({ ...header, type: type ?? 'file' }, content)
  packing.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of packing as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A gzipped tar of text files by their names. */
export function tarGzOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  return tarGz(Object.entries(files).map(([name, content]) => ({ name, content })))
}
