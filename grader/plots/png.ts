import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Pixels for each unit of an SVG: sharp enough to print. */
const zoom = 2

/**
 * Draws an SVG as the bytes of a PNG. Its text is set in `fonts` (the bytes of TrueType files, the first being the
 * normal one) and in no other, so that every machine gives the same picture.
 */
export async function toPng(svg: string, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  await ready()
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts], defaultFontFamily: 'DejaVu Sans' },
  })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}

let started: Promise<void> | undefined

/** The module is compiled once, when the first picture is drawn. */
function ready(): Promise<void> {
  started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  return started
}
