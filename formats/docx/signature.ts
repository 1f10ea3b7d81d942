import { type Block, plainText } from '@anzhi/engine/document'
import { AlignmentType, type IParagraphOptions } from 'docx'
import { character, margins, paper, row, signature } from './norm.ts'
import { widthOf } from './width.ts'

type Place = Pick<IParagraphOptions, 'alignment' | 'indent'>

/** `2026年11月30日`, `二〇二六年十一月三十日`, `2026-11-30`. */
const date = /^\s*[\d〇○零一二三四五六七八九]{4}\s*[年.\-/]/u

const block = paper.width - margins.inner - margins.outer
const fromRight: Place = { alignment: AlignmentType.RIGHT, indent: { right: signature.right } }

/**
 * Where each line of a signature stands, without a seal (GB/T 9704-2012, 7.3.5.2): an organ ends two characters
 * before the edge, and the date begins two characters after the organ does. If the date is the longer one, it ends
 * two characters before the edge, and the organ begins two characters before it.
 */
export function signaturePlaces(lines: readonly Block[]): Place[] {
  const texts = lines.map(plainText)
  const [organ, day] = texts.slice(-2)
  if (organ === undefined || day === undefined || !date.test(day)) return texts.map(() => fromRight)
  const before = texts.slice(2).map(() => fromRight)
  if (lengthOf(organ) >= lengthOf(day))
    return [...before, fromRight, fromLeft(beginOf(organ) + signature.step)]
  return [...before, fromLeft(beginOf(day) - signature.step), fromRight]
}

function fromLeft(left: number): Place {
  return { alignment: AlignmentType.LEFT, indent: { left } }
}

/** Where a line begins that ends two characters before the edge; a longer one turns and begins at the left. */
function beginOf(text: string): number {
  return Math.max(0, block - signature.right - lengthOf(text))
}

/** The length of a text in twips. */
function lengthOf(text: string): number {
  return Math.round(widthOf(text) * character + [...text].length * row.spacing)
}
