/**
 * Is a content wholly what its beginning says that it is? Half a picture shows nothing, and a file that is two
 * things at once (a photo to us, an archive or a page to somebody else) is no evidence.
 */
export function isWhole(mediaType: string, content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (mediaType === 'image/png') return isWholePng(bytes)
  if (mediaType === 'image/jpeg') return isWholeJpeg(bytes) && !endsAsZip(bytes)
  const zipped = mediaType.startsWith('application/vnd.openxmlformats-officedocument.')
  return zipped || !endsAsZip(bytes)
}

/** Its chunks lead from one to the next, and the last of them, IEND, ends the file (ISO/IEC 15948, 5.3). */
function isWholePng(bytes: Buffer): boolean {
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end === bytes.length
    at = end
  }
  return false
}

/**
 * Its segments lead over a frame to a scan, and the picture ends (ITU-T T.81, annex B). What cameras put behind
 * the end (a thumbnail, a second of film) is left alone.
 */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2
  let framed = false
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return framed && bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > 0
    framed ||= marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

/** A zip archive is read from its end: there stand its directory's own end and a comment up to the last byte. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) {
      return true
    }
  }
  return false
}
