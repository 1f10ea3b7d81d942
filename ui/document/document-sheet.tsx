import type { Block, BlockKind, Document } from '@anzhi/engine/document'
import type { Figure } from '@anzhi/engine/indicator'
import { UnstyledButton } from '@mantine/core'
import { useReader } from '../reader/index.ts'
import classes from './document.module.css'
import { withTheirMarks } from './marks.ts'

interface DocumentSheetProps {
  document: Document
  onFigure: (figure: Figure) => void
}

const tags: Record<BlockKind, 'h1' | 'h2' | 'h3' | 'p'> = {
  title: 'h1',
  heading1: 'h2',
  heading2: 'h3',
  paragraph: 'p',
  signature: 'p',
}

/** A document as it lies on an A4 sheet (margins, faces and lines after GB/T 9704-2012); its figures can be pressed. */
export function DocumentSheet({ document, onFigure }: DocumentSheetProps) {
  const { language } = useReader()
  return (
    <article className={classes.sheet} lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={document.title}>
      {document.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block of a document has no other name than its place
        <BlockPart key={index} block={block} onFigure={onFigure} />
      ))}
    </article>
  )
}

function BlockPart({ block, onFigure }: { block: Block; onFigure: (figure: Figure) => void }) {
  const { say, word } = useReader()
  const Tag = tags[block.kind]
  return (
    <Tag className={classes[block.kind]}>
      {withTheirMarks(block.runs).map(({ text, figure, gap, marks }, index) =>
        figure === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other name than its place
          <Plain key={index} text={text} isGap={gap === true} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other name than its place
          <span key={index} className={classes.held}>
            <UnstyledButton
              className={classes.figure}
              aria-haspopup="dialog"
              title={say('figures.open', { name: word(`indicator.${figure.indicator}`), value: text })}
              onClick={() => onFigure(figure)}
            >
              {text}
            </UnstyledButton>
            {marks}
          </span>
        ),
      )}
    </Tag>
  )
}

function Plain({ text, isGap }: { text: string; isGap: boolean }) {
  return isGap ? <mark className={classes.gap}>{text}</mark> : text
}
