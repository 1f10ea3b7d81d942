import type { Figure } from '../indicator/index.ts'

/** A document as a tree, before any file format. */
export interface Document {
  title: string
  blocks: Block[]
}

/** A document that was written from figures and records, with what its reader has to see to. */
export interface Draft extends Document {
  /** What it could not say; each is marked in its place or left out. */
  gaps: Gap[]
  /** Clauses that were not printed, with why. */
  leftOut: LeftOut[]
}

export type BlockKind = 'title' | 'heading1' | 'heading2' | 'paragraph' | 'signature'

export interface Block {
  kind: BlockKind
  runs: Run[]
}

/** A piece of a sentence: plain text, or what was put in with all that proves it. */
export interface Run {
  text: string
  figure?: Figure
  /** The slot that named these records. */
  slot?: { id: string; register: string; records: string[] }
  /** The claim that it belongs to. */
  claim?: string
  /** Nothing could be put in: it marks the place. */
  gap?: true
}

export const gapCodes = [
  /** A slot found no record. */
  'noRecord',
  /** It asked for the only one, and there are several. */
  'severalRecords',
  /** There are more than a sentence can name. */
  'tooManyRecords',
  /** The record has nothing in the fields that are printed. */
  'emptyText',
  /** A claim or a clause hangs on figures that have no value. */
  'unknownFigures',
] as const

export interface Gap {
  code: (typeof gapCodes)[number]
  /** The slot or claim, or the key of the clause. */
  id: string
  /** What it is called, in the language of the document. */
  name: string
  /** How many records were found. */
  count?: number
  figures?: string[]
}

export interface LeftOut {
  text: string
  /** 为零不写: all its figures are zero; or what it says of when it is printed does not hold. */
  why: 'zero' | 'condition'
  figures: string[]
}

/** The words of a block, without what stands behind them. */
export function plainText(block: { runs: readonly Run[] }): string {
  return block.runs.map(({ text }) => text).join('')
}
