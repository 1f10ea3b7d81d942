import { SaxesParser } from 'saxes'
import { DocxText } from './docx-text.ts'
import { Refused } from './refusals.ts'
import { inflateEntry, type ZipEntry } from './zip.ts'

/** Most bytes of XML read from one file; a report of 200 pages has about five million. */
const mostXml = 48 * 1024 * 1024
/** Deepest nesting; Word stays below fifty. */
const deepest = 400

const parts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const

/** Body, tables and text boxes in reading order, then footnotes and endnotes, one paragraph a line. */
export function readDocx(bytes: Uint8Array, entries: readonly ZipEntry[]): string {
  const lines: string[] = []
  for (const name of parts) {
    const entry = entries.find((e) => e.name === name)
    if (entry) lines.push(...readPart(bytes, entry))
  }
  return lines.join('\n')
}

function readPart(bytes: Uint8Array, entry: ZipEntry): string[] {
  const text = new DocxText()
  const parser = parserFor(text)
  const decoder = new TextDecoder('utf-8', { fatal: false })
  inflateEntry(bytes, entry, mostXml, (piece) => {
    parser.write(decoder.decode(piece, { stream: true }))
  })
  parser.write(decoder.decode())
  parser.close()
  return text.lines()
}

/** Events only, no tree; a document type (and so every own entity) is refused, nesting is bounded. */
function parserFor(text: DocxText): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new Refused('broken')
  })
  parser.on('error', () => {
    throw new Refused('broken')
  })
  parser.on('opentag', (tag) => {
    if (++depth > deepest) throw new Refused('broken')
    text.open(localName(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', (tag) => {
    depth--
    text.close(localName(tag.name))
  })
  parser.on('text', (piece) => text.text(piece))
  parser.on('cdata', (piece) => text.text(piece))
  return parser
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
