import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { pageNumber } from './norm.ts'
import { styleIds } from './styles.ts'

/** Page numbers as `— 1 —`, outside on facing pages, one character in (GB/T 9704-2012, 7.5). */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  return {
    default: footer(AlignmentType.RIGHT, { right: pageNumber.indent }),
    even: footer(AlignmentType.LEFT, { left: pageNumber.indent }),
  }
}

function footer(alignment: 'left' | 'right', indent: { left?: number; right?: number }): Footer {
  const number = new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] })
  return new Footer({
    children: [new Paragraph({ style: styleIds.pageNumber, alignment, indent, children: [number] })],
  })
}
