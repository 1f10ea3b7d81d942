import type { Figure } from '../indicator/index.ts'

/** A document as a tree, before any file format. */
export interface Document {
  title: string
  blocks: Block[]
}

export type BlockKind = 'title' | 'heading1' | 'heading2' | 'paragraph' | 'signature'

export interface Block {
  kind: BlockKind
  runs: Run[]
}

/** A piece of a sentence: plain text, or a figure with all that proves it. */
export type Run = { text: string; figure?: Figure }

/** The words of a block, without what stands behind them. */
export function plainText(block: Block): string {
  return block.runs.map(({ text }) => text).join('')
}
