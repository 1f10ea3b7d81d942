import type { Run } from '@anzhi/engine/document'
import { BuilderElement, Tab, TextRun, type XmlComponent } from 'docx'
import { legalText } from './xml.ts'

/** How figures are written: as content controls that name their indicator, or as plain words. */
export type FigureStyle = 'bound' | 'plain'

/** Numbers the content controls of one document: their ids must differ. */
export interface Numbering {
  figures: FigureStyle
  next: number
}

/** A run as the paragraph's children: plain text, or a figure that can be found again in the file. */
export function runElements({ text, figure }: Run, numbering: Numbering): XmlComponent[] {
  const run = textRun(text)
  if (figure === undefined || numbering.figures === 'plain') return [run]
  return [contentControl(figure.indicator, numbering.next++, run)]
}

/**
 * Text as typed. Its pieces are elements made here: the library would read strings such as `CURRENT` as a page
 * number, and braces around a name of its own as a place to fill.
 */
function textRun(text: string): TextRun {
  return new TextRun({ font: { hint: 'eastAsia' }, children: piecesOf(legalText(text)).map(pieceElement) })
}

/** A break between lines of one paragraph. */
export function lineBreak(): TextRun {
  return new TextRun({ children: [named('w:br')] })
}

/** Cut around line ends and tabs, and after each opening brace. */
function piecesOf(text: string): string[] {
  return text.split(/([\n\t])|(?<=\{)/).filter((piece) => piece !== undefined && piece !== '')
}

function pieceElement(piece: string): XmlComponent {
  if (piece === '\n') return named('w:br')
  if (piece === '\t') return new Tab()
  const text = named('w:t', { space: { key: 'xml:space', value: 'preserve' } })
  text.addChildElement(piece)
  return text
}

/** A plain-text content control around a run, with the indicator as its tag. */
function contentControl(tag: string, id: number, run: TextRun): BuilderElement {
  const valued = (name: string, value: string | number) => named(name, { value: { key: 'w:val', value } })
  const properties = [valued('w:tag', tag), valued('w:id', id), named('w:text')]
  return named('w:sdt', {}, [named('w:sdtPr', {}, properties), named('w:sdtContent', {}, [run])])
}

type Attributes = Record<string, { key: string; value: string | number }>

function named(name: string, attributes: Attributes = {}, children: XmlComponent[] = []): BuilderElement {
  return new BuilderElement({ name, attributes, children })
}
