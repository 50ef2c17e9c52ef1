import { statSync } from 'node:fs'
import { LabError } from '../model/errors.ts'
import { countMessages, galleryPage, galleryText, galleryTopics } from '../reports/gallery.ts'
import type { CommandContext } from './context.ts'
import { exit, type ExitCode } from './exit.ts'
import { writeWhole } from './out.ts'

export interface GalleryOptions {
  readonly out: string
  readonly only?: string
  readonly text: boolean
}

/** Writes the gallery of messages as a page, or prints it. */
export function galleryCommand(context: CommandContext, { out, only = '', text }: GalleryOptions): ExitCode {
  const chosen = galleryTopics(only)
  if (chosen.length === 0) {
    const names = galleryTopics().map(({ name }) => name)
    throw new LabError('usage', 'gallery.nothing', { prefix: only, topics: names.join(', ') })
  }
  if (text) {
    context.print(galleryText(chosen, context.colors))
    return exit.done
  }
  if (isFolder(out)) throw new LabError('usage', 'gallery.out-is-folder', { path: out })
  writeWhole(out, galleryPage(chosen, context.language))
  context.print(`${context.say('gallery.written', { count: countMessages(chosen), path: out })}\n`)
  return exit.done
}

/** Whatever else keeps a file from being written is told by the attempt. */
function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false
  }
}
