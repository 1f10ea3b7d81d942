import type { Block, BlockKind } from '@anzhi/engine/document'
import { type IParagraphOptions, Paragraph, type XmlComponent } from 'docx'
import { type Numbering, runElements } from './runs.ts'
import { signaturePlaces } from './signature.ts'
import { styleIds } from './styles.ts'
import { titleElements } from './title-runs.ts'

const kept: IParagraphOptions = { keepNext: true }

/** The paragraphs of a document: its blocks, and the empty lines that the norm puts between them. */
export function paragraphsOf(blocks: readonly Block[], numbering: Numbering): Paragraph[] {
  const groups = groupsOf(blocks)
  return groups.flatMap((group, index) => layOut(group, groups[index + 1]?.at(0)?.kind, numbering))
}

/** Neighbours of one kind. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    if (group?.at(0)?.kind === block.kind) group?.push(block)
    else groups.push([block])
  }
  return groups
}

function layOut(group: readonly Block[], next: BlockKind | undefined, numbering: Numbering): Paragraph[] {
  const { kind } = group[0]!
  if (kind === 'title') return titleParagraphs(group, next, numbering)
  if (kind === 'signature') return signatureParagraphs(group, numbering)
  return group.map((block, index) => {
    // 7.3.5.5: a signature does not stand alone on a page.
    const keepNext = next === 'signature' && index === group.length - 1
    return paragraph(styleIds[kind], childrenOf(block, numbering), keepNext ? kept : {})
  })
}

/** 7.3.1, 7.3.2: centred, in lines of a sensible shape, and one empty line before what follows. */
function titleParagraphs(
  group: readonly Block[],
  next: BlockKind | undefined,
  numbering: Numbering,
): Paragraph[] {
  const titles = group.map((block) => paragraph(styleIds.title, titleElements(block, numbering)))
  return next === undefined ? titles : [...titles, emptyLine()]
}

/** 7.3.5.2: one empty line below the text, then the organ, then the date. */
function signatureParagraphs(group: readonly Block[], numbering: Numbering): Paragraph[] {
  const places = signaturePlaces(group)
  const signed = group.map((block, index) =>
    paragraph(styleIds.signature, childrenOf(block, numbering), {
      ...places[index],
      ...(index < group.length - 1 ? kept : {}),
    }),
  )
  return [emptyLine(kept), ...signed]
}

function emptyLine(options: IParagraphOptions = {}): Paragraph {
  return paragraph('Normal', [], options)
}

function childrenOf(block: Block, numbering: Numbering): XmlComponent[] {
  return block.runs.flatMap((run) => runElements(run, numbering))
}

function paragraph(style: string, children: XmlComponent[], options: IParagraphOptions = {}): Paragraph {
  const made = new Paragraph({ style, ...options })
  for (const child of children) made.addChildElement(child)
  return made
}
