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

/** What each kind is called where people read it. */
export const kindNames: Readonly<Record<Kind, { zh: string; en: string }>> = {
  ratio: { zh: '比率不符', en: 'wrong rate' },
  truncated: { zh: '截尾未进位', en: 'cut, not rounded' },
  sum: { zh: '合计不符', en: 'wrong sum' },
  order: { zh: '部分大于总体', en: 'part above whole' },
  unit: { zh: '单位不一', en: 'units differ' },
  conflict: { zh: '前后矛盾', en: 'contradiction' },
  approx: { zh: '约数不当', en: 'wrong approximation' },
  change: { zh: '增减不符', en: 'wrong change' },
  claim: { zh: '断言不符', en: 'claim not borne out' },
  person: { zh: '人名职务', en: 'name or post' },
  scope: { zh: '口径重叠', en: 'overlapping scopes' },
  gap: { zh: '待填', en: 'left open' },
  ledger: { zh: '与台账不符', en: 'differs from records' },
}

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
  /** The one printed figure in question, when the quotation holds more. */
  printed?: readonly [from: number, to: number]
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
