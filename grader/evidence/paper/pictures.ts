/** Whether bytes are a picture with something in it: SVG, PNG or JPEG, by what is in them and not by a name. */
export function isPicture(bytes: Uint8Array): boolean {
  return isPng(bytes) || isJpeg(bytes) || isSvg(bytes)
}

/** Smaller ones are dots. */
const leastPixels = 16

function isPng(bytes: Uint8Array): boolean {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (bytes.length < 57 || !head.every((byte, k) => bytes[k] === byte)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return view.getUint32(16) >= leastPixels && view.getUint32(20) >= leastPixels
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 100 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const start = text.slice(0, 4_000).search(/<svg[\s>]/)
  return (
    start >= 0 && /<(?:path|rect|circle|ellipse|line|polyline|polygon|text|image|use)[\s/>]/.test(text.slice(start))
  )
}
