import { crc32, deflateRawSync } from 'node:zlib'
import { drawPicture } from '../demo/picture.ts'

/** A zip archive of some texts, as any program would write it. */
export function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const [content, title] = [Buffer.from(text), Buffer.from(name)]
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, title]))
    parts.push(local)
    offset += local.length
  }
  return Buffer.concat([...parts, ...directory, endOf(directory, offset)])
}

function endOf(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export const docx: Buffer = zip({
  '[Content_Types].xml': `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
  'word/document.xml': '<w:document/>',
})

export const pdf: Buffer = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A JPEG of one grey square (ITU-T T.81), as small as one can be. */
export const jpeg: Buffer = Buffer.from(
  [
    'ffd8ffe000104a46494600010100000100010000',
    `ffdb004300${'01'.repeat(64)}`,
    'ffc0000b080001000101011100',
    `ffc4001f00${'0001050101010101010000000000000000'.slice(2)}000102030405060708090a0b`,
    'ffda0008010100003f00',
    '7fffd9',
  ].join(''),
  'hex',
)

const png = Buffer.from(drawPicture('disguise'))
const page = '<!doctype html><html><script>alert(1)</script></html>'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
const archive = zip({ 'virus.exe': 'MZ' })

/** Things that come as a photo and are none: what, under which name, its bytes. */
export const disguises: [string, string, Buffer][] = [
  ['a drawing', 'a.png', Buffer.from(drawing)],
  ['a drawing with its declaration', 'a.svg', Buffer.from(`<?xml version="1.0"?>${drawing}`)],
  ['a page', 'a.jpg', Buffer.from(page)],
  ['a page behind a mark of order', 'a.jpg', Buffer.from(`\ufeff${page}`)],
  ['an archive', 'photos.png', archive],
  ['a program', 'a.png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['a script', 'a.png', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['plain text', 'a.pdf', Buffer.from('隐患排查')],
  ['an animation', 'a.gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1')],
  ['a page that begins like a JPEG', 'a.jpg', Buffer.concat([jpeg.subarray(0, 3), Buffer.from(page)])],
  ['a page that begins like a PNG', 'a.png', Buffer.concat([png.subarray(0, 8), Buffer.from(page)])],
  ['half a PNG', 'a.png', png.subarray(0, 400)],
  ['half a JPEG', 'a.jpg', jpeg.subarray(0, 60)],
  ['a photo with an archive behind it', 'a.png', Buffer.concat([png, archive])],
  ['a JPEG with an archive behind it', 'a.jpg', Buffer.concat([jpeg, archive])],
  ['a paper with an archive behind it', 'a.pdf', Buffer.concat([pdf, archive])],
  ['a JPEG without its frame', 'a.jpg', Buffer.concat([jpeg.subarray(0, 20), jpeg.subarray(-12)])],
  ['a PNG with a page behind it', 'a.png', Buffer.concat([png, Buffer.from(page)])],
]
