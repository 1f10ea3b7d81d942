/**
 * What must hold of the figures of a document. All its keys must hold. A key is an indicator with what its figure
 * must be, or `all` / `any` (lists of conditions) or `not` (a condition).
 *
 * A figure is held against a number (equal) or `{ before, upTo, from, after, known }`; an exact decimal may be given
 * as text. A figure without a value makes its test unknown, and `not` of it too; only `known` answers for it.
 */
export interface ConditionSpec {
  [figure: string]: unknown
}
