import type { Document } from '@anzhi/engine/document'
import { DocumentGridType, Document as File, Packer } from 'docx'
import { pageNumberFooters } from './footers.ts'
import { lines, margins, pageNumber, paper } from './norm.ts'
import { paragraphsOf } from './paragraphs.ts'
import { corePart, fontTablePart, settingsPart } from './parts.ts'
import type { FigureStyle } from './runs.ts'
import { stylesPart } from './styles.ts'
import { repack } from './zip.ts'

export interface DocxOptions {
  /**
   * `bound` (the default): each figure is a content control whose tag is the id of its indicator.
   * `plain`: figures are words like the others, for programs that do not read content controls.
   */
  figures?: FigureStyle
}

/**
 * A document as a Word file laid out by GB/T 9704-2012: A4, 22 lines of 28 characters. The same document gives the
 * same bytes. Characters that XML cannot carry are left out; all other text comes out as it went in.
 */
export async function writeDocx(
  document: Document,
  { figures = 'bound' }: DocxOptions = {},
): Promise<Uint8Array> {
  const children = paragraphsOf(document.blocks, { figures, next: 1 })
  const file = new File({
    sections: [{ properties: { page, grid }, footers: pageNumberFooters(), children }],
  })
  return repack(await Packer.pack(file, 'uint8array', undefined, partsOf(document)))
}

const page = {
  size: paper,
  margin: {
    top: margins.top,
    bottom: margins.bottom,
    left: margins.inner,
    right: margins.outer,
    footer: pageNumber.fromEdge,
  },
}

const grid = { type: DocumentGridType.LINES, linePitch: lines.pitch }

/** The parts in which the library leaves no choice, or has Office's own look, or the time of day. */
function partsOf({ title }: Document): { path: string; data: string }[] {
  return [
    { path: 'word/styles.xml', data: stylesPart() },
    { path: 'word/settings.xml', data: settingsPart() },
    { path: 'word/fontTable.xml', data: fontTablePart() },
    { path: 'docProps/core.xml', data: corePart(title) },
  ]
}
