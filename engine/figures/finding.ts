export const kinds = [
  'ratio',
  'truncated',
  'sum',
  'order',
  'unit',
  'conflict',
  'approx',
  'change',
  'claim',
  'person',
  'scope',
  'gap',
  'ledger',
] as const
export type Kind = (typeof kinds)[number]

/** Findings of these kinds are warnings: a text that has no others passes. */
export const warnings: ReadonlySet<Kind> = new Set<Kind>(['gap', 'scope'])

export type Language = 'zh' | 'en'

/** One thing in a text that does not agree with the rest; `from` and `to` are UTF-16 offsets. */
export interface Finding {
  kind: Kind
  from: number
  to: number
  quote: string
  printed: string
  right: string | null
  /** One line of arithmetic that can be repeated on a calculator. */
  why: string
  /** What would fill a gap: an indicator for a figure, a slot for a name or a day. */
  indicator?: string
  slot?: string
}

/** A finding before it is put into words of one language. */
export interface Draft {
  kind: Kind
  from: number
  to: number
  right: string | null
  zh: string
  en: string
  indicator?: string
  slot?: string
}

export interface Leader {
  name: string
  posts: readonly string[]
}

/** A value that the records hold for an indicator; `label` are words, all of which the text's clause must contain. */
export interface KnownValue {
  indicator: string
  label: readonly string[]
  unit: string
  /** Period phrases for which the value holds; empty = the report's own period. */
  period?: string
  value: number
}

export interface VocabularyEntry {
  id: string
  kind: 'indicator' | 'slot'
  words: readonly string[]
  unit?: string
}

export interface CheckOptions {
  language?: Language
  /** The office's leaders, in their order. */
  leaders?: readonly Leader[]
  known?: readonly KnownValue[]
  /** What may fill a gap. */
  vocabulary?: readonly VocabularyEntry[]
}
