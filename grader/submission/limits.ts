const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** How much of a submission is read. A lab written by hand stays far below each of these. */
export const limits = {
  /** A deliverable is one file and a few helpers; hundreds of files are somebody else's library. */
  files: 200,
  /** Some 6,000 lines; a longer file was generated, minified or copied in. */
  fileBytes: 256 * kilobyte,
  /** The whole of one deliverable, which is bundled, hashed and compared with others in memory. */
  totalBytes: megabyte,
  /** Folders between a deliverable's own and a helper: room to sort helpers, and short paths on Windows. */
  depth: 3,
  /** Entries of any kind looked at below one folder, so that a folder of images costs no minutes. */
  entries: 2_000,
  /** Characters of one file or folder name; with `depth` it keeps a staged path writable everywhere. */
  nameLength: 100,
  /** An artifact above this enters the hash by its size alone: no model of this lab weighs as much. */
  artifactBytes: 64 * megabyte,
  /** Answers, a report, its figures and tables: what is read beside code, one file at a time. */
  documentBytes: 4 * megabyte,
  /** A history or a forecast that reports draw: numbers in JSON, some kilobytes. */
  curveBytes: 256 * kilobyte,
  /** Values of one curve: no screen shows more, and a report holds them all. The schema of reports says it too. */
  curveValues: 600,
  /** A value beyond this is no loss and no series; what draws it may subtract and multiply without a thought. */
  curveValue: 1e12,
  /** Names written out when a message lists what a folder holds. */
  listed: 8,
  /** An archive is held in memory while it is unpacked. The whole lab, artifacts included, stays far below. */
  archiveBytes: 64 * megabyte,
  /** All that comes out of one archive, and out of archives inside it. Text grows ten times, a bomb a thousand. */
  unpackedBytes: 128 * megabyte,
  /** Files and folders that are unpacked, and these together with `node_modules` and whatever else is left out. */
  unpackedEntries: 5_000,
  archiveEntries: 100_000,
  /** Names between the top of an archive and a file: wrapper, submission, deliverable and its folders, with room. */
  archiveDepth: 16,
  /** Folders around a submission that an archive may add: its own name, once or twice. */
  wrappers: 3,
} as const

/** Bytes as the whole kilobytes a message speaks of, never rounded down to the limit itself. */
export const kilobytes = (bytes: number): number => Math.ceil(bytes / kilobyte)

/** The same in megabytes. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / megabyte)
