import type { FilterSpec } from '../../query/filter.ts'
import type { ConditionSpec } from './condition.ts'

export interface ReportSpec {
  blocks: ReportBlockSpec[]
  /** Names and other text of records, printed by `{=name}`. */
  slots?: Record<string, SlotSpec>
  /** Sentences that assert something, printed by `{?name}`. */
  claims?: Record<string, ClaimSpec>
}

/**
 * A part of a report. `text` is a key of the pack's words. In the sentence `{indicator}` stands for a figure with its
 * unit, `{=name}` for a slot of the report or one that all have (`from`, `to`, `asOf`, `organ`), `{?name}` for a claim.
 */
export type ReportBlockSpec = SentenceSpec | ClausesSpec

interface SentenceSpec {
  kind: 'title' | 'heading1' | 'heading2' | 'paragraph'
  text: string
}

/** A paragraph of clauses, after a sentence that leads in if there is one. */
interface ClausesSpec {
  kind: 'paragraph'
  text?: string
  clauses: ClauseSpec[]
  /** 一是, 二是, 三是: those that are printed are counted. */
  numbered?: boolean
  /** What stands between them; a semicolon between numbered ones, a comma between others unless said. */
  join?: 'comma' | 'semicolon' | 'stop'
}

/** A part of a sentence, without a mark at its end. */
export interface ClauseSpec {
  text: string
  /** When it is printed. Unless said: it is left out when all its figures are zero. */
  when?: ConditionSpec
}

/** Which records are named. They are those that a count with the same `on` and `where` would count. */
export interface SlotSpec {
  from: string
  on?: string
  where?: FilterSpec
  /** Fields of the record (`-` before a field: descending); the id ends it. */
  order?: string[]
  /** The only one there is (several are a gap), the first, the last, or all in their order. */
  take: 'only' | 'first' | 'last' | 'all'
  /** Of `all`, how many are named before 等. */
  etc?: number
  /** What is printed of a record, with its fields in braces: `{name}`. */
  show: string
}

/** A sentence that holds or does not; both are keys of words. */
export interface ClaimSpec {
  when: ConditionSpec
  says: string
  otherwise: string
}
