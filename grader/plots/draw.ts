import type { Language } from '../model/verdict.ts'
import { charts } from './charts.ts'
import { DataNode } from './data.ts'
import type { Figure } from './figures.ts'
import { toSvg } from './svg.ts'
import { wordsOf } from './words.ts'

/**
 * Draws a figure from the bytes of its data file, which anybody may have written; `file` is how errors name it.
 * @throws LabError when the data is not what the chart shows
 */
export async function drawFigure(
  { chart, title }: Figure,
  { bytes, file }: { readonly bytes: Uint8Array; readonly file: string },
  language: Language,
): Promise<string> {
  const data = DataNode.parse(bytes, file)
  return toSvg(charts[chart](data, wordsOf(language)), title[language], language)
}
