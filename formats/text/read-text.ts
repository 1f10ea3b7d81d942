import { decodeText } from './decode.ts'
import { readDocx } from './docx.ts'
import { plainOfMarkdown } from './markdown.ts'
import { type Refusal, type RefusalCode, Refused, refusal } from './refusals.ts'
import { listEntries } from './zip.ts'

export type { Refusal } from './refusals.ts'

export type ReadText =
  | { ok: true; format: 'docx' | 'txt' | 'md'; text: string }
  | { ok: false; refusal: Refusal }

/** The largest file that is looked at, in bytes. */
const largest = 64 * 1024 * 1024

/**
 * The plain text of a file, known by its content; the name only tells Markdown from other plain text.
 * Offsets of findings are UTF-16 units into this text. Never throws; needs memory in proportion to the cap.
 */
export function readText(bytes: Uint8Array, name = ''): ReadText {
  try {
    if (bytes.length > largest) throw new Refused('tooLarge')
    return readKnown(bytes, name)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: refusal(error.code) }
    return { ok: false, refusal: refusal('broken') }
  }
}

function readKnown(bytes: Uint8Array, name: string): ReadText {
  if (bytes.length === 0) throw new Refused('empty')
  const foreign = foreignKind(bytes)
  if (foreign) throw new Refused(foreign)
  if (startsWith(bytes, [0x50, 0x4b])) return { ok: true, format: 'docx', text: readZip(bytes) }
  const text = decodeText(bytes)
  if (text === undefined) throw new Refused('unknown')
  if (
    /^\s{0,200}<(?:\?xml|!doctype|html|w:|office:)/i.test(text.slice(0, 1000)) ||
    /^MIME-Version:/i.test(text)
  )
    throw new Refused('web')
  const isMarkdown = /\.(?:md|markdown)$/i.test(name)
  return { ok: true, format: isMarkdown ? 'md' : 'txt', text: isMarkdown ? plainOfMarkdown(text) : text }
}

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, i) => bytes[i] === byte)

const heads: readonly (readonly [RefusalCode, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d, 0x36]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

function foreignKind(bytes: Uint8Array): RefusalCode | undefined {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oleKind(bytes)
  return heads.find(([, head]) => startsWith(bytes, head))?.[0]
}

/** An OLE file may be an old .doc/.wps, a workbook, slides, or a locked .docx: its directory names say which. */
function oleKind(bytes: Uint8Array): RefusalCode {
  const has = (word: string) => includesWide(bytes, word)
  if (has('EncryptedPackage')) return 'locked'
  if (has('WordDocument')) return 'oldWord'
  if (has('Workbook')) return 'sheet'
  return has('PowerPoint Document') ? 'slides' : 'oldWord'
}

/** Looks for a name in UTF-16LE within the first 8 MB. */
function includesWide(bytes: Uint8Array, word: string): boolean {
  const wanted = Array.from(word).flatMap((c) => [c.charCodeAt(0), 0])
  const end = Math.min(bytes.length, 8 * 1024 * 1024) - wanted.length
  for (let at = bytes.indexOf(wanted[0]!); at >= 0 && at <= end; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

function readZip(bytes: Uint8Array): string {
  const entries = listEntries(bytes)
  const has = (name: string) => entries.some((entry) => entry.name === name)
  const under = (folder: string) => entries.some((entry) => entry.name.startsWith(folder))
  if (has('word/document.xml')) return readDocx(bytes, entries)
  if (under('xl/')) throw new Refused('sheet')
  if (under('ppt/')) throw new Refused('slides')
  if (has('OFD.xml')) throw new Refused('ofd')
  if (has('mimetype') && has('content.xml')) throw new Refused('openDocument')
  throw new Refused(under('word/') || has('[Content_Types].xml') ? 'broken' : 'archive')
}
