import type { NumberToken } from './token.ts'

/** A number of the text with what stands around it. */
export interface Figure extends NumberToken {
  index: number
  paragraph: number
  sentence: number
  /** Stretch between semicolons. */
  part: number
  clause: number
  /** Depth of round brackets, and which bracket. */
  bracket: number
  /** Text of its clause before it, back to the number before. */
  head: string
  /** Text after it, up to a stop or the next number's verb. */
  tail: string
  /** 、 or 和 joins it to the number before. */
  joined: boolean
  /** Period phrase in force. */
  period: string
  cell?: { table: number; row: number; column: number }
  meaning: Meaning
}

export interface Meaning {
  /** Step words in the order printed (排查, 整改). */
  steps: readonly string[]
  /** 未整改, 剩余, 正在: what is still open. */
  open: boolean
  /** 责令整改, 待整改: asked for, not done. */
  ordered: boolean
  /** What is counted, without steps and filling words. */
  object: string
  /** The object without what stands before the last step: '' when the thing is not named again. */
  noun: string
  narrow: readonly string[]
  total: 'strong' | 'weak' | ''
  past: boolean
}

export interface Span {
  from: number
  to: number
}

export interface Sentence extends Span {
  paragraph: number
  figures: Figure[]
}

export interface Reading {
  text: string
  figures: Figure[]
  sentences: Sentence[]
  paragraphs: Span[]
  masks: Span[]
  tables: Table[]
}

export interface Cell extends Span {
  text: string
}

export interface Row extends Span {
  label: string
  cells: Cell[]
  figures: (Figure | undefined)[]
}

export interface Table extends Span {
  heads: string[]
  rows: Row[]
}
